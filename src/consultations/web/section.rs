//! One section of the draft for reading: numbered paragraphs, goals, a way to comment on each.

use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::{ConsultationPath, site};
use crate::consultations::domain::{
    Consultation, Paragraph, ParagraphKind, Revision, SectionSummary,
};
use crate::consultations::page::{self, SectionLink, SectionPage};
use crate::consultations::store;
use crate::db::{DatabaseError, DbConnection};
use crate::http::cache::{self, Rendered};
use crate::http::{AppState, Error};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::rich_text;

#[derive(Debug, Deserialize)]
pub(super) struct SectionPath {
    number: i32,
}

pub(super) async fn show_section(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    path: web::Path<ConsultationPath>,
    section: web::Path<SectionPath>,
) -> Result<HttpResponse, Error> {
    let consultation = path.find_public(&state).await?;
    let now = state.now();
    let number = section.number;
    let found = state
        .db
        .read({
            let id = consultation.id;
            move |connection| read(connection, id, number)
        })
        .await?;
    let data = found.ok_or_else(Error::not_found)?;
    let page = data.page(&consultation, now);
    let path = format!(
        "/{}/{}/sections/{number}",
        consultation.authority.slug, consultation.slug
    );
    let html = state.render(lang, &site(&state, lang, &consultation, &path), &page)?;
    let fresh_until = consultation.next_change(now);
    cache::publish(&state, &request, Rendered { html, fresh_until }).await
}

struct Data {
    revision: Revision,
    sections: Vec<SectionSummary>,
    index: usize,
    paragraphs: Vec<Paragraph>,
}

fn read(
    connection: &mut DbConnection,
    consultation: crate::kernel::ids::ConsultationId,
    number: i32,
) -> Result<Option<Data>, DatabaseError> {
    let Some(revision) = store::revision(connection, consultation)? else {
        return Ok(None);
    };
    let sections = store::sections(connection, consultation)?;
    let Some(index) = sections.iter().position(|section| section.number == number) else {
        return Ok(None);
    };
    let paragraphs = match sections.get(index) {
        Some(section) => store::list_paragraphs(connection, section.id, revision.id)?,
        None => Vec::new(),
    };
    Ok(Some(Data {
        revision,
        sections,
        index,
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
            revision: u32::try_from(self.revision.number).unwrap_or_default(),
            revised_at: self.revision.published_at,
            closes_at: consultation.window.closes_at,
            is_open: consultation.accepts_comments(now),
            paragraphs: self.paragraphs.iter().map(paragraph).collect(),
            previous: at(self.index.checked_sub(1)),
            next: at(Some(self.index + 1)),
            sections: links,
        }
    }
}

fn link(section: &SectionSummary) -> SectionLink {
    SectionLink {
        number: u32::try_from(section.number).unwrap_or_default(),
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
        kind: paragraph.kind.code().to_owned(),
        heading_number: text(&paragraph.number).filter(|_number| is(ParagraphKind::Heading)),
        body_html: if is(ParagraphKind::Heading) {
            rich_text::inline(&paragraph.title)
        } else {
            rich_text::html(&paragraph.body)
        },
        goal: is(ParagraphKind::Goal).then(|| page::Goal {
            number: paragraph.number.clone(),
            is_key: paragraph.is_key_goal,
            title: paragraph.title.clone(),
            indicator: text(&paragraph.indicator),
            holder: text(&paragraph.holder),
            deadline: text(&paragraph.deadline),
        }),
    }
}
