//! The page behind the one-time address of an empty installation.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;

use super::{busy, nothing, password_error};
use crate::accounts::domain::{
    NewAuthority, SetUpError, check_password, check_slug, is_set_up_token,
};
use crate::accounts::page::SetUpPage;
use crate::accounts::password::Passwords;
use crate::accounts::service::{self, SetUp};
use crate::db::{DatabaseError, Failure};
use crate::http::extract::Form;
use crate::http::render::{FieldError, Site};
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::limits;
use crate::kernel::plain_text;
use crate::kernel::slug::{is_slug, slug_of};

/// Longest beginning of reference numbers.
const LONGEST_PREFIX: usize = 20;

#[derive(Clone, Deserialize)]
pub(super) struct SetUpForm {
    #[serde(default)]
    display_name: String,
    #[serde(default)]
    email: String,
    #[serde(default = "nothing")]
    password: SecretString,
    #[serde(default)]
    name: String,
    #[serde(default)]
    short_name: String,
    #[serde(default)]
    slug: String,
    #[serde(default)]
    reference_prefix: String,
    #[serde(default)]
    contact_email: String,
    #[serde(default)]
    coordinates: String,
}

pub(super) async fn set_up_form(
    state: web::Data<AppState>,
    lang: Language,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (_lang, token) = path.into_inner();
    admit(&state, &token).await?;
    let page = SetUpPage {
        token,
        coordinates: true,
        ..SetUpPage::default()
    };
    state.show(
        StatusCode::OK,
        lang,
        &site(&state, lang, &page.token),
        &page,
    )
}

fn site(state: &AppState, lang: Language, token: &str) -> Site {
    Site {
        switch_url: Some(format!("/{}/set-up/{token}", lang.other().into_str())),
        ..state.site()
    }
}

pub(super) async fn set_up(
    state: web::Data<AppState>,
    passwords: web::Data<Passwords>,
    lang: Language,
    path: web::Path<(String, String)>,
    Form(form): Form<SetUpForm>,
) -> Result<HttpResponse, Error> {
    let (_lang, token) = path.into_inner();
    admit(&state, &token).await?;
    match parse(&state, &form, lang) {
        Ok(new) => match service::set_up(&state.context, &passwords, &token, new).await {
            Ok(()) => Ok(answer::see_other(&format!(
                "/{}/sign-in?done=set-up",
                lang.into_str()
            ))),
            Err(Failure::Refused(SetUpError::NotAllowed(_))) => Err(Error::not_found()),
            Err(Failure::Refused(SetUpError::Busy)) => Err(busy()),
            Err(Failure::Database(error)) => Err(error.into()),
        },
        Err(errors) => {
            let page = SetUpPage {
                token,
                display_name: form.display_name,
                email: form.email,
                name: form.name,
                short_name: form.short_name,
                slug: form.slug,
                reference_prefix: form.reference_prefix,
                contact_email: form.contact_email,
                coordinates: !form.coordinates.is_empty(),
                errors,
            };
            let site = site(&state, lang, &page.token);
            state.show(StatusCode::UNPROCESSABLE_ENTITY, lang, &site, &page)
        }
    }
}

/// Only while the address holds and nobody can sign in; to everyone else there is no such page.
async fn admit(state: &AppState, token: &str) -> Result<(), Error> {
    let context = &state.context;
    let is_set_up: Result<_, DatabaseError> = context.db.read(service::is_set_up).await;
    match is_set_up_token(&context.tokens, token, state.now()) && !is_set_up? {
        true => Ok(()),
        false => Err(Error::not_found()),
    }
}

fn parse(state: &AppState, form: &SetUpForm, lang: Language) -> Result<SetUp, Vec<FieldError>> {
    let mut errors = Vec::new();
    let display_name = line(&mut errors, "display_name", &form.display_name);
    let email = EmailAddress::parse(&form.email)
        .map_err(|refusal| errors.push(FieldError::of_address("email", refusal)))
        .ok();
    let typed = email.as_ref().map_or("", EmailAddress::expose);
    if let Err(refused) = check_password(form.password.expose_secret(), typed) {
        errors.push(password_error("password", refused));
    }
    let typed = TypedAuthority {
        name: &form.name,
        short_name: &form.short_name,
        slug: &form.slug,
        reference_prefix: &form.reference_prefix,
        contact_email: &form.contact_email,
    };
    match (email, typed.parse(state, &mut errors)) {
        (Some(email), Some(authority)) if errors.is_empty() => Ok(SetUp {
            display_name,
            email,
            password: form.password.clone(),
            language: lang,
            authority,
            coordinates: !form.coordinates.is_empty(),
        }),
        _ => Err(errors),
    }
}

/// A line that must be there.
fn line(errors: &mut Vec<FieldError>, field: &str, text: &str) -> String {
    let text = plain_text::line(text);
    if text.is_empty() {
        errors.push(FieldError::new(field, "accounts-error-empty"));
    } else if !limits::NAME.allows(&text) {
        let error = FieldError::new(field, "accounts-error-name-too-long");
        errors.push(error.with("max", limits::NAME.most));
    }
    text
}

/// The fields with which an authority begins.
pub(super) struct TypedAuthority<'a> {
    pub(super) name: &'a str,
    pub(super) short_name: &'a str,
    pub(super) slug: &'a str,
    pub(super) reference_prefix: &'a str,
    pub(super) contact_email: &'a str,
}

impl TypedAuthority<'_> {
    /// An authority as it is until somebody says more of it; what is wrong is added to `errors`.
    pub(super) fn parse(
        &self,
        state: &AppState,
        errors: &mut Vec<FieldError>,
    ) -> Option<NewAuthority> {
        let name = line(errors, "name", self.name);
        let short_name = line(errors, "short_name", self.short_name);
        let contact = EmailAddress::parse(self.contact_email)
            .map_err(|refusal| errors.push(FieldError::of_address("contact_email", refusal)))
            .ok();
        let slug = match self.slug.trim() {
            "" => slug_of(&short_name, 40),
            typed => typed.to_owned(),
        };
        if check_slug(&slug).is_err() {
            errors.push(FieldError::new("slug", "accounts-error-slug"));
        }
        let reference_prefix = match self.reference_prefix.trim() {
            "" => slug.to_uppercase(),
            typed => typed.to_uppercase(),
        };
        if !is_slug(&reference_prefix.to_lowercase(), LONGEST_PREFIX) {
            errors.push(FieldError::new("reference_prefix", "accounts-error-prefix"));
        }
        Some(NewAuthority {
            slug,
            name,
            short_name,
            reference_prefix,
            contact_email: contact?.expose().to_owned(),
            ..NewAuthority::begun(state.context.ids.next(state.now()))
        })
    }
}
