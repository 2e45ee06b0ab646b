//! What changed in the text since it was put to the public, for the public.

use actix_web::{HttpRequest, HttpResponse, web};

use super::section::to_consultation;
use crate::consultations::{ConsultationPath, consultation_site};
use crate::drafts::{self, ComparedPiece, ComparedSection, Comparison};
use crate::http::cache::{self, Rendered};
use crate::http::{AppState, Error};
use crate::i18n::Language;
use crate::kernel::redline;
use crate::site::page::{ChangedPiece, ChangedSection, ChangesPage, PieceGroup, RevisionPair};

pub(super) async fn show_changes(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    path: web::Path<ConsultationPath>,
) -> Result<HttpResponse, Error> {
    let consultation = path.find_public(&state).await?;
    if !consultation.shows_draft(state.now()) {
        return Ok(to_consultation(&consultation, lang));
    }
    cache::publish(&state, &request, &[], move |making| {
        let one = path.find_for_page(making)?;
        let compared = drafts::compare(making.connection, one.draft_id)?;
        let page = compared.map(page).unwrap_or_default();
        let path = format!("/{}/{}/changes", one.authority.slug, one.slug);
        let site = consultation_site(making.state, lang, &one, &path);
        let html = making.state.render(lang, &site, &page)?;
        Ok(Rendered::until(html, one.next_change(making.now)))
    })
    .await
}

fn page(compared: Comparison) -> ChangesPage {
    let pieces = || compared.sections.iter().flat_map(|one| &one.pieces);
    let count = |is: fn(&ComparedPiece) -> bool| pieces().filter(|piece| is(piece)).count();
    ChangesPage {
        changed: count(|piece| {
            piece.before.is_some() && piece.after.is_some() && piece.before != piece.after
        }),
        added: count(|piece| piece.before.is_none()),
        removed: count(|piece| piece.after.is_none()),
        revisions: Some(RevisionPair {
            before: compared.before.number,
            before_at: compared.before.published_at,
            after: compared.after.number,
            after_at: compared.after.published_at,
        }),
        sections: compared.sections.into_iter().filter_map(section).collect(),
    }
}

/// `None` when nothing in it changed.
fn section(compared: ComparedSection) -> Option<ChangedSection> {
    let title = |side: &Option<(i32, String)>| side.as_ref().map(|(_number, title)| title.clone());
    let (before, after) = (title(&compared.before), title(&compared.after));
    let has_changed = |piece: &ComparedPiece| piece.before != piece.after;
    if before == after && !compared.pieces.iter().any(has_changed) {
        return None;
    }
    let equal_together =
        |one: &ComparedPiece, other: &ComparedPiece| !has_changed(one) && !has_changed(other);
    let groups = compared.pieces.chunk_by(equal_together);
    let (number, _title) = compared.after.or(compared.before)?;
    Some(ChangedSection {
        number,
        title_html: marked(before, after),
        groups: groups
            .map(|pieces| PieceGroup {
                is_equal: pieces.iter().all(|piece| !has_changed(piece)),
                pieces: pieces.iter().map(piece).collect(),
            })
            .collect(),
    })
}

fn piece(compared: &ComparedPiece) -> ChangedPiece {
    ChangedPiece {
        kind: compared.kind.into_str().to_owned(),
        number: compared.number.clone(),
        html: marked(compared.before.clone(), compared.after.clone()),
    }
}

fn marked(before: Option<String>, after: Option<String>) -> String {
    redline::html(&before.unwrap_or_default(), &after.unwrap_or_default())
}
