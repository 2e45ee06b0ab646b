//! Everything a person needs to answer one comment, on one page.

use super::form;
use crate::comments::CommentState;
use crate::comments::domain::public_name;
use crate::consultations::page::Place;
use crate::consultations::store::list_places;
use crate::db::{DbConnection, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{CommentId, ConsultationId, StaffId};
use crate::kernel::{redline, rich_text};
use crate::triage::domain::{
    Filter, Response, ResponseDraft, ResponseState, TextChange, View, approve, check_editable,
};
use crate::triage::page::{Answer, Conflict, ContextParagraph, HistoryEntry};
use crate::triage::store::{self, HistoryRow, Passage, StoredComment};

/// Which page is asked for, and by whom.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    pub(super) consultation: ConsultationId,
    pub(super) comment: CommentId,
    pub(super) staff: StaffId,
}

/// The page, with what only a refusal needs.
pub(super) struct Shown {
    pub(super) answer: Answer,
    /// What is stored, to be shown beside what was typed.
    pub(super) stored: Option<Conflict>,
    /// The words that stand in the draft; empty when the comment is on more than a paragraph.
    pub(super) draft_text: String,
}

/// The page of a comment; `None` when it is not one of this consultation.
pub(super) fn find(connection: &mut DbConnection, asked: &Asked) -> StoreResult<Option<Shown>> {
    let Some(comment) = store::find_comment(connection, asked.consultation, asked.comment)? else {
        return Ok(None);
    };
    let answered = store::find_response(connection, asked.consultation, asked.comment)?;
    let response = answered.and_then(|answered| answered.response);
    let history = match &response {
        Some(response) => store::list_history(connection, response.id)?,
        None => Vec::new(),
    };
    let passages = match comment.section_id {
        Some(section) => store::list_passages(connection, section, comment.revision_id)?,
        None => Vec::new(),
    };
    let author_name = match &response {
        Some(response) => store::find_name(connection, response.author_id)?,
        None => None,
    };
    let places = list_places(connection, asked.consultation)?;
    let parts = Parts {
        place: places.of(comment.section_id, comment.paragraph_id),
        next_id: next(connection, asked, comment.row_key)?,
        comment,
        response,
        author_name,
        history,
        passages,
    };
    let draft_text = parts.draft_text();
    Ok(Some(Shown {
        stored: parts.stored(),
        answer: parts.answer(asked.staff, &draft_text),
        draft_text,
    }))
}

/// The next of my own work, else the next that nobody has begun.
fn next(
    connection: &mut DbConnection,
    asked: &Asked,
    after: i64,
) -> StoreResult<Option<CommentId>> {
    let of = |view| Filter::of(asked.consultation, view, asked.staff);
    match store::find_next(connection, &of(View::Mine), after)? {
        Some(mine) => Ok(Some(mine)),
        None => store::find_next(connection, &of(View::New), after),
    }
}

/// The new text against the draft; `None` while there is no new text.
pub(super) fn change_html(draft: &ResponseDraft, draft_text: &str) -> Option<String> {
    (draft.text_change != TextChange::Unchanged && !draft.changed_text.trim().is_empty())
        .then(|| redline::html(draft_text, &draft.changed_text))
}

struct Parts {
    comment: StoredComment,
    place: Place,
    response: Option<Response>,
    /// Who wrote the text last.
    author_name: Option<String>,
    history: Vec<HistoryRow>,
    passages: Vec<Passage>,
    next_id: Option<CommentId>,
}

impl Parts {
    fn target(&self) -> Option<&Passage> {
        let id = self.comment.paragraph_id?;
        self.passages.iter().find(|passage| passage.id == id)
    }

    fn draft_text(&self) -> String {
        self.target()
            .map_or_else(String::new, |passage| passage.text().to_owned())
    }

