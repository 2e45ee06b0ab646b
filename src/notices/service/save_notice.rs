//! Writing a notice. Nothing is sent.

use super::{Context, Edit, editable, keep_text};
use crate::accounts::Actor;
use crate::db::{DatabaseError, Failure};
use crate::kernel::ids::{ConsultationId, NoticeId};
use crate::notices::domain::{EditNoticeError, NoticeText};
use crate::notices::store;

/// Stores a new draft.
///
/// # Errors
/// When the database fails.
pub async fn create_notice(
    context: Context<'_>,
    actor: &Actor,
    consultation: ConsultationId,
    text: NoticeText,
) -> Result<NoticeId, DatabaseError> {
    let (now, author) = (context.now, actor.staff_id);
    let id: NoticeId = context.ids.next(now);
    context
        .db
        .write(move |conn| store::insert_notice(conn, id, consultation, author, &text, now))
        .await?;
    Ok(id)
}

/// Replaces the text of a draft and returns the version it is at now.
///
/// # Errors
/// The notice was sent, or somebody else saved another text in the meantime.
pub async fn save_notice(
    context: Context<'_>,
    consultation: ConsultationId,
    edit: Edit,
) -> Result<i32, Failure<EditNoticeError>> {
    let now = context.now;
    context
        .db
        .write(move |conn| {
            let notice = editable(conn, consultation, &edit)?;
            keep_text(conn, &notice, &edit.text, now)
        })
        .await
}
