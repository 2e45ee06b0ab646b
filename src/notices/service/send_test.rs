//! A test: the notice as a recipient would see it, to the coordinator alone.

use serde_json::{Value, json};

use super::{Edit, coordinator, draft_url, editable, keep_text, shared_params};
use crate::accounts::{Actor, By, find_staff_address};
use crate::consultations::Consultation;
use crate::context::Context;
use crate::db::{DbConnection, Failure};
use crate::kernel::clock::Instant;
use crate::mail::Message;
use crate::mail::outbox::{self, NewMail};
use crate::notices::domain::{EditNoticeError, NoticeText};
use crate::notices::store;

/// Saves the draft and sends it to the coordinator's own address, in the coordinator's language. The mail belongs to no
/// content, so no report counts it, and is marked as a test: there is no subscriber whom a link could unsubscribe.
///
/// # Errors
/// The notice was sent, or somebody else saved another text in the meantime.
pub async fn send_test(
    context: &Context,
    by: &By,
    consultation: &Consultation,
    edit: Edit,
) -> Result<(), Failure<EditNoticeError>> {
    let actor = coordinator::<EditNoticeError>(by, consultation)?.clone();
    let now = context.now();
    let url = draft_url(&context.base_url, actor.language, consultation);
    let consultation = consultation.clone();
    context
        .db
        .write(move |conn| {
            let notice = editable(conn, consultation.id, &edit)?;
            keep_text(conn, &notice, &edit.text, now)?;
            let mut params = shared_params(&edit.text, &consultation);
            mark_as_test(&mut params, &edit.text, &url);
            enqueue(conn, &actor, &consultation, params, now)?;
            Ok(store::mark_tested(conn, notice.id, now)?)
        })
        .await
}

/// The mail reads as it will to those it is meant for first.
fn mark_as_test(params: &mut Value, text: &NoticeText, url: &str) {
    let audience = text.audience.first().map(|audience| audience.into_str());
    if let Some(params) = params.as_object_mut() {
        params.insert("audience".to_owned(), json!(audience));
        params.insert("draft_url".to_owned(), json!(url));
        params.insert("is_test".to_owned(), json!(true));
    }
}

fn enqueue(
    conn: &mut DbConnection,
    actor: &Actor,
    consultation: &Consultation,
    params: Value,
    now: Instant,
) -> Result<(), Failure<EditNoticeError>> {
    let Some(recipient) = find_staff_address(conn, actor.staff_id)? else {
        return Ok(());
    };
    let mail = NewMail {
        message: Message::Notice,
        content_id: None,
        authority_id: consultation.authority.id,
        recipient,
        language: actor.language,
        link_id: actor.staff_id.uuid(),
        params,
    };
    outbox::enqueue(conn, &mail, now)?;
    Ok(())
}