    /// All that follows from the parts themselves.
    fn answer(&self, staff: StaffId, draft_text: &str) -> Answer {
        let (comment, response) = (&self.comment, self.response.as_ref());
        let draft = response.map_or_else(ResponseDraft::default, |stored| stored.draft.clone());
        let proposed_text = Some(comment.proposed_text.clone()).filter(|text| !text.is_empty());
        Answer {
            comment_id: comment.id,
            reference: format!("{}/{}", comment.reference, comment.position),
            place: self.place.clone(),
            kind: comment.kind.clone(),
            body: comment.body.clone(),
            proposed_diff_html: proposed_text
                .as_ref()
                .filter(|_text| !draft_text.is_empty())
                .map(|text| redline::html(draft_text, text)),
            proposed_text,
            submitter_kind: comment.submitter_kind.code().to_owned(),
            public_name: self.public_name(),
            received_at: comment.received_at,
            channel: comment.channel.clone(),
            context: self.context(),
            revision: u32::try_from(comment.revision).unwrap_or_default(),
            state: comment.state.code().to_owned(),
            version: response.map_or(0, |stored| i64::from(stored.version)),
            values: form::values(&draft),
            change_html: change_html(&draft, draft_text),
            errors: Vec::new(),
            conflict: None,
            can_edit: comment.state != CommentState::Released && check_editable(response).is_ok(),
            can_approve: response.is_some_and(|stored| approve(stored, staff).is_ok()),
            author_name: self.author_name.clone(),
            return_note: self.return_note(),
            history: self.entries(),
            next_id: self.next_id,
        }
    }

    /// The paragraph commented on between its neighbours.
    fn context(&self) -> Vec<ContextParagraph> {
        let Some(target) = self.target() else {
            return Vec::new();
        };
        let position = self
            .passages
            .iter()
            .position(|passage| passage.id == target.id)
            .unwrap_or_default();
        self.passages
            .iter()
            .enumerate()
            .skip(position.saturating_sub(1))
            .take_while(|(index, _passage)| *index <= position + 1)
            .map(|(_index, passage)| ContextParagraph {
                body_html: passage_html(passage),
                is_target: passage.id == target.id,
            })
            .collect()
    }

    fn public_name(&self) -> Option<String> {
        let StoredComment {
            submitter_kind,
            name,
            organisation,
            publish_name,
            ..
        } = &self.comment;
        public_name(*submitter_kind, name, organisation, *publish_name).map(str::to_owned)
    }

    /// The note of the last return, until the response goes to approval again.
    fn return_note(&self) -> Option<String> {
        let waits = ResponseState::InApproval.code();
        let returned = ResponseState::Returned.code();
        self.history
            .iter()
            .take_while(|row| row.state != waits)
            .find(|row| row.state == returned)
            .map(|row| row.note.clone())
    }

    fn entries(&self) -> Vec<HistoryEntry> {
        let mut entries: Vec<HistoryEntry> = self.history.iter().map(entry).collect();
        let of_submitter = |at: Instant, action: &str| HistoryEntry {
            at,
            who: None,
            action: action.to_owned(),
            disposition: None,
            note: None,
        };
        let confirmed = self.comment.confirmed_at;
        entries.extend(confirmed.map(|at| of_submitter(at, "confirmed")));
        entries.push(of_submitter(self.comment.received_at, "received"));
        entries
    }

    fn stored(&self) -> Option<Conflict> {
        let response = self.response.as_ref()?;
        let last = self.history.first().map(|row| row.staff_name.clone());
        Some(Conflict {
            version: i64::from(response.version),
            author_name: last
                .or_else(|| self.author_name.clone())
                .unwrap_or_default(),
            saved_at: response.updated_at,
            values: form::values(&response.draft),
        })
    }
}

fn entry(row: &HistoryRow) -> HistoryEntry {
    let action = match ResponseState::parse(&row.state) {
        Some(ResponseState::Drafted) | None => "saved",
        Some(ResponseState::InApproval) => "submitted",
        Some(ResponseState::Returned) => "returned",
        Some(ResponseState::Approved) => "approved",
        Some(ResponseState::Released) => "released",
    };
    HistoryEntry {
        at: row.recorded_at,
        who: Some(row.staff_name.clone()),
        action: action.to_owned(),
        disposition: row.disposition.clone(),
        note: Some(row.note.clone()).filter(|note| !note.is_empty()),
    }
}

fn passage_html(passage: &Passage) -> String {
    if passage.kind == "text" {
        rich_text::html(&passage.body)
    } else {
        rich_text::html(&format!(
            "**{} {}**\n\n{}",
            passage.number, passage.title, passage.body
        ))
    }
}
