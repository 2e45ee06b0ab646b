//! Announcing, extending, withdrawing, recording the adoption, giving up.

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use futures_util::future::LocalBoxFuture;

use super::overview::{Refused, show};
use super::values;
use crate::accounts::{Actor, By};
use crate::consultations::{
    self, AdoptError, AnnounceError, ChangeWindowError, Consultation, CreateError, Extension,
    Values,
};
use crate::db::Failure;
use crate::desk::web::DeskPath;
use crate::http::extract::Form;
use crate::http::flash::Done;
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;

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

pub(in crate::desk::web) async fn announce(request: Request) -> Result<HttpResponse, Error> {
    let consultation = request.consultation().await?;
    let context = &request.state.context;
    match consultations::announce(context, &request.by(), consultation.id).await {
        Ok(()) => Ok(request.done("announced")),
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
