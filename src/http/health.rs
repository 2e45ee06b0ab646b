//! What a supervisor asks: is the process alive, can it serve.

use std::time::Duration;

use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::routing::{Access, Route};
use super::state::AppState;
use crate::db::DatabaseError;
use crate::db::migrations::{self, SchemaState};

/// How long the writer may take to commit nothing before this node is taken for one that cannot receive anything.
const WRITER_DEADLINE: Duration = Duration::from_secs(2);

/// The two health routes.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/healthz", Access::Public, || web::to(show_alive)),
        Route::get("/readyz", Access::Public, || web::to(show_ready)),
    ]
}

#[derive(Serialize)]
struct Readiness {
    database: &'static str,
    schema: &'static str,
    writer: &'static str,
}

async fn show_alive() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body("ok\n")
}

async fn show_ready(state: web::Data<AppState>) -> HttpResponse {
    let schema = state
        .context
        .db
        .read(|connection| migrations::state(connection).map_err(DatabaseError::Unavailable));
    let writer = state.context.db.check_writer(WRITER_DEADLINE);
    let (schema, writer) = tokio::join!(schema, writer);
    let (database, schema) = match schema {
        Ok(SchemaState::Current) => ("ok", "current"),
        Ok(SchemaState::Behind(_)) => ("ok", "behind"),
        Ok(SchemaState::Newer(_)) => ("ok", "newer"),
        Err(_unavailable) => ("unavailable", "unknown"),
    };
    let writer = if writer.is_ok() { "ok" } else { "unavailable" };
    let mut response = if schema == "current" && writer == "ok" {
        HttpResponse::Ok()
    } else {
        HttpResponse::ServiceUnavailable()
    };
    response.json(Readiness {
        database,
        schema,
        writer,
    })
}
