//! The list of notices and the form of a new one.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use strum::VariantArray as _;

use super::chrome;
use super::fields::{self, NoticeFields};
use crate::accounts::{Actor, By};
use crate::consultations::ConsultationPath;
use crate::db::{DbConnection, Failure, StoreResult};
use crate::http::extract::Form;
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;
use crate::notices::domain::{Audience, Notice, NoticeText};
use crate::notices::page::{NoticeEntry, NoticeForm, NoticeList, NoticeValues};
use crate::notices::{service, store};

/// The guard has proven the role in the authority that the address names.
type Place = web::Path<ConsultationPath>;

pub(super) async fn list_notices(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    actor: web::ReqData<Actor>,
    place: Place,
) -> Result<HttpResponse, Error> {
    let consultation = place.find_for_staff(&state).await?;
    let id = consultation.id;
    let notices = state
        .context
        .db
        .read(move |conn| {
            let found = store::list_notices(conn, id)?;
            found
                .into_iter()
                .map(|notice| entry(conn, notice))
                .collect::<StoreResult<Vec<_>>>()
        })
        .await?;
    let site = chrome::of_desk(&state, lang, &request, &consultation, &actor);
    state.show(StatusCode::OK, lang, &site, &NoticeList { notices })
}

fn entry(conn: &mut DbConnection, notice: Notice) -> StoreResult<NoticeEntry> {
    let delivery = match &notice.queued {
        Some(queued) => Some(store::delivery_state(conn, queued.content_id)?),
        None => None,
    };
    let state = match delivery {
        None => "draft",
        Some(delivery) if delivery.is_settled => "sent",
        Some(_unsettled) => "sending",
    };
    Ok(NoticeEntry {
        notice_id: notice.id,
        subject: notice.text.subject,
        state: state.to_owned(),
        changed_at: notice.updated_at,
        recipients: notice.queued.map(|queued| queued.recipients),
        failed: delivery.map_or(0, |delivery| delivery.failed),
    })
}

pub(super) async fn notice_form(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    actor: web::ReqData<Actor>,
    place: Place,
) -> Result<HttpResponse, Error> {
    let consultation = place.find_for_staff(&state).await?;
    let form = NoticeForm {
        values: NoticeValues {
            audience: Audience::VARIANTS
                .iter()
                .map(|audience| audience.into_str().to_owned())
                .collect(),
            ..NoticeValues::default()
        },
        errors: Vec::new(),
    };
    let site = chrome::of_desk(&state, lang, &request, &consultation, &actor);
    state.show(StatusCode::OK, lang, &site, &form)
}

pub(super) async fn create_notice(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    actor: web::ReqData<Actor>,
    place: Place,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Error> {
    let consultation = place.find_for_staff(&state).await?;
    let fields = NoticeFields::read(pairs);
    match NoticeText::parse(&fields.input) {
        Ok(text) => {
            let by = By::Staff(actor.into_inner());
            let created = service::create_notice(&state.context, &by, &consultation, text).await;
            let id = created.map_err(|failure| match failure {
                Failure::Database(error) => Error::from(error),
                Failure::Refused(_not_allowed) => Error::not_found(),
            })?;
            let url = format!("{}/{id}?done=saved", request.path());
            Ok(answer::see_other(&url))
        }
        Err(faults) => {
            let form = NoticeForm {
                values: fields.values(),
                errors: fields::errors(&faults),
            };
            let site = chrome::of_desk(&state, lang, &request, &consultation, &actor);
            state.show(StatusCode::UNPROCESSABLE_ENTITY, lang, &site, &form)
        }
    }
}
