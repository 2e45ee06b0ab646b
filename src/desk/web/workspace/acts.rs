//! Announcing, extending, withdrawing, recording the adoption, giving up.

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use futures_util::future::LocalBoxFuture;

use super::overview::{Refused, show};
use super::values;
use crate::accounts::{Actor, By};
use crate::consultations::{
    self, AdoptError, AnnounceError, ChangeWindowError, Consultation, CreateError, Extension,
    PreviewError, Values,
};
use crate::db::Failure;
use crate::desk::web::DeskPath;
use crate::http::extract::Form;
use crate::http::flash::Done;
use crate::http::{AppState, Error, answer};
use crate::i18n::dates::{self, Style};
use crate::i18n::{Args, Language};
use crate::notices::{self, NoticeText};

/// Who acts, where.
pub(in crate::desk::web) struct Request {
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: web::Path<DeskPath>,
}

impl FromRequest for Request {
    type Error = actix_web::Error;
    type Future = LocalBoxFuture<'static, Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let parts = <(_, _, _, _)>::from_request(request, payload);
        Box::pin(async move {
            let (state, actor, lang, path) = parts.await?;
            Ok(Self {
                state,
                actor,
                lang,
                path,
            })
        })
    }
}

impl Request {
    async fn consultation(&self) -> Result<Consultation, Error> {
        self.path.find(&self.state, &self.actor).await
    }

    fn by(&self) -> By {
        By::Staff(Actor::clone(&self.actor))
    }

    /// The page, after something was done.
    fn done(&self, code: &str) -> HttpResponse {
        let lang = self.lang.into_str();
        answer::see_other(&format!("/{lang}{}/overview?done={code}", self.path.path()))
    }

    async fn refused(&self, refused: Refused) -> Result<HttpResponse, Error> {
        let Self {
            state,
            actor,
            lang,
            path,
        } = self;
        show(state, actor, *lang, path, refused, Done::default()).await
    }
}

