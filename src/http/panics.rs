//! A fault in one handler is one person's 500, with what they typed, and not a connection that breaks off.

use std::panic::AssertUnwindSafe;

use actix_web::ResponseError;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use futures_util::FutureExt;

use super::Error;

/// Answers in place of a handler that panicked. The hook of the process has written down where.
///
/// # Errors
/// Those of what it wraps.
pub async fn answered(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let asked = request.request().clone();
    // What a handler leaves behind half done is its own: the state they share is the database's, which rolls back.
    match AssertUnwindSafe(next.call(request)).catch_unwind().await {
        Ok(answer) => answer.map(ServiceResponse::map_into_boxed_body),
        Err(_panic) => {
            let error = Error::internal(anyhow::anyhow!("the handler panicked"));
            Ok(ServiceResponse::new(asked, error.error_response()))
        }
    }
}

#[cfg(test)]
mod tests {
    use actix_web::http::StatusCode;
    use actix_web::middleware::from_fn;
    use actix_web::{App, HttpResponse, test, web};

    use super::*;

    #[expect(clippy::panic, reason = "what is tested")]
    async fn faulty() -> HttpResponse {
        panic!("as a handler should not")
    }

    #[actix_web::test]
    async fn a_panic_is_answered_and_the_next_request_too() {
        let site = App::new().service(
            web::resource("/{name}")
                .route(web::get().to(faulty))
                .route(web::post().to(HttpResponse::Ok))
                .wrap(from_fn(answered)),
        );
        let site = test::init_service(site).await;

        let faulty = test::TestRequest::get().uri("/a").to_request();
        let fault = test::call_service(&site, faulty).await;
        let sound = test::TestRequest::post().uri("/a").to_request();
        let answer = test::call_service(&site, sound).await;

        assert_eq!(fault.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(answer.status(), StatusCode::OK);
    }
}
