//! The desk on the web. Whoever gets here has the role the route declares, in the authority of the address.

mod answer;
mod answer_page;
mod approval;
mod authority;
mod desk;
mod form;
mod inbox;
mod list;
mod logo;
mod people;
mod person;
mod release;
mod texts;
mod visit;
mod way;
mod workspace;

use self::list::ListQuery;
use actix_web::web;
use serde::Deserialize;

use crate::accounts::Actor;
use crate::consultations::{self, Consultation};
use crate::desk::page::Progress;
use crate::desk::store;

use crate::http::render::{FlashLink, Site, SiteStaff};
use crate::http::routing::{Access, Route};
use crate::http::{AppState, Error};
use crate::i18n::Language;
use crate::kernel::ids::CommentId;
use crate::kernel::role::Role;
use crate::responses::{self, Totals};

const DESK: &str = "/{lang}/desk";
const CANCEL_JOB: &str = "/{lang}/desk/jobs/{job_id}/cancel";
const SETTINGS: &str = "/{lang}/desk/{authority}/settings";
const LOGO: &str = "/{lang}/desk/{authority}/settings/logo/upload";
const TEXTS: &str = "/{lang}/desk/{authority}/texts";
const PEOPLE: &str = "/{lang}/desk/{authority}/people";
const RESEND: &str = "/{lang}/desk/{authority}/people/invitations/{id}/resend";
const REVOKE: &str = "/{lang}/desk/{authority}/people/invitations/{id}/revoke";
const PERSON: &str = "/{lang}/desk/{authority}/people/{person_id}";
const DISABLE: &str = "/{lang}/desk/{authority}/people/{person_id}/disable";
const ENABLE: &str = "/{lang}/desk/{authority}/people/{person_id}/enable";
const RESET_FACTOR: &str = "/{lang}/desk/{authority}/people/{person_id}/second-factor";
const NEW: &str = "/{lang}/desk/{authority}/new";
const OVERVIEW: &str = "/{lang}/desk/{authority}/{consultation}/overview";
const HISTORY: &str = "/{lang}/desk/{authority}/{consultation}/history";
const PART: &str = "/{lang}/desk/{authority}/{consultation}/parts/{part}";
const UPLOAD: &str = "/{lang}/desk/{authority}/{consultation}/parts/documents/upload";
const UPLOAD_MINUTES: &str = "/{lang}/desk/{authority}/{consultation}/parts/events/upload";
const ANNOUNCE: &str = "/{lang}/desk/{authority}/{consultation}/overview/announce";
const TAKE_BACK_ANNOUNCEMENT: &str =
    "/{lang}/desk/{authority}/{consultation}/overview/announce/take-back";
const PREVIEW: &str = "/{lang}/desk/{authority}/{consultation}/overview/preview";
const REVOKE_PREVIEW: &str = "/{lang}/desk/{authority}/{consultation}/overview/preview/revoke";
const OUTAGE: &str = "/{lang}/desk/{authority}/{consultation}/overview/outage";
const EXTEND: &str = "/{lang}/desk/{authority}/{consultation}/overview/extend";
const WITHDRAW: &str = "/{lang}/desk/{authority}/{consultation}/overview/withdraw";
const ADOPT: &str = "/{lang}/desk/{authority}/{consultation}/overview/adopt";
const DELETE: &str = "/{lang}/desk/{authority}/{consultation}/overview/delete";
const INBOX: &str = "/{lang}/desk/{authority}/{consultation}";
const RELEASE: &str = "/{lang}/desk/{authority}/{consultation}/release";
const ANSWER: &str = "/{lang}/desk/{authority}/{consultation}/comments/{comment_id}";
const APPROVE: &str = "/{lang}/desk/{authority}/{consultation}/comments/{comment_id}/approve";
const TAKE_BACK: &str = "/{lang}/desk/{authority}/{consultation}/comments/{comment_id}/take-back";
const REOPEN: &str = "/{lang}/desk/{authority}/{consultation}/comments/{comment_id}/reopen";
const RETURN: &str = "/{lang}/desk/{authority}/{consultation}/comments/{comment_id}/return";

