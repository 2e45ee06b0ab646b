//! The release: what would become public, what is missing, and the act.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::{DONE, DeskPath, desk_site};
use crate::accounts::{Actor, By};
use crate::consultations::Consultation;
use crate::db::{DbConnection, Failure, StoreResult};
use crate::desk::page::{DispositionCount, JobRow, ReleasePage};
use crate::http::extract::Form;
use crate::http::flash::Done;
use crate::http::render::FieldError;
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::ids::ConsultationId;
use crate::responses;
use crate::responses::{ReleaseError, check_release};
use crate::submissions::count_submissions;

/// The form of the release: a tick that what stands above it was read.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ReleaseForm {
    confirm: String,
}

pub(super) async fn release_form(
    state: web::Data<AppState>,
    lang: Language,
    path: web::Path<DeskPath>,
    done: Done,
    actor: web::ReqData<Actor>,
) -> Result<HttpResponse, Error> {
    let consultation = path.find(&state, &actor).await?;
    let mut site = desk_site(&state, lang, &consultation, &actor, &release_path(&path));
    site.flash = done.one_of(&DONE);
    let page = find_page(&state, consultation).await?;
    state.show(StatusCode::OK, lang, &site, &page)
}

pub(super) async fn release_responses(
    state: web::Data<AppState>,
    lang: Language,
    path: web::Path<DeskPath>,
    actor: web::ReqData<Actor>,
    Form(sent): Form<ReleaseForm>,
) -> Result<HttpResponse, Error> {
    let consultation = path.find(&state, &actor).await?;
    let (status, error) = if sent.confirm.is_empty() {
        let error = FieldError::new("confirm", "desk-error-confirm-missing");
        (StatusCode::UNPROCESSABLE_ENTITY, error)
    } else {
        let by = By::Staff(Actor::clone(&actor));
        match responses::release_responses(&state.context, &by, consultation.id).await {
            Ok(()) | Err(Failure::Refused(ReleaseError::AlreadyReleased)) => {
                // The other nodes notice within a second; whoever pressed the button sees it at once.
                state.pages.clear();
                let done = done(&state, consultation.id).await?;
                let url = format!("/{}{}?done={done}", lang.into_str(), release_path(&path));
                return Ok(answer::see_other(&url));
            }
            Err(Failure::Database(error)) => return Err(error.into()),
            Err(Failure::Refused(
                ReleaseError::NoSuchConsultation | ReleaseError::NotAllowed(_),
            )) => {
                return Err(Error::not_found());
            }
            Err(Failure::Refused(refused)) => (StatusCode::CONFLICT, refusal(&refused)),
        }
    };
    let site = desk_site(&state, lang, &consultation, &actor, &release_path(&path));
    let page = ReleasePage {
        errors: vec![error],
        ..find_page(&state, consultation).await?
    };
    state.show(status, lang, &site, &page)
}

/// What has come of the act so far.
async fn done(state: &AppState, id: ConsultationId) -> Result<&'static str, Error> {
    let under_way = state
        .context
        .db
        .read(move |connection| responses::find_under_way(connection, id))
        .await?;
    Ok(match under_way {
        Some(_release) => "releasing",
        None => "released",
    })
}

fn release_path(path: &DeskPath) -> String {
    format!("{}/release", path.path())
}

fn refusal(refused: &ReleaseError) -> FieldError {
    match refused {
        ReleaseError::WindowOpen { .. } => FieldError::new("", "desk-error-window-open"),
        ReleaseError::Withdrawn => FieldError::new("", "desk-error-withdrawn"),
        ReleaseError::Unanswered { totals } => {
            FieldError::new("", "desk-error-unanswered").with("count", totals.missing())
        }
        ReleaseError::AlreadyReleased
        | ReleaseError::NoSuchConsultation
        | ReleaseError::NotAllowed(_) => FieldError::new("", "desk-error-already-released"),
    }
}

async fn find_page(state: &AppState, consultation: Consultation) -> Result<ReleasePage, Error> {
    let now = state.now();
    let page = state
        .context
        .db
        .read(move |connection| page(connection, &consultation, now))
        .await?;
    Ok(page)
}

fn page(
    connection: &mut DbConnection,
    consultation: &Consultation,
    now: Instant,
) -> StoreResult<ReleasePage> {
    let totals = responses::count_totals(connection, consultation.id)?;
    let dispositions = responses::count_by_disposition(connection, consultation.id)?;
    let mails = responses::count_mails(connection, consultation.id)?;
    let is_under_way = responses::find_under_way(connection, consultation.id)?.is_some();
    let job = responses::find_release_job(connection, consultation.id)?;
    // A comment confirmed after the release opens the gate once more.
    let is_complete = totals.released == totals.confirmed();
    Ok(ReleasePage {
        progress: totals.into(),
        standing: count_submissions(connection, consultation.id, now)?.into(),
        dispositions: dispositions
            .into_iter()
            .map(|(disposition, number)| DispositionCount {
                disposition: disposition.into_str().to_owned(),
                count: number,
            })
            .collect(),
        mails,
        is_closed: consultation.window.closes_at <= now,
        closes_at: consultation.window.closes_at,
        can_release: job.is_none()
            && (is_under_way || check_release(consultation, &totals, now).is_ok()),
        released_at: consultation.released_at.filter(|_at| is_complete),
        is_under_way,
        job: job.as_ref().map(JobRow::from),
        is_mailing: responses::is_mailing(connection, consultation.id)?,
        errors: Vec::new(),
    })
}
