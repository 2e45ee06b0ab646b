//! One person of an authority: their roles, whether they may sign in, a second factor they lost.

use std::future::Future;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::people::{Titles, consultations_of, people_site, person_row};
use crate::accounts::{self, Actor, By, ChangePersonError, RolesLeft};
use crate::db::{DatabaseError, DbConnection, Failure, StoreResult};
use crate::desk::page::PersonPage;
use crate::http::extract::{Form, id};
use crate::http::flash::Done;
use crate::http::render::FieldError;
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;
use crate::kernel::ids::{AuthorityId, ConsultationId, StaffId};
use crate::kernel::role::Role;

/// What has been done, as the address after the redirect says it.
const DONE: [&str; 4] = [
    "roles-saved",
    "person-disabled",
    "person-enabled",
    "second-factor-reset",
];

/// A request about one person.
type PersonPath = web::Path<(String, String, String)>;

pub(super) async fn show_person(
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: PersonPath,
    done: Done,
) -> Result<HttpResponse, Error> {
    let (_lang, slug, person) = path.into_inner();
    let shown = (StatusCode::OK, Vec::new(), done.one_of(&DONE));
    show(&state, &actor, lang, (slug, id(&person)?), shown).await
}

pub(super) async fn set_roles(
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: PersonPath,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Error> {
    let left = left(&pairs);
    let works_on = !left.roles.is_empty() || !left.consultation_roles.is_empty();
    let done = if works_on { "roles-saved" } else { "" };
    act(
        &state,
        &actor,
        lang,
        path,
        ("roles", done),
        |by, here, person| {
            let context = state.context.clone();
            async move { accounts::set_roles(&context, &by, here, person, left).await }
        },
    )
    .await
}

pub(super) async fn disable(
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: PersonPath,
) -> Result<HttpResponse, Error> {
    act(
        &state,
        &actor,
        lang,
        path,
        ("", "person-disabled"),
        |by, here, person| {
            let context = state.context.clone();
            async move { accounts::disable_person(&context, &by, here, person).await }
        },
    )
    .await
}

pub(super) async fn enable(
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: PersonPath,
) -> Result<HttpResponse, Error> {
    act(
        &state,
        &actor,
        lang,
        path,
        ("", "person-enabled"),
        |by, here, person| {
            let context = state.context.clone();
            async move { accounts::enable_person(&context, &by, here, person).await }
        },
    )
    .await
}

pub(super) async fn reset_second_factor(
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: PersonPath,
) -> Result<HttpResponse, Error> {
    act(
        &state,
        &actor,
        lang,
        path,
        ("", "second-factor-reset"),
        |by, here, person| {
            let context = state.context.clone();
            async move { accounts::reset_second_factor(&context, &by, here, person).await }
        },
    )
    .await
}

/// The boxes that were ticked.
fn left(pairs: &[(String, String)]) -> RolesLeft {
    let ticked = |name: &'static str| {
        pairs
            .iter()
            .filter(move |(field, _value)| field == name)
            .map(|(_field, value)| value.as_str())
    };
    let in_one = |value: &str| -> Option<(ConsultationId, Role)> {
        let (consultation, role) = value.split_once(':')?;
        Some((consultation.parse().ok()?, role.parse().ok()?))
    };
    RolesLeft {
        roles: ticked("roles")
            .filter_map(|role| role.parse().ok())
            .collect(),
        consultation_roles: ticked("in_one").filter_map(in_one).collect(),
    }
}

/// Does something about a person and shows them again, or the list when they work here no more; a refusal stands beside `field`.
async fn act<F>(
    state: &AppState,
    actor: &Actor,
    lang: Language,
    path: PersonPath,
    (field, done): (&str, &str),
    what: impl FnOnce(By, AuthorityId, StaffId) -> F,
) -> Result<HttpResponse, Error>
where
    F: Future<Output = Result<(), Failure<ChangePersonError>>>,
{
    let (_lang, slug, person) = path.into_inner();
    let here = actor.authority.ok_or_else(Error::not_found)?;
    let (code, person) = (lang.into_str(), id(&person)?);
    match what(By::Staff(actor.clone()), here, person).await {
        Ok(()) if done.is_empty() => {
            let url = format!("/{code}/desk/{slug}/people?done=roles-ended");
            Ok(answer::see_other(&url))
        }
        Ok(()) => Ok(answer::see_other(&format!(
            "/{code}/desk/{slug}/people/{person}?done={done}"
        ))),
        Err(Failure::Refused(ChangePersonError::NotAllowed(_))) => Err(Error::not_found()),
        Err(Failure::Refused(refused)) => {
            let key = match refused {
                ChangePersonError::WorksElsewhere => "accounts-error-works-elsewhere",
                _ => "accounts-error-last-administrator",
            };
            let errors = vec![FieldError::new(field, key)];
            let shown = (StatusCode::UNPROCESSABLE_ENTITY, errors, None);
            show(state, actor, lang, (slug, person), shown).await
        }
        Err(Failure::Database(error)) => Err(error.into()),
    }
}

async fn show(
    state: &AppState,
    actor: &Actor,
    lang: Language,
    (slug, person): (String, StaffId),
    (status, errors, flash): (StatusCode, Vec<FieldError>, Option<String>),
) -> Result<HttpResponse, Error> {
    let found: Result<_, DatabaseError> = state
        .context
        .db
        .read(move |connection| find(connection, &slug, person))
        .await;
    let (authority, titles, member, has_second_factor) = found?.ok_or_else(Error::not_found)?;
    let page = PersonPage {
        person: person_row(member, actor, &titles),
        has_second_factor,
        errors,
    };
    let path = format!("/people/{person}");
    let site = people_site(state, actor, lang, (&authority, &path), flash);
    state.show(status, lang, &site, &page)
}

type Found = (accounts::Authority, Titles, accounts::Member, bool);

fn find(connection: &mut DbConnection, slug: &str, person: StaffId) -> StoreResult<Option<Found>> {
    let Some(authority) = accounts::find_authority(connection, slug)? else {
        return Ok(None);
    };
    let people = accounts::list_people(connection, authority.id)?;
    let Some(member) = people.into_iter().find(|one| one.staff_id == person) else {
        return Ok(None);
    };
    let titles = Titles::new(&consultations_of(connection, &authority)?);
    let has = accounts::has_second_factor(connection, person)?;
    Ok(Some((authority, titles, member, has)))
}
