//! Use cases: each is one transaction that decides, stores and enqueues.

mod audience;
mod report;
mod save_notice;
mod send_notice;
mod send_test;

pub use audience::count_everybody;
pub use report::find_delivery_report;
pub use save_notice::{create_notice, save_notice};
pub use send_notice::{Confirmation, send_notice};
pub use send_test::send_test;

use crate::accounts::{Actor, By};
use crate::consultations::Consultation;
use crate::db::{DbConnection, Failure};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::ids::{ConsultationId, NoticeId};
use crate::notices::domain::{COORDINATORS, EditNoticeError, Notice, NoticeText};
use crate::notices::store;

/// What a coordinator had before them when they pressed a button.
#[derive(Clone, Debug)]
pub struct Edit {
    pub notice_id: NoticeId,
    /// Version of the draft the form was made from.
    pub version: i32,
    /// What stands in the form.
    pub text: NoticeText,
}

/// The coordinator who acts: only they write and send notices.
fn coordinator<'by, E: From<EditNoticeError>>(
    by: &'by By,
    consultation: &Consultation,
) -> Result<&'by Actor, Failure<E>> {
    by.holder_in(COORDINATORS, consultation.authority.id, consultation.id)
        .map_err(|not_allowed| refused(not_allowed.into()))
}

/// The draft an edit is about, if the edit may still change it.
fn editable<E: From<EditNoticeError>>(
    conn: &mut DbConnection,
    consultation: ConsultationId,
    edit: &Edit,
) -> Result<Notice, Failure<E>> {
    let notice = store::find_notice(conn, consultation, edit.notice_id)?
        .ok_or(EditNoticeError::NoSuchNotice)
        .map_err(refused)?;
    notice.check_editable(edit.version).map_err(refused)?;
    Ok(notice)
}

/// Stores the text of an edit and returns the version the draft is at now.
fn keep_text<E: From<EditNoticeError>>(
    conn: &mut DbConnection,
    notice: &Notice,
    text: &NoticeText,
    now: Instant,
) -> Result<i32, Failure<E>> {
    if notice.text == *text {
        return Ok(notice.version);
    }
    let next = notice.version + 1;
    if store::update_text(conn, notice.id, notice.version, text, now)? {
        Ok(next)
    } else {
        Err(refused(EditNoticeError::Conflict { current: next }))
    }
}

fn refused<E: From<EditNoticeError>>(error: EditNoticeError) -> Failure<E> {
    Failure::Refused(error.into())
}

/// What the mails of one notice have in common.
fn shared_params(text: &NoticeText, consultation: &Consultation) -> serde_json::Value {
    serde_json::json!({
        "subject": text.subject,
        "paragraphs": text.paragraphs(),
        "consultation": consultation.mail_params(),
        "closes_at": consultation.window.closes_at,
    })
}

/// Where the mail leads to, in the recipient's language.
fn draft_url(base_url: &str, language: Language, consultation: &Consultation) -> String {
    let (lang, authority) = (language.into_str(), &consultation.authority.slug);
    format!("{base_url}/{lang}/{authority}/{}", consultation.slug)
}
