//! The baseline of reading: actix-web and nothing else.

use std::net::SocketAddr;
use std::time::Duration;

use actix_web::web::{self, Bytes};
use actix_web::{App, HttpResponse, HttpServer};
use anyhow::Context;

/// Serves `body` at `/page` and five bytes at `/hello`.
pub(crate) fn start(body: Bytes, workers: usize) -> anyhow::Result<SocketAddr> {
    let server = HttpServer::new(move || {
        let body = body.clone();
        App::new()
            .route(
                "/page",
                web::get().to(move || {
                    let body = body.clone();
                    async move {
                        HttpResponse::Ok()
                            .content_type("text/html; charset=utf-8")
                            .body(body)
                    }
                }),
            )
            .route("/hello", web::get().to(async || "hello"))
    })
    .workers(workers)
    .keep_alive(Duration::from_secs(30))
    .disable_signals()
    .bind("127.0.0.1:0")?;
    let address = *server.addrs().first().context("an address")?;
    tokio::spawn(server.run());
    Ok(address)
}
