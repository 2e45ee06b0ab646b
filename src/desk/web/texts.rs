//! Standing texts of an authority, for its administrators.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::authority::find;
use super::workspace::{errors, values};
use crate::accounts::{Actor, By};
use crate::consultations::{self, Authority, SaveAuthorityError, Values, authority_site};
use crate::db::Failure;
use crate::desk::page::AuthorityTexts;
use crate::http::extract::Form;
use crate::http::flash::Done;
use crate::http::render::{FieldError, Site, SiteStaff};
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;

pub(super) async fn texts_form(
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: web::Path<(String, String)>,
    done: Done,
) -> Result<HttpResponse, Error> {
    let (_lang, slug) = path.into_inner();
    let authority = find(&state, slug).await?;
    let of = authority.clone();
    let values = state
        .context
        .db
        .read(move |connection| consultations::authority_texts(connection, &of))
        .await?;
    let flash = done.one_of(&["saved-part"]);
    let shown = (StatusCode::OK, values, Vec::new());
    show(&state, &actor, lang, &authority, shown, flash)
}

pub(super) async fn save_texts(
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: web::Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Error> {
    let (_lang, slug) = path.into_inner();
    let (authority, typed) = (find(&state, slug).await?, values(pairs));
    let by = By::Staff(Actor::clone(&actor));
    match consultations::save_authority_texts(&state.context, &by, &authority, &typed).await {
        Ok(()) => Ok(answer::see_other(&format!(
            "/{}/desk/{}/texts?done=saved-part",
            lang.into_str(),
            authority.slug
        ))),
        Err(Failure::Refused(SaveAuthorityError::Wrong(faults))) => {
            let shown = (StatusCode::UNPROCESSABLE_ENTITY, typed, errors(&faults));
            show(&state, &actor, lang, &authority, shown, None)
        }
        Err(Failure::Refused(SaveAuthorityError::NotAllowed(_))) => Err(Error::not_found()),
        Err(Failure::Database(error)) => Err(error.into()),
    }
}

fn show(
    state: &AppState,
    actor: &Actor,
    lang: Language,
    authority: &Authority,
    (status, typed, errors): (StatusCode, Values, Vec<FieldError>),
    flash: Option<String>,
) -> Result<HttpResponse, Error> {
    let field = |name: &str, language: &str| {
        let field = format!("{name}_{language}");
        let text = typed.get(&field).cloned().unwrap_or_default();
        (field, text)
    };
    let page = AuthorityTexts {
        values: consultations::AUTHORITY_TEXTS
            .into_iter()
            .flat_map(|name| [field(name, "sl"), field(name, "en")])
            .collect(),
        errors,
    };
    let path = format!("/desk/{}/texts", authority.slug);
    let site = Site {
        staff: Some(SiteStaff::from(actor)),
        flash,
        ..authority_site(state, lang, authority, &path)
    };
    state.show(status, lang, &site, &page)
}
