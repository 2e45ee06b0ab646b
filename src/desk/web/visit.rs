//! One request about one comment: who asks, and from which list they came.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};

use super::answer_page::{self, Asked, Shown};
use super::list::ListQuery;
use super::{CommentPath, DONE, DoneTo, desk_site, form, way};
use crate::accounts::{Actor, By};
use crate::consultations::Consultation;
use crate::desk::page::Answer;
use crate::http::extract::Query;
use crate::http::flash::Done;
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;
use crate::kernel::role::Role;
use crate::responses::Act;

pub(super) struct Visit {
    pub(super) state: web::Data<AppState>,
    lang: Language,
    path: CommentPath,
    query: ListQuery,
    /// What an act has just done, and to which comment.
    done: Done,
    to: DoneTo,
    actor: Actor,
    consultation: Consultation,
}

impl FromRequest for Visit {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let gone = |_error| Error::not_found();
            let path = web::Path::<CommentPath>::extract(&request).await;
            let path = path.map_err(gone)?.into_inner();
            let state = web::Data::<AppState>::extract(&request).await;
            let state = state.map_err(gone)?;
            let actor = web::ReqData::<Actor>::extract(&request).await;
            let actor = actor.map_err(gone)?.into_inner();
            Ok(Self {
                lang: Language::extract(&request).await?,
                query: Query::extract(&request).await?.0,
                done: Done::of(&request),
                to: Query::extract(&request).await?.0,
                consultation: path.desk().find(&state, &actor).await?,
                state,
                path,
                actor,
            })
        })
    }
}

impl Visit {
    /// The act of this person on the version of the response they saw.
    ///
    /// # Errors
    /// When the form does not say which version that was.
    pub(super) fn act(&self, version: Option<&str>) -> Result<Act, Error> {
        Ok(Act {
            consultation: self.consultation.id,
            comment: self.path.comment_id,
            version: form::version(version)?,
        })
    }

    /// In whose name they act.
    pub(super) fn by(&self) -> By {
        By::Staff(self.actor.clone())
    }

    /// The page of the comment as it stands.
    ///
    /// # Errors
    /// 404 when the comment is not one of this consultation.
    pub(super) async fn page(&self) -> Result<Shown, Error> {
        let asked = self.asked();
        self.state
            .context
            .db
            .read(move |connection| answer_page::find(connection, &asked))
            .await?
            .ok_or_else(Error::not_found)
    }

    pub(super) async fn show(
        &self,
        status: StatusCode,
        page: &Answer,
    ) -> Result<HttpResponse, Error> {
        let path = self.path_in_list();
        let mut site = desk_site(
            &self.state,
            self.lang,
            &self.consultation,
            &self.actor,
            &path,
        );
        site.flash = self.done.one_of(&DONE);
        let (state, lang) = (&self.state, self.lang);
        site.flash_link = self
            .to
            .link(state, lang, &self.consultation, &self.query)
            .await?;
        state.show(status, lang, &site, page)
    }

    /// The address of the comment, in the list the person came from.
    pub(super) fn address(&self) -> String {
        format!("/{}{}", self.lang.into_str(), self.path_in_list())
    }

    fn path_in_list(&self) -> String {
        let path = self.path.path();
        if self.query.is_named() {
            format!("{path}?{}", self.query.written())
        } else {
            path
        }
    }

    /// After an act the same comment again: there is more to do with it.
    pub(super) fn stay(&self, done: &str) -> HttpResponse {
        let address = self.address();
        let joint = if self.query.is_named() { '&' } else { '?' };
        answer::see_other(&format!("{address}{joint}done={done}"))
    }

    /// After an act the next comment of the list, or, when this was the last one, the list. Whoever came from nowhere
    /// stays.
    pub(super) async fn go_on(&self, done: &str) -> Result<HttpResponse, Error> {
        if !self.query.is_named() {
            return Ok(self.stay(done));
        }
        let asked = self.asked();
        let (next, query) = self
            .state
            .context
            .db
            .read(move |connection| way::find_next(connection, &asked))
            .await?
            .ok_or_else(Error::not_found)?;
        let desk = format!("/{}{}", self.lang.into_str(), self.path.desk().path());
        let place = match next {
            Some(next) => format!("{desk}/comments/{next}"),
            None => desk,
        };
        let comment = self.path.comment_id;
        Ok(answer::see_other(&format!(
            "{place}?{query}&done={done}&of={comment}"
        )))
    }

    fn asked(&self) -> Asked {
        Asked {
            consultation: self.consultation.id,
            draft: self.consultation.draft_id,
            comment: self.path.comment_id,
            staff: self.actor.staff_id,
            is_coordinator: self.actor.has(Role::Coordinator),
            query: self.query.clone(),
        }
    }
}
