//! The comment form: empty, or with what was typed and what was wrong with it.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use crate::consultations::{Consultation, ConsultationPath, consultation_site};
use crate::drafts::{ParagraphKind, Passage, Place, find_passage};
use crate::http::extract::{Number, Query};
use crate::http::render::FieldError;
use crate::http::{AppState, Error};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::rich_text;
use crate::kernel::token::hex;
use crate::submissions::domain::confirmation_ends;
use crate::submissions::page::{CommentForm, CommentValues};

/// Which passage the comment is about, as numbers in the address.
#[derive(Debug, Default, Deserialize)]
pub(super) struct PassageQuery {
    #[serde(default)]
    section: String,
    #[serde(default)]
    paragraph: String,
}

pub(super) async fn comment_form(
    state: web::Data<AppState>,
    lang: Language,
    path: web::Path<ConsultationPath>,
    Query(query): Query<PassageQuery>,
) -> Result<HttpResponse, Error> {
    let consultation = path.find_public(&state).await?;
    let passage = find(&state, &consultation, &query).await?;
    let passage = passage.ok_or_else(Error::not_found)?;
    let now = state.now();
    let form = Shown {
        values: CommentValues::default(),
        errors: Vec::new(),
        idempotency_key: new_key(&state),
    };
    show(
        &state,
        lang,
        &consultation,
        &passage,
        form,
        now,
        StatusCode::OK,
    )
}

/// The numbers of a passage; empty texts mean the whole draft or the whole section.
pub(super) fn numbers(
    section: &str,
    paragraph: &str,
) -> Result<(Option<i32>, Option<String>), Error> {
    let section = match section {
        "" => None,
        text => {
            let Number(number) = text.parse().map_err(|_not_a_number| Error::not_found())?;
            Some(number)
        }
    };
    let paragraph = Some(paragraph.to_owned()).filter(|text| !text.is_empty());
    Ok((section, paragraph))
}

/// The passage a form is asked for.
async fn find(
    state: &AppState,
    consultation: &Consultation,
    query: &PassageQuery,
) -> Result<Option<Passage>, Error> {
    let (section, paragraph) = match consultation.shows_draft(state.now()) {
        true => numbers(&query.section, &query.paragraph)?,
        // Nobody learns from the form what is in a draft that is not shown yet.
        false => (None, None),
    };
    let draft = consultation.draft_id;
    let passage = state
        .context
        .db
        .read(move |connection| find_passage(connection, draft, section, paragraph.as_deref()))
        .await?;
    Ok(passage)
}

/// A key for a new form: makes a repeated send one submission.
pub(super) fn new_key(state: &AppState) -> String {
    hex(&state.context.ids.bytes::<16>())
}

/// What stands in the form.
pub(super) struct Shown {
    pub values: CommentValues,
    pub errors: Vec<FieldError>,
    pub idempotency_key: String,
}

/// Renders the form, or the typed text with the reason when the window is not open.
pub(super) fn show(
    state: &AppState,
    lang: Language,
    consultation: &Consultation,
    passage: &Passage,
    shown: Shown,
    at: Instant,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let window = if consultation.accepts_comments(at) {
        "open"
    } else if at < consultation.window.opens_at {
        "not_open"
    } else {
        "closed"
    };
    let page = CommentForm {
        window: window.to_owned(),
        opens_at: consultation.window.opens_at,
        closes_at: consultation.window.closes_at,
        place: Place::of(passage),
        quote_html: quote(passage),
        revision: passage.revision.number,
        revised_at: passage.revision.published_at,
        values: shown.values,
        errors: shown.errors,
        confirm_by: confirmation_ends(at),
        is_our_fault: status.is_server_error(),
        idempotency_key: shown.idempotency_key,
    };
    let path = address(consultation, passage);
    let site = consultation_site(state, lang, consultation, &path);
    state.show(status, lang, &site, &page)
}

/// The passage commented on, as it stands in the draft.
fn quote(passage: &Passage) -> Option<String> {
    let markdown = match (&passage.paragraph, &passage.section) {
        (Some(paragraph), _) if paragraph.kind == ParagraphKind::Goal => {
            format!("**{}**\n\n{}", paragraph.title, paragraph.body)
        }
        (Some(paragraph), _) => paragraph.body.clone(),
        (None, Some(section)) => {
            format!("{}. {}", section.number, section.title).replacen(". ", "\\. ", 1)
        }
        (None, None) => return None,
    };
    Some(rich_text::html(&markdown))
}

/// The address of the form for the same passage, below the consultation's.
fn address(consultation: &Consultation, passage: &Passage) -> String {
    let section = passage
        .section
        .as_ref()
        .map(|section| format!("?section={}", section.number))
        .unwrap_or_default();
    let paragraph = passage
        .paragraph
        .as_ref()
        .map(|paragraph| format!("&paragraph={}", paragraph.number))
        .unwrap_or_default();
    format!(
        "/{}/{}/comment{section}{paragraph}",
        consultation.authority.slug, consultation.slug
    )
}
