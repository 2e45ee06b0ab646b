//! Showing a consultation to outsiders before it is public.

use serde_json::json;

use super::act::Act;
use crate::accounts::{By, NotAllowed};
use crate::consultations::domain::{
    Consultation, Fault, FaultKind, PreviewLink, preview_expires_at,
};
use crate::consultations::store;
use crate::context::Context;
use crate::db::{DbConnection, Failure, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{ConsultationId, PreviewLinkId};
use crate::kernel::token::{Flow, Tokens};
use crate::kernel::{limits, plain_text};

/// Why no link was made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PreviewError {
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    #[error("a field is wrong")]
    Wrong(Vec<Fault>),
    /// Everybody can see it already.
    #[error("it is public")]
    Public,
}

/// Makes a link for somebody, good for two weeks.
///
/// # Errors
/// [`PreviewError`], or the database.
pub async fn create_preview(
    context: &Context,
    by: &By,
    id: ConsultationId,
    label: &str,
) -> Result<(), Failure<PreviewError>> {
    let label = plain_text::line(label);
    let wrong = |kind| Failure::Refused(PreviewError::Wrong(vec![Fault::new("label", kind)]));
    if label.is_empty() {
        return Err(wrong(FaultKind::Missing));
    }
    if !limits::NAME.allows(&label) {
        return Err(wrong(FaultKind::TooLong(limits::NAME)));
    }
    let act = Act::new(context, by);
    context
        .db
        .write(move |connection| {
            let consultation = store::get(connection, id)?;
            let staff = act.authorise_in::<PreviewError>(&consultation)?;
            if consultation.is_public(act.now) {
                return Err(Failure::Refused(PreviewError::Public));
            }
            let link = PreviewLink {
                id: act.ids.next(act.now),
                consultation: id,
                label: label.clone(),
                created_at: act.now,
                expires_at: preview_expires_at(act.now),
                revoked_at: None,
            };
            store::insert_preview(connection, &link, staff)?;
            let after = json!({ "link": link.id, "expires_at": link.expires_at });
            act.record(connection, "consultation.preview_created", id, &after)?;
            Ok(())
        })
        .await
}

/// Takes a link back. Nothing happens when it was taken back before.
///
/// # Errors
/// [`PreviewError::NotAllowed`], or the database.
pub async fn revoke_preview(
    context: &Context,
    by: &By,
    id: ConsultationId,
    link: PreviewLinkId,
) -> Result<(), Failure<PreviewError>> {
    let act = Act::new(context, by);
    context
        .db
        .write(move |connection| {
            let consultation = store::get(connection, id)?;
            act.authorise_in::<PreviewError>(&consultation)?;
            if store::revoke_preview(connection, (id, link), act.now)? {
                let after = json!({ "link": link });
                act.record(connection, "consultation.preview_revoked", id, &after)?;
            }
            Ok(())
        })
        .await
}

/// What a link shows; `None` when it is not one of ours, expired, or was taken back.
///
/// # Errors
/// When the database refuses.
pub fn find_previewed(
    connection: &mut DbConnection,
    tokens: &Tokens,
    (id, token): (PreviewLinkId, &str),
    now: Instant,
) -> StoreResult<Option<(PreviewLink, Consultation)>> {
    if !tokens.permits(token, Flow::Preview, id.uuid()) {
        return Ok(None);
    }
    match store::find_preview(connection, id)?.filter(|link| link.holds(now)) {
        Some(link) => {
            let consultation = store::get(connection, link.consultation)?;
            Ok(Some((link, consultation)))
        }
        None => Ok(None),
    }
}
