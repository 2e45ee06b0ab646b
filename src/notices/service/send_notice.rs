//! Sending a notice: one transaction, once.

use std::sync::Arc;

use serde_json::{Value, json};

use super::{Edit, coordinator, draft_url, editable, refused, shared_params};
use crate::accounts::{By, audit_name_of};
use crate::audit;
use crate::consultations::Consultation;
use crate::context::Context;
use crate::db::{DbConnection, Failure};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::ids::{MailContentId, StaffId};
use crate::kernel::token::Tokens;
use crate::mail::outbox;
use crate::notices::domain::{
    Audience, AudienceFigure, EditNoticeError, NoticeText, SendNoticeError, check_sendable,
};
use crate::notices::store;

/// What is decided before the transaction begins; it may run twice.
struct Sending {
    edit: Edit,
    is_confirmed: bool,
    consultation: Consultation,
    base_url: Arc<str>,
    content_id: MailContentId,
    by: StaffId,
    now: Instant,
}

/// Whether the coordinator ticked that the notice may leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmation {
    Given,
    Missing,
}

/// Puts one mail for every recipient into the outbox and returns how many. A second call, from whatever window or node,
/// finds the notice sent and does nothing.
///
/// # Errors
/// The first rule that says no; then nothing was sent.
pub async fn send_notice(
    context: &Context,
    by: &By,
    consultation: &Consultation,
    edit: Edit,
    confirmation: Confirmation,
) -> Result<i64, Failure<SendNoticeError>> {
    let staff = coordinator::<SendNoticeError>(by, consultation)?.staff_id;
    let now = context.now();
    let sending = Sending {
        edit,
        is_confirmed: confirmation == Confirmation::Given,
        consultation: consultation.clone(),
        base_url: Arc::clone(&context.base_url),
        content_id: context.ids.next(now),
        by: staff,
        now,
    };
    let tokens = context.tokens.clone();
    context
        .db
        .write(move |conn| sending.run(conn, &tokens))
        .await
}

impl Sending {
    fn run(
        &self,
        conn: &mut DbConnection,
        tokens: &Tokens,
    ) -> Result<i64, Failure<SendNoticeError>> {
        let (version, text) = (self.edit.version, &self.edit.text);
        let notice = editable(conn, self.consultation.id, &self.edit)?;
        check_sendable(
            &notice,
            self.consultation.announced_at,
            (version, text),
            self.is_confirmed,
            self.now,
        )
        .map_err(Failure::Refused)?;
        let params = shared_params(text, &self.consultation);
        outbox::enqueue_content(conn, self.content_id, &params, self.now)?;
        self.take(conn)?;
        let recipients = self.enqueue_mails(conn)?;
        let count = recipients.iter().map(|figure| figure.count).sum();
        if count == 0 {
            return Err(Failure::Refused(SendNoticeError::NoRecipients));
        }
        store::record_recipients(conn, notice.id, text, &recipients)?;
        self.record(conn, tokens, count)?;
        Ok(count)
    }

    /// Makes the draft ours; whoever comes second on another node is turned away here.
    fn take(&self, conn: &mut DbConnection) -> Result<(), Failure<SendNoticeError>> {
        let draft = (self.edit.notice_id, self.edit.version);
        if store::mark_queued(conn, draft, self.by, self.content_id, self.now)? {
            Ok(())
        } else {
            Err(refused(EditNoticeError::AlreadySent))
        }
    }

    fn enqueue_mails(
        &self,
        conn: &mut DbConnection,
    ) -> Result<Vec<AudienceFigure>, Failure<SendNoticeError>> {
        let lists = store::Lists {
            consultation: self.consultation.id,
            authority: self.consultation.authority.id,
            text: &self.edit.text,
        };
        let params = |language, audience| self.params(language, audience);
        Ok(store::enqueue_notice(
            conn,
            lists,
            self.edit.notice_id,
            self.content_id,
            &params,
            self.now,
        )?)
    }

    fn params(&self, language: Language, audience: Audience) -> Value {
        json!({
            "audience": audience.into_str(),
            "draft_url": draft_url(&self.base_url, language, &self.consultation),
        })
    }

    fn record(
        &self,
        conn: &mut DbConnection,
        tokens: &Tokens,
        recipients: i64,
    ) -> Result<(), Failure<SendNoticeError>> {
        let text: &NoticeText = &self.edit.text;
        let entry = audit::Entry {
            actor: audit_name_of(self.by),
            action: "notice.sent",
            subject: format!("notice:{}", self.edit.notice_id),
            scope: audit::Scope {
                consultation: Some(self.consultation.id),
                ..audit::Scope::authority(self.consultation.authority.id)
            },
            before: None,
            after: &json!({ "text": audit::text_hash(&json!(text).to_string()), "recipients": recipients }),
        };
        Ok(audit::append(conn, tokens, self.now, &entry)?)
    }
}
