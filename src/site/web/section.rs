//! One section of the draft for reading: numbered paragraphs, goals, a way to comment on each.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use crate::consultations::{Consultation, ConsultationPath, consultation_site};
use crate::db::{DatabaseError, DbConnection};
use crate::drafts::{self, Paragraph, ParagraphKind, Revision, SectionSummary};
use crate::http::cache::{self, Rendered};
use crate::http::extract::Number;
use crate::http::{AppState, Error};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::ids::DraftId;
use crate::kernel::rich_text;
use crate::site::page::{self, SectionLink, SectionPage};

#[derive(Debug, Deserialize)]
pub(super) struct SectionPath {
    number: Number,
}

pub(super) async fn show_section(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    path: web::Path<ConsultationPath>,
    section: web::Path<SectionPath>,
) -> Result<HttpResponse, Error> {
    let consultation = path.find_public(&state).await?;
    if !consultation.shows_draft(state.now()) {
        return Ok(to_consultation(&consultation, lang));
    }
    let Number(number) = section.number;
    cache::publish(&state, &request, &[], move |making| {
        let consultation = path.find_for_page(making)?;
        let found = read(making.connection, consultation.draft_id, number)?;
        let page = found
            .ok_or_else(Error::not_found)?
            .page(&consultation, making.now);
        let (authority, slug) = (&consultation.authority.slug, &consultation.slug);
        let path = format!("/{authority}/{slug}/sections/{number}");
        let site = consultation_site(making.state, lang, &consultation, &path);
        let html = making.state.render(lang, &site, &page)?;
        Ok(Rendered::until(html, consultation.next_change(making.now)))
    })
    .await
}

/// Before the draft is shown, whoever asks for a section is told when it will be: the consultation's page says so, and
/// no answer tells which sections there are.
pub(super) fn to_consultation(consultation: &Consultation, lang: Language) -> HttpResponse {
    let (authority, slug) = (&consultation.authority.slug, &consultation.slug);
    let address = format!("/{}/{authority}/{slug}", lang.into_str());
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, address))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .finish()
}

struct Data {
    revision: Revision,
    sections: Vec<SectionSummary>,
    index: usize,
    /// The sections as they were put to the public.
    commented: Vec<SectionSummary>,
    paragraphs: Vec<Paragraph>,
}

fn read(
    connection: &mut DbConnection,
    draft: DraftId,
    number: i32,
) -> Result<Option<Data>, DatabaseError> {
    let Some(revision) = drafts::revision(connection, draft)? else {
        return Ok(None);
    };
    let sections = drafts::sections(connection, draft)?;
    let Some(index) = sections.iter().position(|section| section.number == number) else {
        return Ok(None);
    };
    let paragraphs = match sections.get(index) {
        Some(section) => drafts::list_paragraphs(connection, section.id, revision.id)?,
        None => Vec::new(),
    };
    Ok(Some(Data {
        revision,
        sections,
        index,
        commented: drafts::first_sections(connection, draft)?,
        paragraphs,
    }))
}

impl Data {
    fn page(&self, consultation: &Consultation, now: Instant) -> SectionPage {
        let links: Vec<SectionLink> = self.sections.iter().map(link).collect();
        let at = |index: Option<usize>| index.and_then(|index| links.get(index)).cloned();
        let here = at(Some(self.index));
        SectionPage {
            number: here.as_ref().map_or(0, |section| section.number),
            title: here.map(|section| section.title).unwrap_or_default(),
            register_number: self
                .sections
                .get(self.index)
                .and_then(|section| section.number_among(&self.commented)),
            revision: self.revision.number,
            revised_at: self.revision.published_at,
            is_adopted_text: consultation.is_adopted_text(self.revision.number, now),
            closes_at: consultation.window.closes_at,
            is_open: consultation.accepts_comments(now),
            is_answered: consultation
                .released_at
                .is_some_and(|released| released <= now),
            paragraphs: self.paragraphs.iter().map(paragraph).collect(),
            previous: at(self.index.checked_sub(1)),
            next: at(Some(self.index + 1)),
            sections: links,
        }
    }
}

fn link(section: &SectionSummary) -> SectionLink {
    SectionLink {
        number: section.number,
        title: section.title.clone(),
    }
}

fn paragraph(paragraph: &Paragraph) -> page::Paragraph {
    let text = |value: &str| Some(value.to_owned()).filter(|value| !value.is_empty());
    let is = |kind| paragraph.kind == kind;
    page::Paragraph {
        number: paragraph
            .number
            .parse()
            .ok()
            .filter(|_number| is(ParagraphKind::Text)),
        kind: paragraph.kind.into_str().to_owned(),
        heading_number: text(&paragraph.number).filter(|_number| is(ParagraphKind::Heading)),
        body_html: if is(ParagraphKind::Heading) {
            rich_text::inline(&paragraph.title)
        } else {
            rich_text::html(&paragraph.body)
        },
        goal: paragraph.goal.as_ref().map(|goal| page::Goal {
            number: paragraph.number.clone(),
            is_key: goal.is_key,
            title: paragraph.title.clone(),
            indicator: text(&goal.indicator),
            holder: text(&goal.holder),
            deadline: text(&goal.deadline),
        }),
    }
}
