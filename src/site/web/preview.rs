//! A consultation in preparation, for whoever was given a link to it. It shows nothing of any other.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, web};

use crate::consultations::{self, Consultation, PreviewLink, consultation_site};
use crate::db::DatabaseError;
use crate::drafts::{self, markdown};
use crate::http::extract::id;
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;
use crate::kernel::rich_text;
use crate::site::page::PreviewPage;

pub(super) async fn show_preview(
    state: web::Data<AppState>,
    lang: Language,
    path: web::Path<(String, String, String)>,
) -> Result<HttpResponse, Error> {
    let (_lang, link, token) = path.into_inner();
    let (held, sent) = (id(&link)?, token.clone());
    let (tokens, now) = (state.context.tokens.clone(), state.now());
    let found: Result<_, DatabaseError> = state
        .context
        .db
        .read(move |connection| {
            let held = (held, sent.as_str());
            let found = consultations::find_previewed(connection, &tokens, held, now)?;
            let Some((link, consultation)) = found else {
                return Ok(None);
            };
            let text = drafts::written_text(connection, consultation.draft_id)?;
            Ok(Some((link, consultation, markdown::write(&text))))
        })
        .await;
    let (preview, consultation, text) = found?.ok_or_else(Error::link_is_over)?;
    if consultation.is_public(now) {
        let (authority, slug) = (&consultation.authority.slug, &consultation.slug);
        let public = format!("/{}/{authority}/{slug}", lang.into_str());
        return Ok(answer::see_other(&public));
    }
    let page = page(&consultation, &preview, lang, &text);
    let path = format!("/preview/{link}/{token}");
    let mut site = consultation_site(&state, lang, &consultation, &path);
    site.consultation = None;
    let mut response = state.show(StatusCode::OK, lang, &site, &page)?;
    let headers = response.headers_mut();
    let noindex = header::HeaderValue::from_static("noindex");
    headers.insert(header::HeaderName::from_static("x-robots-tag"), noindex);
    let private = header::HeaderValue::from_static("no-store");
    headers.insert(header::CACHE_CONTROL, private);
    Ok(response)
}

fn page(
    consultation: &Consultation,
    preview: &PreviewLink,
    lang: Language,
    text: &str,
) -> PreviewPage {
    let english = lang == Language::En;
    let (purpose, purpose_lang) = consultation.purpose_in(english);
    PreviewPage {
        title: consultation.title_in(english).to_owned(),
        title_lang: consultation.title_language(english).into_str().to_owned(),
        summary: consultation.summary_in(english).to_owned(),
        summary_lang: consultation.summary_language(english).into_str().to_owned(),
        purpose_html: rich_text::html(purpose),
        purpose_lang: purpose_lang.into_str().to_owned(),
        opens_at: consultation.window.opens_at,
        closes_at: consultation.window.closes_at,
        expires_at: preview.expires_at,
        text: text.to_owned(),
    }
}
