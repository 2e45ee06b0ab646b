//! What the page of one notice shows, gathered in one read.

use crate::consultations::Consultation;
use crate::db::{DbConnection, StoreResult};
use crate::kernel::ids::NoticeId;
use crate::mail::outbox::Letter;
use crate::notices::domain::{AudienceFigure, Notice, NoticeText, Queued};
use crate::notices::page::{
    AudienceCount, DeliveryTrouble, NoticeRehearsal, NoticeReport, NoticeValues, SampleRecipient,
};
use crate::notices::{service, store};

/// The page by the state of the notice.
pub(super) enum Shown {
    Rehearsal(Box<NoticeRehearsal>),
    Report(Box<NoticeReport>),
}

/// The page of the notice of this consultation with this id.
pub(super) fn load(
    conn: &mut DbConnection,
    consultation: &Consultation,
    id: NoticeId,
) -> StoreResult<Option<Shown>> {
    let Some(notice) = store::find_notice(conn, consultation.id, id)? else {
        return Ok(None);
    };
    let shown = match &notice.queued {
        Some(queued) => Shown::Report(Box::new(report(conn, &notice, queued)?)),
        None => Shown::Rehearsal(Box::new(rehearsal(conn, consultation, &notice)?)),
    };
    Ok(Some(shown))
}

fn rehearsal(
    conn: &mut DbConnection,
    consultation: &Consultation,
    notice: &Notice,
) -> StoreResult<NoticeRehearsal> {
    let lists = store::Lists {
        consultation: consultation.id,
        authority: consultation.authority.id,
        text: &notice.text,
    };
    let found = store::count_recipients(conn, lists)?;
    Ok(NoticeRehearsal {
        notice_id: notice.id,
        version: notice.version.into(),
        values: values(&notice.text),
        errors: Vec::new(),
        audiences: audiences(&found.lists, &notice.text),
        duplicates: found.duplicates,
        unsubscribed: found.unsubscribed,
        recipients: found.recipients,
        sample: found
            .sample
            .into_iter()
            .map(|recipient| SampleRecipient {
                address: recipient.address,
                audience: recipient.audience.into_str().to_owned(),
                since: recipient.since,
            })
            .collect(),
        paragraphs: notice.text.paragraphs(),
        closes_at: consultation.window.closes_at,
        tested_at: notice.tested_at,
        last_sent_at: store::last_queued_at(conn, consultation.id)?,
    })
}

fn values(text: &NoticeText) -> NoticeValues {
    NoticeValues {
        subject: text.subject.clone(),
        body: text.body.clone(),
        audience: text
            .audience
            .iter()
            .map(|audience| audience.into_str().to_owned())
            .collect(),
    }
}

fn audiences(figures: &[AudienceFigure], text: &NoticeText) -> Vec<AudienceCount> {
    figures
        .iter()
        .map(|figure| AudienceCount {
            audience: figure.audience.into_str().to_owned(),
            count: figure.count,
            is_chosen: text.is_for(figure.audience),
        })
        .collect()
}

fn report(conn: &mut DbConnection, notice: &Notice, queued: &Queued) -> StoreResult<NoticeReport> {
    let report = service::find_delivery_report(conn, queued)?;
    Ok(NoticeReport {
        notice_id: notice.id,
        subject: notice.text.subject.clone(),
        paragraphs: notice.text.paragraphs(),
        confirmed_by: queued.by.clone(),
        confirmed_at: queued.at,
        finished_at: report.finished_at,
        recipients: queued.recipients,
        sent: report.figures.sent,
        waiting: report.figures.waiting,
        deferred: report.figures.deferred,
        failed: report.figures.failed,
        suppressed: report.figures.suppressed,
        audiences: audiences(&queued.by_audience, &notice.text),
        troubles: report.troubles.iter().map(trouble).collect(),
    })
}

fn trouble(letter: &Letter) -> DeliveryTrouble {
    let mail = &letter.mail;
    DeliveryTrouble {
        address: mail
            .recipient
            .as_ref()
            .map_or_else(|_invalid| "…".to_owned(), |address| address.masked()),
        state: mail.state.into_str().to_owned(),
        attempts: mail.attempts,
        reply: mail.last_reply.clone(),
        tried_at: mail.finished_at.unwrap_or(mail.created_at),
    }
}