const WORKING_GROUP: Access = Access::Roles(responses::WORKING_GROUP);
const ADMINISTRATORS: Access = Access::Roles(&[Role::Administrator]);
const COORDINATORS: Access = Access::Roles(responses::COORDINATORS);

/// The addresses of this slice.
pub fn routes() -> Vec<Route> {
    [administration(), workspace_routes(), work()].concat()
}

/// What administrators look after.
fn administration() -> Vec<Route> {
    vec![
        Route::get(SETTINGS, ADMINISTRATORS, || {
            web::to(authority::authority_form)
        }),
        Route::post(SETTINGS, ADMINISTRATORS, || {
            web::to(authority::save_authority)
        }),
        Route::post(LOGO, ADMINISTRATORS, || web::to(logo::save_logo)),
        Route::get(TEXTS, ADMINISTRATORS, || web::to(texts::texts_form)),
        Route::post(TEXTS, ADMINISTRATORS, || web::to(texts::save_texts)),
        Route::get(PEOPLE, ADMINISTRATORS, || web::to(people::list_people)),
        Route::post(PEOPLE, ADMINISTRATORS, || web::to(people::invite)),
        Route::post(RESEND, ADMINISTRATORS, || web::to(people::resend)),
        Route::post(REVOKE, ADMINISTRATORS, || web::to(people::revoke)),
        Route::get(PERSON, ADMINISTRATORS, || web::to(person::show_person)),
        Route::post(PERSON, ADMINISTRATORS, || web::to(person::set_roles)),
        Route::post(DISABLE, ADMINISTRATORS, || web::to(person::disable)),
        Route::post(ENABLE, ADMINISTRATORS, || web::to(person::enable)),
        Route::post(RESET_FACTOR, ADMINISTRATORS, || {
            web::to(person::reset_second_factor)
        }),
    ]
}

/// Beginning a consultation, preparing it, and what happens to it.
fn workspace_routes() -> Vec<Route> {
    vec![
        Route::get(NEW, COORDINATORS, || {
            web::to(workspace::create::new_consultation_form)
        }),
        Route::post(NEW, COORDINATORS, || {
            web::to(workspace::create::create_consultation)
        }),
        Route::get(OVERVIEW, COORDINATORS, || {
            web::to(workspace::overview::show_workspace)
        }),
        Route::get(HISTORY, COORDINATORS, || {
            web::to(workspace::history::show_history)
        }),
        Route::get(PART, COORDINATORS, || web::to(workspace::part::part_form)),
        Route::post(PART, COORDINATORS, || web::to(workspace::part::save_part)),
        Route::post(UPLOAD, COORDINATORS, || {
            web::to(workspace::upload::bring_document)
        }),
        Route::post(UPLOAD_MINUTES, COORDINATORS, || {
            web::to(workspace::upload::bring_minutes)
        }),
        Route::post(ANNOUNCE, COORDINATORS, || {
            web::to(workspace::acts::announce)
        }),
        Route::post(TAKE_BACK_ANNOUNCEMENT, COORDINATORS, || {
            web::to(workspace::acts::take_back)
        }),
        Route::post(PREVIEW, COORDINATORS, || {
            web::to(workspace::acts::create_preview)
        }),
        Route::post(REVOKE_PREVIEW, COORDINATORS, || {
            web::to(workspace::acts::revoke_preview)
        }),
        Route::post(OUTAGE, COORDINATORS, || {
            web::to(workspace::acts::record_outage)
        }),
        Route::post(EXTEND, COORDINATORS, || web::to(workspace::acts::extend)),
        Route::post(WITHDRAW, COORDINATORS, || {
            web::to(workspace::acts::withdraw)
        }),
        Route::post(ADOPT, COORDINATORS, || web::to(workspace::acts::adopt)),
        Route::post(DELETE, COORDINATORS, || web::to(workspace::acts::delete)),
    ]
}

