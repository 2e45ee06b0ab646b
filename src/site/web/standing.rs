//! Standing texts of an authority: its own, or Posvet's where it has none.

use actix_web::{HttpRequest, HttpResponse, web};
use chrono::TimeDelta;

use crate::accounts;
use crate::consultations::{AUTHORITY_TEXTS, authority_site};
use crate::http::cache::{self, Rendered};
use crate::http::{AppState, Error};
use crate::i18n::Language;
use crate::kernel::rich_text;
use crate::site::page::StandingText;

pub(super) async fn show_text(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    path: web::Path<(String, String, String)>,
) -> Result<HttpResponse, Error> {
    let (_lang, slug, name) = path.into_inner();
    if !AUTHORITY_TEXTS.contains(&name.as_str()) {
        return Err(Error::not_found());
    }
    cache::publish(&state, &request, &[], move |making| {
        let authority = accounts::find_authority(making.connection, &slug)?;
        let authority = authority.ok_or_else(Error::not_found)?;
        let mut found = None;
        for language in [lang, Language::default()] {
            if found.is_none() {
                let text = accounts::find_authority_text(
                    making.connection,
                    authority.id,
                    &name,
                    language,
                )?;
                found = text.map(|text| (language, text));
            }
        }
        let path = format!("/{slug}/pages/{name}");
        let site = authority_site(making.state, lang, &authority, &path);
        let page = StandingText {
            name,
            text_lang: found
                .as_ref()
                .map_or(lang, |(language, _text)| *language)
                .into_str()
                .to_owned(),
            text_html: found.map_or_else(String::new, |(_language, text)| rich_text::html(&text)),
        };
        let html = making.state.render(lang, &site, &page)?;
        Ok(Rendered::until(html, making.now.plus(TimeDelta::days(1))))
    })
    .await
}
