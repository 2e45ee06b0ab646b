//! The private page of a submission: receipt at first, outcome in the end.

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use crate::comments::domain::{Channel, CommentState, NewSubmission, public_name, public_state};
use crate::comments::page::{Outcome, TrackedComment, Tracking};
use crate::comments::place;
use crate::comments::service::Receipt;
use crate::comments::store::{self, StoredSubmission, TrackedRow};
use crate::consultations::domain::{Consultation, Passage};
use crate::consultations::page::Place;
use crate::consultations::web::site;
use crate::consultations::{self, find_by_id};
use crate::db::DatabaseError;
use crate::http::{AppState, Error};
use crate::i18n::Language;
use crate::kernel::ids::SubmissionId;
use crate::kernel::redline;
use crate::kernel::token::Flow;

/// The private address of a submission.
#[derive(Debug, Deserialize)]
pub(super) struct SubmissionPath {
    pub id: SubmissionId,
    pub token: String,
}

impl SubmissionPath {
    /// Whether the link is one we gave out for `flow`.
    pub(super) fn check(&self, state: &AppState, flow: Flow) -> Result<(), Error> {
        if state.tokens.permits(&self.token, flow, self.id.uuid()) {
            Ok(())
        } else {
            Err(Error::not_found())
        }
    }
}

/// Whether the page speaks as a receipt.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Seen {
    /// In answer to the form.
    Now,
    /// By the private link, which only the mail and the receipt hold.
    Later,
}

pub(super) async fn show_submission(
    state: web::Data<AppState>,
    lang: Language,
    path: web::Path<SubmissionPath>,
) -> Result<HttpResponse, Error> {
    path.check(&state, Flow::Submission)?;
    let address = format!("/{}/submissions/{}/{}", lang.code(), path.id, path.token);
    let html = render(&state, lang, path.id, &address, Seen::Later).await?;
    Ok(HttpResponse::Ok()
        .insert_header(("cache-control", "no-store"))
        .insert_header(("referrer-policy", "no-referrer"))
        .content_type("text/html; charset=utf-8")
        .body(html))
}

/// A submission that has just been received.
pub(super) struct Received<'a> {
    pub consultation: &'a Consultation,
    pub passage: &'a Passage,
    pub submission: &'a NewSubmission,
    pub receipt: &'a Receipt,
}

/// Renders the page as a receipt in answer to the form, without asking the database again: nothing can go wrong between
/// what was stored and what is said.
pub(super) fn render_receipt(
    state: &AppState,
    lang: Language,
    received: &Received<'_>,
    address: &str,
) -> Result<String, Error> {
    let Received {
        consultation,
        passage,
        submission: new,
        receipt,
    } = received;
    let comment = &new.comment;
    let page = Tracking {
        reference: receipt.reference.clone(),
        received_at: receipt.received_at,
        is_late: false,
        is_confirmed: false,
        is_new: true,
        channel: Channel::Web.code().to_owned(),
        submitter_kind: new.submitter.kind.code().to_owned(),
        public_name: new.submitter.public_name().map(str::to_owned),
        comments: vec![TrackedComment {
            number: 1,
            place: consultations::place::of(passage),
            kind: comment.kind.code().to_owned(),
            body: comment.body.clone(),
            proposed_text: Some(comment.proposed_text.clone()).filter(|text| !text.is_empty()),
            state: public_state(CommentState::Unconfirmed.code()).to_owned(),
            outcome: None,
        }],
        answers_expected_on: consultation.answers_expected_on(),
    };
    let path = address.get(3..).unwrap_or_default();
    state.render(lang, &site(state, lang, consultation, path), &page)
}

/// Renders the page at its private `address`.
pub(super) async fn render(
    state: &AppState,
    lang: Language,
    id: SubmissionId,
    address: &str,
    seen: Seen,
) -> Result<String, Error> {
    let found = state
        .db
        .read(move |connection| {
            let Some(submission) = store::find_submission(connection, id)? else {
                return Ok::<_, DatabaseError>(None);
            };
            let Some(consultation) = find_by_id(connection, submission.consultation_id)? else {
                return Ok(None);
            };
            let comments = place::of_submission(connection, &consultation, id)?;
            Ok(Some((submission, consultation, comments)))
        })
        .await?;
    let (submission, consultation, comments) = found.ok_or_else(Error::not_found)?;
    let page = page(&submission, &consultation, comments, seen);
    let path = address.get(3..).unwrap_or_default();
    state.render(lang, &site(state, lang, &consultation, path), &page)
}

fn page(
    submission: &StoredSubmission,
    consultation: &Consultation,
    comments: Vec<(TrackedRow, Place)>,
    seen: Seen,
) -> Tracking {
    Tracking {
        reference: submission.reference.clone(),
        received_at: submission.received_at,
        is_late: consultation.window.closes_at <= submission.received_at,
        is_confirmed: submission.confirmed_at.is_some(),
        is_new: seen == Seen::Now,
        channel: submission.channel.clone(),
        submitter_kind: submission.submitter_kind.code().to_owned(),
        public_name: public_name(
            submission.submitter_kind,
            &submission.name,
            &submission.organisation,
            submission.publish_name,
        )
        .map(str::to_owned),
        comments: comments.into_iter().map(tracked).collect(),
        answers_expected_on: consultation.answers_expected_on(),
    }
}

fn tracked((row, place): (TrackedRow, Place)) -> TrackedComment {
    let state = public_state(&row.state);
    let outcome = (state == "released").then(|| outcome(&row)).flatten();
    TrackedComment {
        number: u32::try_from(row.position).unwrap_or_default(),
        place,
        kind: row.kind,
        body: row.body,
        proposed_text: Some(row.proposed_text).filter(|text| !text.is_empty()),
        state: state.to_owned(),
        outcome,
    }
}

fn outcome(row: &TrackedRow) -> Option<Outcome> {
    let changed = row
        .changed_text
        .as_deref()
        .filter(|_text| row.text_change.as_deref() == Some("changed"));
    Some(Outcome {
        disposition: row.disposition.clone()?,
        reason: row.reason.clone().unwrap_or_default(),
        change_html: row
            .passage
            .as_deref()
            .zip(changed)
            .map(|(passage, changed)| redline::html(passage, changed)),
        is_unchanged: row.text_change.as_deref() == Some("unchanged"),
    })
}