/// The work on comments.
fn work() -> Vec<Route> {
    vec![
        Route::get(DESK, Access::SignedIn, || web::to(desk::show_desk)),
        Route::post(CANCEL_JOB, Access::SignedIn, || web::to(desk::cancel_job)),
        Route::get(RELEASE, COORDINATORS, || web::to(release::release_form)),
        Route::post(RELEASE, COORDINATORS, || {
            web::to(release::release_responses)
        }),
        Route::get(INBOX, WORKING_GROUP, || web::to(inbox::show_inbox)),
        Route::get(ANSWER, WORKING_GROUP, || web::to(answer::response_form)),
        Route::post(ANSWER, WORKING_GROUP, || web::to(answer::save_response)),
        Route::post(APPROVE, WORKING_GROUP, || {
            web::to(approval::approve_response)
        }),
        Route::post(RETURN, WORKING_GROUP, || web::to(approval::return_response)),
        Route::post(TAKE_BACK, WORKING_GROUP, || {
            web::to(approval::take_back_response)
        }),
        Route::post(REOPEN, COORDINATORS, || web::to(approval::reopen_response)),
    ]
}

/// The part of an address that names a consultation on the desk.
#[derive(Clone, Debug, Deserialize)]
struct DeskPath {
    authority: String,
    consultation: String,
}

/// The part of an address that names a comment on the desk.
#[derive(Clone, Debug, Deserialize)]
struct CommentPath {
    authority: String,
    consultation: String,
    comment_id: CommentId,
}

impl CommentPath {
    fn desk(&self) -> DeskPath {
        DeskPath {
            authority: self.authority.clone(),
            consultation: self.consultation.clone(),
        }
    }

    /// Its address without the language.
    fn path(&self) -> String {
        format!("{}/comments/{}", self.desk().path(), self.comment_id)
    }
}

impl DeskPath {
    /// The consultation, if it belongs to the authority in which the person has their role.
    async fn find(&self, state: &AppState, actor: &Actor) -> Result<Consultation, Error> {
        let (authority, slug) = (self.authority.clone(), self.consultation.clone());
        state
            .context
            .db
            .read(move |connection| consultations::find_for_staff(connection, &authority, &slug))
            .await?
            .filter(|one| actor.works_in(responses::WORKING_GROUP, one.authority.id, one.id))
            .ok_or_else(Error::not_found)
    }

    /// Its address without the language.
    fn path(&self) -> String {
        format!("/desk/{}/{}", self.authority, self.consultation)
    }
}

/// Which comment an act was done to, in the address of the page it leads to when that shows another one.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct DoneTo {
    of: String,
}

/// Acts the pages can speak of; anything else in the address is ignored.
const DONE: [&str; 8] = [
    "saved",
    "submitted",
    "approved",
    "returned",
    "taken-back",
    "reopened",
    "released",
    "releasing",
];

impl DoneTo {
    /// The way back to the comment.
    async fn link(
        &self,
        state: &AppState,
        lang: Language,
        consultation: &Consultation,
        list: &ListQuery,
    ) -> Result<Option<FlashLink>, Error> {
        let Ok(comment) = self.of.parse::<CommentId>() else {
            return Ok(None);
        };
        let id = consultation.id;
        let found = state
            .context
            .db
            .read(move |connection| store::find_reference(connection, id, comment))
            .await?;
        Ok(found.map(|(_key, name)| FlashLink {
            name,
            url: format!(
                "/{}/desk/{}/{}/comments/{comment}?{}",
                lang.into_str(),
                consultation.authority.slug,
                consultation.slug,
                list.written()
            ),
        }))
    }
}

/// The chrome of a page of this consultation's desk; `path` is its address without the language.
fn desk_site(
    state: &AppState,
    lang: Language,
    consultation: &Consultation,
    actor: &Actor,
    path: &str,
) -> Site {
    Site {
        staff: Some(SiteStaff::from(actor)),
        ..consultations::consultation_site(state, lang, consultation, path)
    }
}

impl From<Totals> for Progress {
    fn from(totals: Totals) -> Self {
        Self {
            total: totals.confirmed(),
            new: totals.new,
            drafted: totals.drafted,
            in_approval: totals.in_approval,
            approved: totals.approved,
            released: totals.released,
            is_rough: false,
        }
    }
}
