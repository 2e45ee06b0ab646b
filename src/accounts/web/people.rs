//! An authority's people and their roles.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use secrecy::SecretString;
use serde::Deserialize;

use super::password_error;
use crate::accounts::domain::{Actor, AddPersonError, Authority, By, Member};
use crate::accounts::page::{People, Person, PersonForm};
use crate::accounts::password::Passwords;
use crate::accounts::service::{self, NewPerson};
use crate::accounts::store;
use crate::db::{DatabaseError, Failure};
use crate::http::extract::Form;
use crate::http::flash::Done;
use crate::http::render::{FieldError, Site, SiteAuthority, SiteStaff};
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::limits;
use crate::kernel::plain_text;
use crate::kernel::role::Role;

/// What has been done, as the address after the redirect says it.
const ADDED: &str = "person-added";

#[derive(Deserialize)]
pub(super) struct NewPersonForm {
    #[serde(default)]
    display_name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    role: String,
    #[serde(default = "nothing")]
    password: SecretString,
}

fn nothing() -> SecretString {
    SecretString::from("")
}

pub(super) async fn list_people(
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: web::Path<(String, String)>,
    done: Done,
) -> Result<HttpResponse, Error> {
    let (_lang, authority) = path.into_inner();
    let (flash, page) = (done.one_of(&[ADDED]), People::default());
    let html = render(&state, &actor, lang, authority, flash, page).await?;
    Ok(answer::page(StatusCode::OK, html))
}

pub(super) async fn add_person(
    state: web::Data<AppState>,
    passwords: web::Data<Passwords>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: web::Path<(String, String)>,
    form: Form<NewPersonForm>,
) -> Result<HttpResponse, Error> {
    let (_lang, authority) = path.into_inner();
    let Form(form) = form;
    let errors = match parse(&form, lang) {
        Ok(person) => {
            let by = By::Staff(Actor::clone(&actor));
            let here = actor.authority.ok_or_else(Error::not_found)?;
            match service::add_person(&state.context, &by, here, &passwords, &person).await {
                Ok(_id) => {
                    let url = format!("/{}/desk/{authority}/people?done={ADDED}", lang.into_str());
                    return Ok(answer::see_other(&url));
                }
                Err(Failure::Refused(refused)) => vec![refusal(refused)?],
                Err(Failure::Database(error)) => return Err(error.into()),
            }
        }
        Err(errors) => errors,
    };
    let page = People {
        people: Vec::new(),
        form: PersonForm {
            display_name: form.display_name,
            email: form.email,
            role: form.role,
        },
        errors,
    };
    let html = render(&state, &actor, lang, authority, None, page).await?;
    Ok(answer::page(StatusCode::UNPROCESSABLE_ENTITY, html))
}

fn parse(form: &NewPersonForm, lang: Language) -> Result<NewPerson, Vec<FieldError>> {
    let display_name = plain_text::line(&form.display_name);
    let email = EmailAddress::parse(&form.email);
    let role: Result<Role, _> = form.role.parse();
    let is_short = limits::NAME.allows(&display_name);
    let is_named = is_short && !display_name.is_empty();
    match (email, role) {
        (Ok(email), Ok(role)) if is_named => Ok(NewPerson {
            display_name,
            email,
            role,
            password: form.password.clone(),
            language: lang,
        }),
        (email, role) => Err([
            (!is_short).then(|| {
                FieldError::new("display_name", "accounts-error-name-too-long")
                    .with("max", limits::NAME.most)
            }),
            display_name
                .is_empty()
                .then(|| FieldError::new("display_name", "accounts-error-name-missing")),
            email
                .err()
                .map(|refusal| FieldError::of_address("email", refusal)),
            role.is_err()
                .then(|| FieldError::new("role", "accounts-error-role-missing")),
        ]
        .into_iter()
        .flatten()
        .collect()),
    }
}

fn refusal(refused: AddPersonError) -> Result<FieldError, Error> {
    match refused {
        AddPersonError::HasRole => Ok(FieldError::new("role", "accounts-error-has-role")),
        AddPersonError::Disabled => Ok(FieldError::new("email", "accounts-error-disabled")),
        AddPersonError::Password(refused) => Ok(password_error(refused)),
        AddPersonError::NotAllowed(_) => Err(Error::not_found()),
        AddPersonError::Busy => Err(Error::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "http-error-unavailable",
        )),
    }
}

/// Fills in the people and renders the page.
async fn render(
    state: &AppState,
    actor: &Actor,
    lang: Language,
    slug: String,
    flash: Option<String>,
    mut page: People,
) -> Result<String, Error> {
    let found: Result<_, DatabaseError> = state
        .context
        .db
        .read(move |connection| {
            let Some(authority) = store::find_authority(connection, &slug)? else {
                return Ok(None);
            };
            let members = store::list_people(connection, authority.id)?;
            Ok(Some((authority, members)))
        })
        .await;
    let (authority, members) = found?.ok_or_else(Error::not_found)?;
    page.people = members
        .into_iter()
        .map(|member| person(member, actor))
        .collect();
    let mut site = site(state, actor, lang, authority);
    site.flash = flash;
    state.render(lang, &site, &page)
}

fn person(member: Member, actor: &Actor) -> Person {
    Person {
        is_me: member.staff_id == actor.staff_id,
        staff_id: member.staff_id,
        display_name: member.display_name,
        email: member.email,
        roles: member
            .roles
            .into_iter()
            .map(|role| role.into_str().to_owned())
            .collect(),
    }
}

fn site(state: &AppState, actor: &Actor, lang: Language, authority: Authority) -> Site {
    Site {
        staff: Some(SiteStaff::from(actor)),
        switch_url: Some(format!(
            "/{}/desk/{}/people",
            lang.other().into_str(),
            authority.slug
        )),
        zone: authority.zone.name().to_owned(),
        authority: Some(SiteAuthority {
            slug: authority.slug,
            name: authority.name,
            contact_email: authority.contact_email,
            department: Some(authority.department).filter(|name| !name.is_empty()),
        }),
        ..state.site()
    }
}
