//! The private page of a submission: receipt at first, outcome in the end.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use crate::comments::public_name;
use crate::consultations::{Consultation, consultation_site, find_by_id};
use crate::db::DatabaseError;
use crate::drafts::Place;
use crate::http::flash::Done;
use crate::http::render::FieldError;
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::ids::SubmissionLinkId;
use crate::kernel::token::Flow;
use crate::submissions::domain::{Confirmation, public_state};
use crate::submissions::page::{AddressForm, Outcome, TrackedComment, Tracking};
use crate::submissions::service::place;
use crate::submissions::store::{self, StoredSubmission, TrackedRow};

/// The private address of a submission.
#[derive(Debug, Deserialize)]
pub(super) struct SubmissionPath {
    pub id: SubmissionLinkId,
    pub token: String,
}

impl SubmissionPath {
    /// Whether the link is one we gave out for `flow`.
    pub(super) fn check(&self, state: &AppState, flow: Flow) -> Result<(), Error> {
        if state
            .context
            .tokens
            .permits(&self.token, flow, self.id.uuid())
        {
            Ok(())
        } else {
            Err(Error::not_found())
        }
    }
}

/// Headers that say in two words what the page says: for programs, and for the redirect that leads to it.
pub(super) const REFERENCE: &str = "posvet-reference";
pub(super) const RECEIVED_AT: &str = "posvet-received-at";

/// The private address of a submission: the form leads to it, the mails tell it.
pub(super) fn tracking_url(state: &AppState, lang: Language, link: SubmissionLinkId) -> String {
    let token = state.context.tokens.mint(Flow::Submission, link.uuid());
    format!("/{}/submissions/{link}/{token}", lang.into_str())
}

/// Acts the page can speak of; anything else in the address is ignored.
const DONE: [&str; 3] = ["sent-again", "just-sent", "address-corrected"];

pub(super) async fn show_submission(
    state: web::Data<AppState>,
    lang: Language,
    path: web::Path<SubmissionPath>,
    done: Done,
) -> Result<HttpResponse, Error> {
    path.check(&state, Flow::Submission)?;
    let done = done.one_of(&DONE);
    show(&state, lang, &path, Typed::default(), done, StatusCode::OK).await
}

/// What was typed into the form for the right address, and what is wrong with it.
#[derive(Default)]
pub(super) struct Typed {
    pub email: String,
    pub errors: Vec<FieldError>,
}

/// Answers with the page of a submission.
pub(super) async fn show(
    state: &AppState,
    lang: Language,
    path: &SubmissionPath,
    typed: Typed,
    done: Option<String>,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let link = path.id;
    let found = state
        .context
        .db
        .read(move |connection| {
            let Some(submission) = store::find_by_link(connection, link)? else {
                return Ok::<_, DatabaseError>(None);
            };
            let Some(consultation) = find_by_id(connection, submission.consultation_id)? else {
                return Ok(None);
            };
            let comments = place::of_submission(connection, &consultation, submission.id)?;
            Ok(Some((submission, consultation, comments)))
        })
        .await?;
    let (submission, consultation, comments) = found.ok_or_else(Error::not_found)?;
    let here = format!("/submissions/{}/{}", path.id, path.token);
    let page = Tracking {
        url: format!("/{}{here}", lang.into_str()),
        address: address_form(&submission, typed, state.now()),
        ..page(&submission, &consultation, comments, state.now())
    };
    let mut site = consultation_site(state, lang, &consultation, &here);
    site.flash = done;
    let html = state.render(lang, &site, &page)?;
    Ok(answer::private(status)
        .insert_header((REFERENCE, submission.reference.as_str()))
        .insert_header((RECEIVED_AT, submission.received_at.to_string()))
        .content_type("text/html; charset=utf-8")
        .body(html))
}

/// While the submission waits: the address it stands with, and what can be done about it.
fn address_form(submission: &StoredSubmission, typed: Typed, now: Instant) -> Option<AddressForm> {
    let current = submission.submitter.email.clone()?;
    (submission.confirmation(now) == Confirmation::Waiting).then(|| AddressForm {
        current,
        can_correct: submission.link_id.is_none(),
        typed: typed.email,
        errors: typed.errors,
    })
}

fn page(
    submission: &StoredSubmission,
    consultation: &Consultation,
    comments: Vec<(TrackedRow, Place)>,
    now: Instant,
) -> Tracking {
    let (submitter, standing) = (&submission.submitter, submission.confirmation(now));
    let is_public = consultation.released_at.is_some();
    let name = public_name(
        submitter.kind,
        &submitter.name,
        &submitter.organisation,
        submitter.publish_name,
    );
    Tracking {
        url: String::new(),
        reference: submission.reference.clone(),
        language: submission.language.into_str().to_owned(),
        received_at: submission.received_at,
        is_late: submission.is_late,
        standing: standing.into_str().to_owned(),
        confirm_by: submission.confirm_by,
        address: None,
        channel: submission.channel.into_str().to_owned(),
        submitter_kind: submitter.kind.into_str().to_owned(),
        public_name: name.map(str::to_owned),
        comments: comments
            .into_iter()
            .map(|(row, place)| tracked(row, place, standing, is_public))
            .collect(),
        answers_expected_on: consultation.answers_expected_on(),
    }
}

fn tracked(
    row: TrackedRow,
    place: Place,
    standing: Confirmation,
    is_public: bool,
) -> TrackedComment {
    let state = match standing {
        Confirmation::Expired => standing.into_str(),
        Confirmation::Waiting | Confirmation::Confirmed => {
            public_state(row.standing, row.work, is_public)
        }
    };
    let response = row
        .response
        .as_ref()
        .filter(|_response| state == "released");
    let outcome = response.map(|response| Outcome::of(response, row.passage.as_deref()));
    TrackedComment {
        number: row.position,
        place,
        kind: row.kind.into_str().to_owned(),
        body: row.body,
        proposed_text: Some(row.proposed_text).filter(|text| !text.is_empty()),
        state: state.to_owned(),
        outcome,
    }
}