pub(in crate::desk::web) async fn announce(
    request: Request,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Error> {
    let consultation = request.consultation().await?;
    let typed = values(pairs);
    let at = typed.get("announce_at").cloned().unwrap_or_default();
    let context = &request.state.context;
    match consultations::announce(context, &request.by(), consultation.id, &at).await {
        Ok(()) if at.trim().is_empty() => {
            prepare_notice(&request, &consultation, ANNOUNCED).await;
            Ok(request.done("announced"))
        }
        Ok(()) => Ok(request.done("announcement-set")),
        Err(Failure::Refused(AnnounceError::Wrong(faults))) => {
            request.refused(Refused::fields(typed, &faults)).await
        }
        Err(Failure::Refused(AnnounceError::Missing(_what))) => {
            request
                .refused(Refused::act("desk-workspace-gate-shut"))
                .await
        }
        Err(Failure::Refused(AnnounceError::Announced)) => Ok(request.done("announced")),
        Err(Failure::Refused(AnnounceError::NotAllowed(_))) => Err(Error::not_found()),
        Err(Failure::Database(error)) => Err(error.into()),
    }
}

pub(in crate::desk::web) async fn take_back(request: Request) -> Result<HttpResponse, Error> {
    let consultation = request.consultation().await?;
    let context = &request.state.context;
    let by = request.by();
    match consultations::take_back_announcement(context, &by, consultation.id).await {
        Ok(()) => Ok(request.done("announcement-taken-back")),
        Err(Failure::Refused(AnnounceError::NotAllowed(_))) => Err(Error::not_found()),
        Err(Failure::Refused(_public)) => {
            request
                .refused(Refused::act("desk-workspace-not-now"))
                .await
        }
        Err(Failure::Database(error)) => Err(error.into()),
    }
}

pub(in crate::desk::web) async fn create_preview(
    request: Request,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Error> {
    let consultation = request.consultation().await?;
    let typed = values(pairs);
    let label = typed.get("label").cloned().unwrap_or_default();
    let (context, by) = (&request.state.context, request.by());
    match consultations::create_preview(context, &by, consultation.id, &label).await {
        Ok(()) => Ok(request.done("preview-made")),
        Err(Failure::Refused(PreviewError::Wrong(faults))) => {
            request.refused(Refused::fields(typed, &faults)).await
        }
        Err(Failure::Refused(PreviewError::Public)) => {
            request
                .refused(Refused::act("desk-workspace-not-now"))
                .await
        }
        Err(Failure::Refused(PreviewError::NotAllowed(_))) => Err(Error::not_found()),
        Err(Failure::Database(error)) => Err(error.into()),
    }
}

pub(in crate::desk::web) async fn revoke_preview(
    request: Request,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Error> {
    let consultation = request.consultation().await?;
    let typed = values(pairs);
    let link = typed.get("link").and_then(|link| link.parse().ok());
    let Some(link) = link else {
        return Ok(request.done("preview-revoked"));
    };
    let (context, by) = (&request.state.context, request.by());
    match consultations::revoke_preview(context, &by, consultation.id, link).await {
        Ok(()) => Ok(request.done("preview-revoked")),
        Err(Failure::Refused(_not_allowed)) => Err(Error::not_found()),
        Err(Failure::Database(error)) => Err(error.into()),
    }
}

/// The messages a notice is made of: its subject and its body.
type Words = (&'static str, &'static str);
const ANNOUNCED: Words = (
    "desk-notice-announced-subject",
    "desk-notice-announced-body",
);
const EXTENDED: Words = ("desk-notice-extended-subject", "desk-notice-extended-body");

/// Writes a notice about what has just happened as a draft: whoever sends it reads it first. What happened stays so when the
/// draft cannot be written; then somebody writes it by hand.
async fn prepare_notice(request: &Request, consultation: &Consultation, (subject, body): Words) {
    let (catalogue, lang) = (&request.state.catalogue, Language::default());
    let zone = consultation.authority.zone;
    let written = |at, style| dates::moment(catalogue, lang, zone, at, style);
    let mut args = Args::new();
    args.set("title", consultation.short_title.clone());
    args.set(
        "opening",
        written(consultation.window.opens_at, Style::OpeningAccusative),
    );
    args.set(
        "deadline",
        written(consultation.window.closes_at, Style::Deadline),
    );
    let text = NoticeText::for_everybody(
        catalogue.format(lang, subject, &args),
        catalogue.format(lang, body, &args),
    );
    let context = &request.state.context;
    let written = notices::create_notice(context, &request.by(), consultation, text).await;
    if let Err(Failure::Database(error)) = written {
        tracing::error!(%error, "The draft of a notice was not written");
    }
}

pub(in crate::desk::web) async fn extend(
    request: Request,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Error> {
    let consultation = request.consultation().await?;
    let typed = values(pairs);
    let extension = match Extension::parse(&typed) {
        Ok(extension) => extension,
        Err(faults) => return request.refused(Refused::fields(typed, &faults)).await,
    };
    let context = &request.state.context;
    let outcome = consultations::extend(context, &request.by(), consultation.id, extension).await;
    if let Ok(extended) = &outcome {
        prepare_notice(&request, extended, EXTENDED).await;
    }
    changed(&request, outcome.map(|_extended| ()), "extended", typed).await
}

pub(in crate::desk::web) async fn withdraw(
    request: Request,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Error> {
    let consultation = request.consultation().await?;
    let typed = values(pairs);
    let reason = typed.get("withdrawal").cloned().unwrap_or_default();
    let context = &request.state.context;
    let outcome = consultations::withdraw(context, &request.by(), consultation.id, &reason).await;
    changed(&request, outcome, "withdrawn", typed).await
}

pub(in crate::desk::web) async fn record_outage(
    request: Request,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Error> {
    let consultation = request.consultation().await?;
    let typed = values(pairs);
    let (context, by) = (&request.state.context, request.by());
    let outcome = consultations::record_outage(context, &by, consultation.id, typed.clone()).await;
    changed(&request, outcome, "outage-recorded", typed).await
}

async fn changed(
    request: &Request,
    outcome: Result<(), Failure<ChangeWindowError>>,
    code: &str,
    typed: Values,
) -> Result<HttpResponse, Error> {
    match outcome {
        Ok(()) => Ok(request.done(code)),
        Err(Failure::Refused(ChangeWindowError::Wrong(faults))) => {
            request.refused(Refused::fields(typed, &faults)).await
        }
        Err(Failure::Refused(ChangeWindowError::Phase)) => {
            request
                .refused(Refused::act("desk-workspace-not-now"))
                .await
        }
        Err(Failure::Refused(ChangeWindowError::NotAllowed(_))) => Err(Error::not_found()),
        Err(Failure::Database(error)) => Err(error.into()),
    }
}

pub(in crate::desk::web) async fn adopt(
    request: Request,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Error> {
    let consultation = request.consultation().await?;
    let typed = values(pairs);
    let (context, id) = (&request.state.context, consultation.id);
    match consultations::record_adoption(context, &request.by(), id, typed.clone()).await {
        Ok(()) => Ok(request.done("adopted")),
        Err(Failure::Refused(AdoptError::Wrong(faults))) => {
            request.refused(Refused::fields(typed, &faults)).await
        }
        Err(Failure::Refused(AdoptError::NotAnswered)) => {
            request
                .refused(Refused::act("desk-workspace-not-now"))
                .await
        }
        Err(Failure::Refused(AdoptError::NotAllowed(_))) => Err(Error::not_found()),
        Err(Failure::Database(error)) => Err(error.into()),
    }
}

pub(in crate::desk::web) async fn delete(request: Request) -> Result<HttpResponse, Error> {
    let consultation = request.consultation().await?;
    let context = &request.state.context;
    match consultations::delete(context, &request.by(), consultation.id).await {
        Ok(()) => Ok(answer::see_other(&format!(
            "/{}/desk?done=deleted",
            request.lang.into_str()
        ))),
        Err(Failure::Refused(CreateError::Announced | CreateError::Wrong(_))) => {
            request
                .refused(Refused::act("desk-workspace-not-now"))
                .await
        }
        Err(Failure::Refused(CreateError::NotAllowed(_))) => Err(Error::not_found()),
        Err(Failure::Database(error)) => Err(error.into()),
    }
}
