//! One notice: before it is sent, who would get what; afterwards, what became of it.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::chrome;
use super::fields::{self, Action, NoticeFields};
use super::rehearsal_page::{self, Shown};
use crate::accounts::{Actor, By};
use crate::consultations::{Consultation, ConsultationPath};
use crate::db::Failure;
use crate::http::extract::{Form, id};
use crate::http::render::FieldError;
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;
use crate::kernel::ids::NoticeId;
use crate::notices::domain::{EditNoticeError, NoticeText, SendNoticeError};
use crate::notices::service::{self, Edit};

/// The part of an address that names a notice.
#[derive(Deserialize)]
pub(super) struct NoticePath {
    #[serde(flatten)]
    consultation: ConsultationPath,
    id: String,
}

/// One request about one notice.
struct Visit {
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    actor: Actor,
    consultation: Consultation,
    notice_id: NoticeId,
}

pub(super) async fn show_notice(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    actor: web::ReqData<Actor>,
    path: web::Path<NoticePath>,
) -> Result<HttpResponse, Error> {
    let visit = Visit::find(state, request, lang, actor, path).await?;
    let html = match visit.load().await? {
        Shown::Rehearsal(rehearsal) => visit.render(&*rehearsal)?,
        Shown::Report(report) => visit.render(&*report)?,
    };
    Ok(answer::page(StatusCode::OK, html))
}

pub(super) async fn act_on_notice(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    actor: web::ReqData<Actor>,
    path: web::Path<NoticePath>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Error> {
    let visit = Visit::find(state, request, lang, actor, path).await?;
    let fields = NoticeFields::read(pairs);
    let (Some(action), Some(version)) = (fields.action, fields.version) else {
        return Err(Error::bad_request());
    };
    let text = match NoticeText::parse(&fields.input) {
        Ok(text) => text,
        Err(faults) => {
            let errors = fields::errors(&faults);
            return visit
                .again(StatusCode::UNPROCESSABLE_ENTITY, &fields, errors, version)
                .await;
        }
    };
    let edit = Edit {
        notice_id: visit.notice_id,
        version,
        text,
    };
    match action {
        Action::Save => visit.save(fields, edit).await,
        Action::Test => visit.test(fields, edit).await,
        Action::Send => visit.send(fields, edit).await,
    }
}

impl Visit {
    async fn find(
        state: web::Data<AppState>,
        request: HttpRequest,
        lang: Language,
        actor: web::ReqData<Actor>,
        path: web::Path<NoticePath>,
    ) -> Result<Self, Error> {
        let notice_id = id(&path.id)?;
        let consultation = path.consultation.find_for_staff(&state).await?;
        Ok(Self {
            state,
            request,
            lang,
            actor: actor.into_inner(),
            consultation,
            notice_id,
        })
    }

    fn by(&self) -> By {
        By::Staff(self.actor.clone())
    }

    async fn save(&self, fields: NoticeFields, edit: Edit) -> Result<HttpResponse, Error> {
        let (context, by) = (&self.state.context, self.by());
        match service::save_notice(context, &by, &self.consultation, edit).await {
            Ok(_version) => Ok(self.done("saved")),
            Err(failure) => self.refuse_edit(&fields, failure).await,
        }
    }

    async fn test(&self, fields: NoticeFields, edit: Edit) -> Result<HttpResponse, Error> {
        let (context, by) = (&self.state.context, self.by());
        match service::send_test(context, &by, &self.consultation, edit).await {
            Ok(()) => Ok(self.done("tested")),
            Err(failure) => self.refuse_edit(&fields, failure).await,
        }
    }

    async fn send(&self, fields: NoticeFields, edit: Edit) -> Result<HttpResponse, Error> {
        let sent = service::send_notice(
            &self.state.context,
            &self.by(),
            &self.consultation,
            edit.clone(),
            fields.confirmation,
        )
        .await;
        match sent {
            Ok(_recipients) => Ok(self.done("sent")),
            Err(Failure::Database(error)) => Err(error.into()),
            Err(Failure::Refused(rule)) => self.refuse_sending(&fields, edit, rule).await,
        }
    }

    async fn refuse_sending(
        &self,
        fields: &NoticeFields,
        edit: Edit,
        rule: SendNoticeError,
    ) -> Result<HttpResponse, Error> {
        match rule {
            // The second click of two: what it wanted has happened, and the report says so.
            SendNoticeError::Edit(EditNoticeError::AlreadySent) => {
                Ok(answer::see_other(self.request.path()))
            }
            SendNoticeError::Edit(edit) => self.refuse_edit(fields, Failure::Refused(edit)).await,
            rule => {
                let mut version = edit.version;
                if rule.keeps_text() {
                    let (context, by) = (&self.state.context, self.by());
                    let saved = service::save_notice(context, &by, &self.consultation, edit);
                    match saved.await {
                        Ok(saved) => version = saved,
                        Err(failure) => return self.refuse_edit(fields, failure).await,
                    }
                }
                let errors = vec![fields::send_error(rule)];
                self.again(StatusCode::UNPROCESSABLE_ENTITY, fields, errors, version)
                    .await
            }
        }
    }

    async fn refuse_edit(
        &self,
        fields: &NoticeFields,
        failure: Failure<EditNoticeError>,
    ) -> Result<HttpResponse, Error> {
        match failure {
            Failure::Database(error) => Err(error.into()),
            Failure::Refused(EditNoticeError::NoSuchNotice | EditNoticeError::NotAllowed(_)) => {
                Err(Error::not_found())
            }
            Failure::Refused(EditNoticeError::AlreadySent) => Err(self.already_sent()),
            Failure::Refused(EditNoticeError::Conflict { current }) => {
                let errors = vec![FieldError::new("body", "notices-error-changed")];
                self.again(StatusCode::CONFLICT, fields, errors, current)
                    .await
            }
        }
    }

    /// The form with everything that was typed, and what is wrong with it.
    async fn again(
        &self,
        status: StatusCode,
        fields: &NoticeFields,
        errors: Vec<FieldError>,
        version: i32,
    ) -> Result<HttpResponse, Error> {
        let Shown::Rehearsal(mut rehearsal) = self.load().await? else {
            return Err(self.already_sent());
        };
        rehearsal.values = fields.values();
        rehearsal.errors = errors;
        rehearsal.version = version.into();
        Ok(answer::page(status, self.render(&*rehearsal)?))
    }

    fn already_sent(&self) -> Error {
        Error::new(StatusCode::CONFLICT, "notices-error-already-sent").back_to(self.request.path())
    }

    async fn load(&self) -> Result<Shown, Error> {
        let (consultation, notice) = (self.consultation.clone(), self.notice_id);
        self.state
            .context
            .db
            .read(move |conn| rehearsal_page::load(conn, &consultation, notice))
            .await?
            .ok_or_else(Error::not_found)
    }

    fn render(&self, shown: &impl crate::http::Page) -> Result<String, Error> {
        let site = chrome::of_desk(
            &self.state,
            self.lang,
            &self.request,
            &self.consultation,
            &self.actor,
        );
        self.state.render(self.lang, &site, shown)
    }

    fn done(&self, code: &str) -> HttpResponse {
        answer::see_other(&format!("{}?done={code}", self.request.path()))
    }
}
