//! The ledger of a window for programs: what anybody needs to work out its fingerprint again.

use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::json;

use crate::consultations::{self, ConsultationPath, heads};
use crate::http::cache::{self, DOCUMENT, Rendered};
use crate::http::{AppState, Error};

pub(super) async fn show_ledger(
    state: web::Data<AppState>,
    request: HttpRequest,
    path: web::Path<ConsultationPath>,
) -> Result<HttpResponse, Error> {
    cache::publish(&state, &request, &[], move |making| {
        let consultation = path.find_for_page(making)?;
        let ledger = consultations::list_window_events(making.connection, consultation.id)?;
        let heads = heads(&ledger);
        let entries: Vec<_> = ledger
            .iter()
            .zip(&heads)
            .map(|(event, head)| {
                json!({
                    "kind": event.kind.into_str(),
                    "opens_at": event.window.opens_at,
                    "closes_at": event.window.closes_at,
                    "reason": event.reason,
                    "recorded_at": event.recorded_at,
                    "head": head,
                })
            })
            .collect();
        let document = json!({
            "consultation": format!(
                "{}/sl/{}/{}",
                making.state.context.base_url, consultation.authority.slug, consultation.slug
            ),
            "entries": entries,
            "head": heads.last(),
            // So that whoever has only this file can check it.
            "chain": "head = SHA-256 over previous head (empty at first), kind, opens_at, closes_at, reason, recorded_at; \
                      each preceded by its length in bytes as 8 bytes big-endian; times as microseconds since 1970 in 8 \
                      bytes big-endian, texts in UTF-8; the previous head as its 32 bytes. Of an outage, opens_at and closes_at \
                      say from when until when the site was away",
        });
        let changes = consultation.next_change(making.now);
        Ok(Rendered::until(document.to_string(), changes).of_kind(DOCUMENT))
    })
    .await
}
