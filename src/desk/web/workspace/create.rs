//! Beginning a consultation.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::plan::plan_of;
use super::{errors, values};
use crate::accounts::{self, Actor, By};
use crate::consultations::{
    self, Authority, Content, CreateError, Fault, FaultKind, NewPlan, Part, Values, authority_site,
};
use crate::db::{DatabaseError, Failure};
use crate::desk::page::{NewConsultationPage, Template};
use crate::http::extract::Form;
use crate::http::render::{Site, SiteStaff};
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;
use crate::kernel::limits;
use crate::kernel::plain_text;

pub(in crate::desk::web) async fn new_consultation_form(
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (_lang, slug) = path.into_inner();
    show(
        &state,
        &actor,
        lang,
        &slug,
        (StatusCode::OK, Values::new(), Vec::new()),
    )
    .await
}

pub(in crate::desk::web) async fn create_consultation(
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: web::Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Error> {
    let (_lang, slug) = path.into_inner();
    let typed = values(pairs);
    if typed.get("action").is_some_and(|action| action == "check") {
        let again = (StatusCode::OK, typed, Vec::new());
        return show(&state, &actor, lang, &slug, again).await;
    }
    let authority = find(&state, &slug).await?;
    let faults = match parse(&typed) {
        Ok((title, plan)) => {
            let like = typed.get("like").cloned().unwrap_or_default();
            let like = of_slug(&state, &authority, like).await?;
            let new = NewPlan { title, plan, like };
            let by = By::Staff(Actor::clone(&actor));
            match consultations::create(&state.context, &by, &authority, new).await {
                Ok(made) => {
                    let url = format!(
                        "/{}/desk/{slug}/{}/overview?done=created",
                        lang.into_str(),
                        made.slug
                    );
                    return Ok(answer::see_other(&url));
                }
                Err(Failure::Refused(CreateError::Wrong(faults))) => faults,
                Err(Failure::Refused(_not_here)) => return Err(Error::not_found()),
                Err(Failure::Database(error)) => return Err(error.into()),
            }
        }
        Err(faults) => faults,
    };
    let again = (StatusCode::UNPROCESSABLE_ENTITY, typed, faults);
    show(&state, &actor, lang, &slug, again).await
}

/// The title and the window, or everything that is wrong with them.
fn parse(typed: &Values) -> Result<(String, consultations::WindowPlan), Vec<Fault>> {
    let title = plain_text::line(typed.get("title").map_or("", String::as_str));
    let wrong = if plain_text::is_blank(&title) {
        Some(FaultKind::Missing)
    } else if !limits::NAME.allows(&title) {
        Some(FaultKind::TooLong(limits::NAME))
    } else {
        None
    };
    let mut faults: Vec<Fault> = wrong
        .into_iter()
        .map(|kind| Fault::new("title", kind))
        .collect();
    match Content::parse(Part::Window, typed) {
        Ok(Content::Window(plan)) if faults.is_empty() => Ok((title, plan)),
        Ok(_no_title) => Err(faults),
        Err(others) => {
            faults.extend(others);
            Err(faults)
        }
    }
}

async fn find(state: &AppState, slug: &str) -> Result<Authority, Error> {
    let slug = slug.to_owned();
    let found: Result<_, DatabaseError> = state
        .context
        .db
        .read(move |connection| accounts::find_authority(connection, &slug))
        .await;
    found?.ok_or_else(Error::not_found)
}

/// The consultation of this authority that is to be taken over, if one was chosen.
async fn of_slug(
    state: &AppState,
    authority: &Authority,
    slug: String,
) -> Result<Option<crate::kernel::ids::ConsultationId>, Error> {
    let id = authority.id;
    let all = state
        .context
        .db
        .read(move |connection| consultations::list_of_authority(connection, id))
        .await?;
    Ok(all
        .into_iter()
        .find(|one| one.slug == slug)
        .map(|one| one.id))
}

async fn show(
    state: &AppState,
    actor: &Actor,
    lang: Language,
    slug: &str,
    (status, typed, faults): (StatusCode, Values, Vec<Fault>),
) -> Result<HttpResponse, Error> {
    let authority = find(state, slug).await?;
    let id = authority.id;
    let templates = state
        .context
        .db
        .read(move |connection| consultations::list_of_authority(connection, id))
        .await?;
    let plan = plan_of(&typed, &authority);
    let page = NewConsultationPage {
        values: ["title", "first_day", "last_day", "like"]
            .map(|name| {
                (
                    name.to_owned(),
                    typed.get(name).cloned().unwrap_or_default(),
                )
            })
            .into(),
        errors: errors(&faults),
        plan,
        templates: templates
            .into_iter()
            .map(|one| Template {
                slug: one.slug,
                title: one.title,
            })
            .collect(),
    };
    let path = format!("/desk/{slug}/new");
    let site = Site {
        staff: Some(SiteStaff::from(actor)),
        ..authority_site(state, lang, &authority, &path)
    };
    state.show(status, lang, &site, &page)
}
