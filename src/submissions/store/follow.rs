//! Following a submission by its private link, confirming it, and asking for that.

use diesel::prelude::*;

use crate::comments::{
    CommentKind, Disposition, Standing, SubmitterKind, TextChange, Work, set_standing,
};
use crate::db::schema::{
    comments, consultations, paragraph_texts, responses, submissions, submitters,
};
use crate::db::{DbConnection, StoreResult};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::{ConsultationId, ParagraphId, SectionId, SubmissionId, SubmissionLinkId};
use crate::submissions::domain::{Channel, Confirmation, confirmation, reminded_until};

/// A submission as its tracking page needs it.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = submissions)]
pub struct StoredSubmission {
    pub id: SubmissionId,
    /// Set once the address was corrected; see [`StoredSubmission::link`].
    pub link_id: Option<SubmissionLinkId>,
    pub consultation_id: ConsultationId,
    pub reference: String,
    pub channel: Channel,
    pub language: Language,
    pub received_at: Instant,
    pub confirmed_at: Option<Instant>,
    pub confirm_by: Instant,
    pub sent_again_at: Option<Instant>,
    /// Whether it came after the window, as it stood when it came.
    pub is_late: bool,
    #[diesel(embed)]
    pub submitter: StoredSubmitter,
}

/// Who submitted.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = submitters)]
pub struct StoredSubmitter {
    pub kind: SubmitterKind,
    pub name: String,
    pub organisation: String,
    pub email: Option<String>,
    pub publish_name: bool,
}

impl StoredSubmission {
    /// How far its confirmation has got at `now`.
    pub fn confirmation(&self, now: Instant) -> Confirmation {
        confirmation(self.confirmed_at, self.confirm_by, now)
    }

    /// What its links are derived from.
    pub fn link(&self) -> SubmissionLinkId {
        submission_link(self.id, self.link_id)
    }
}

/// What the links of a submission are derived from, as `submissions.id` and `submissions.link_id` say.
pub fn submission_link(id: SubmissionId, corrected: Option<SubmissionLinkId>) -> SubmissionLinkId {
    corrected.unwrap_or(SubmissionLinkId::new(id.uuid()))
}

/// The submission with this link; a link from before the address was corrected finds nothing.
///
/// # Errors
/// When the database refuses.
pub fn find_by_link(
    connection: &mut DbConnection,
    link: SubmissionLinkId,
) -> StoreResult<Option<StoredSubmission>> {
    let own = submissions::id
        .eq(SubmissionId::new(link.uuid()))
        .and(submissions::link_id.is_null());
    Ok(submissions::table
        .inner_join(submitters::table.on(submitters::submission_id.eq(submissions::id)))
        .filter(own.or(submissions::link_id.eq(link)))
        .select(StoredSubmission::as_select())
        .first(connection)
        .optional()?)
}

/// Submissions to be reminded at `now`: their time to confirm ends soon, and they have not been. At most `limit`.
///
/// # Errors
/// When the database refuses.
pub fn list_to_remind(
    connection: &mut DbConnection,
    now: Instant,
    limit: i64,
) -> StoreResult<Vec<StoredSubmission>> {
    Ok(submissions::table
        .inner_join(submitters::table.on(submitters::submission_id.eq(submissions::id)))
        .filter(submissions::consultation_id.eq_any(consultations::table.select(consultations::id)))
        .filter(submissions::confirmed_at.is_null())
        .filter(submissions::confirm_by.gt(now))
        .filter(submissions::confirm_by.le(reminded_until(now)))
        .filter(submissions::reminded_at.is_null())
        .filter(submitters::email.is_not_null())
        .order(submissions::confirm_by)
        .limit(limit)
        .select(StoredSubmission::as_select())
        .load(connection)?)
}

/// Notes that a submitter was reminded.
///
/// # Errors
/// When the database refuses.
pub fn mark_reminded(
    connection: &mut DbConnection,
    id: SubmissionId,
    now: Instant,
) -> StoreResult<()> {
    diesel::update(submissions::table.find(id))
        .set(submissions::reminded_at.eq(now))
        .execute(connection)?;
    Ok(())
}

/// Notes that the mail was asked for again.
///
/// # Errors
/// When the database refuses.
pub fn mark_sent_again(
    connection: &mut DbConnection,
    id: SubmissionId,
    now: Instant,
) -> StoreResult<()> {
    diesel::update(submissions::table.find(id))
        .set(submissions::sent_again_at.eq(now))
        .execute(connection)?;
    Ok(())
}

/// Puts another address in the place of a mistyped one, with links of its own.
///
/// # Errors
/// When the database refuses.
pub fn correct_address(
    connection: &mut DbConnection,
    id: SubmissionId,
    email: &EmailAddress,
    link: SubmissionLinkId,
    now: Instant,
) -> StoreResult<()> {
    diesel::update(submitters::table.find(id))
        .set(submitters::email.eq(email.expose()))
        .execute(connection)?;
    diesel::update(submissions::table.find(id))
        .set((
            submissions::link_id.eq(link),
            submissions::sent_again_at.eq(now),
        ))
        .execute(connection)?;
    Ok(())
}

/// A comment of a submission with its response, if it has one.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = comments)]
pub struct TrackedRow {
    pub position: i32,
    pub section_id: Option<SectionId>,
    pub paragraph_id: Option<ParagraphId>,
    pub kind: CommentKind,
    pub body: String,
    pub proposed_text: String,
    pub standing: Standing,
    pub work: Work,
    #[diesel(embed)]
    pub response: Option<ResponseColumns>,
    /// Markdown of the passage commented on.
    #[diesel(select_expression = paragraph_texts::body.nullable())]
    pub passage: Option<String>,
}

/// What a response says.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = responses)]
pub struct ResponseColumns {
    pub disposition: Option<Disposition>,
    pub reason: String,
    pub text_change: TextChange,
    pub changed_text: String,
}

/// The comments of a submission in order.
///
/// # Errors
/// When the database refuses.
pub fn list_comments(
    connection: &mut DbConnection,
    id: SubmissionId,
) -> StoreResult<Vec<TrackedRow>> {
    let passage = paragraph_texts::table.on(comments::paragraph_id
        .eq(paragraph_texts::paragraph_id.nullable())
        .and(paragraph_texts::revision_id.eq(comments::revision_id)));
    Ok(comments::table
        .left_join(responses::table.on(comments::response_id.eq(responses::id.nullable())))
        .left_join(passage)
        .filter(comments::submission_id.eq(id))
        .order(comments::position)
        .select(TrackedRow::as_select())
        .load(connection)?)
}

/// Confirms a submission: its comments become new. Returns whether it had been waiting.
///
/// # Errors
/// When the database refuses.
pub fn confirm(connection: &mut DbConnection, id: SubmissionId, now: Instant) -> StoreResult<bool> {
    let waiting = submissions::table
        .find(id)
        .filter(submissions::confirmed_at.is_null());
    let confirmed = diesel::update(waiting)
        .set((
            submissions::confirmed_at.eq(now),
            submissions::standing.eq(Standing::Counted),
        ))
        .execute(connection)?;
    if confirmed == 0 {
        return Ok(false);
    }
    set_standing(connection, id, Standing::Counted)?;
    Ok(true)
}
