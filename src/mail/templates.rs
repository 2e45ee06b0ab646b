//! Mails are written with the templates of the pages.

use std::sync::Arc;

use anyhow::Context;
use serde_json::Value;

use crate::http::AppState;
use crate::http::assets;
use crate::http::render::{Site, SiteAuthority, SiteConsultation, Templates};
use crate::i18n::Language;
use crate::mail::MailSettings;
use crate::mail::compose::{Composer, MailText, RenderRequest, Sender};

/// Writes mails with the embedded templates.
///
/// # Errors
/// When the base URL names no host or the style sheet is missing.
pub fn composer(settings: &MailSettings, state: &AppState) -> anyhow::Result<Composer> {
    let css = assets::find("mail.css").context("mail.css is not embedded")?;
    let css = String::from_utf8_lossy(&css.bytes).into_owned();
    let sender = Sender {
        name: settings.from_name.clone(),
        address: settings.from_address.clone(),
        base_url: state.context.base_url.to_string(),
    };
    let (templates, site) = (Arc::clone(&state.templates), state.site());
    let render = move |request: &RenderRequest<'_>| render(&templates, &site, request);
    Ok(Composer::new(
        sender,
        css,
        state.context.tokens.clone(),
        Box::new(render),
    )?)
}

fn render(
    templates: &Templates,
    site: &Site,
    request: &RenderRequest<'_>,
) -> anyhow::Result<MailText> {
    let authority = request.authority;
    let site = Site {
        authority: Some(SiteAuthority {
            slug: authority.slug.clone(),
            name: authority.name.clone(),
            contact_email: authority.contact_email.clone(),
            department: Some(authority.department.clone()),
            colour: None,
            logo: None,
            is_english_offered: true,
        }),
        consultation: consultation(request.params),
        zone: authority.time_zone.clone(),
        ..site.clone()
    };
    let parts = templates.render_mail(request.language, &site, request.message, request.params)?;
    Ok(MailText {
        subject: parts.subject,
        text: parts.text,
        html: parts.html,
    })
}

/// The consultation a mail is about, from its parameters.
fn consultation(params: &Value) -> Option<SiteConsultation> {
    let text = |key: &str| {
        params
            .get("consultation")?
            .get(key)?
            .as_str()
            .map(str::to_owned)
    };
    Some(SiteConsultation {
        slug: text("slug")?,
        title: text("title")?,
        title_lang: Language::default().into_str().to_owned(),
        short_title: text("short_title")?,
        is_public: true,
        draft_noun: text("draft_noun"),
    })
}
