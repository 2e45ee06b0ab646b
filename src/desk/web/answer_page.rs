//! Everything a person needs to answer one comment, on one page.

use super::form;
use super::list::ListQuery;
use super::way;
use crate::comments::{Work, public_name};
use crate::db::{DbConnection, StoreResult};
use crate::desk::page::{
    Answer, AnswerList, Conflict, ContextParagraph, HistoryEntry, ResponseValues, ReturnNote,
};
use crate::desk::store::{self, StoredComment};
use crate::drafts::{Paragraph, ParagraphKind, Place, list_paragraphs, list_places};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{CommentId, ConsultationId, DraftId, StaffId};
use crate::kernel::{redline, rich_text};
use crate::responses;
use crate::responses::HistoryRow;
use crate::responses::{
    Response, ResponseDraft, ResponseState, TextChange, approve, check_approved, check_editable,
    take_back,
};

/// Which page is asked for, and by whom.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) consultation: ConsultationId,
    pub(super) draft: DraftId,
    pub(super) comment: CommentId,
    pub(super) staff: StaffId,
    /// Whether the person may open again what is approved.
    pub(super) is_coordinator: bool,
    /// Where they came from.
    pub(super) query: ListQuery,
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
    let answered = responses::find_response(connection, asked.consultation, asked.comment)?;
    let response = answered.and_then(|answered| answered.response);
    let history = match &response {
        Some(response) => responses::list_history(connection, response.id)?,
        None => Vec::new(),
    };
    let passages = match comment.section_id {
        Some(section) => list_paragraphs(connection, section, comment.revision_id)?,
        None => Vec::new(),
    };
    let author_name = match &response {
        Some(response) => responses::find_name(connection, response.author_id)?,
        None => None,
    };
    let places = list_places(connection, asked.draft)?;
    let parts = Parts {
        place: places.of(comment.section_id, comment.paragraph_id),
        list: way::find_list(connection, asked, comment.row_key)?,
        comment,
        response,
        author_name,
        history,
        passages,
    };
    let draft_text = parts.draft_text();
    Ok(Some(Shown {
        stored: parts.stored(),
        answer: parts.answer(asked, &draft_text),
        draft_text,
    }))
}

/// The new text against the draft; `None` while there is no new text.
pub(super) fn change_html(draft: &ResponseDraft, draft_text: &str) -> Option<String> {
    let is_new = !draft.changed_text.trim().is_empty() && draft.changed_text != draft_text;
    (draft.text_change != TextChange::Unchanged && is_new)
        .then(|| redline::html(draft_text, &draft.changed_text))
}

struct Parts {
    comment: StoredComment,
    place: Place,
    response: Option<Response>,
    /// Who wrote the text last.
    author_name: Option<String>,
    history: Vec<HistoryRow>,
    passages: Vec<Paragraph>,
    list: Option<AnswerList>,
}

impl Parts {
    fn target(&self) -> Option<&Paragraph> {
        let id = self.comment.paragraph_id?;
        self.passages.iter().find(|passage| passage.id == id)
    }

    fn draft_text(&self) -> String {
        self.target().cloned().map_or_else(String::new, |passage| {
            passage.kind.text_of(passage.title, passage.body)
        })
    }

    /// All that follows from the parts themselves.
    fn answer(&self, asked: &Asked, draft_text: &str) -> Answer {
        let (comment, response) = (&self.comment, self.response.as_ref());
        let draft = response.map_or_else(ResponseDraft::default, |stored| stored.draft.clone());
        let can_edit = comment.work != Work::Released && check_editable(response).is_ok();
        let proposed_text = Some(comment.proposed_text.clone()).filter(|text| !text.is_empty());
        Answer {
            comment_id: comment.id,
            reference: format!("{}/{}", comment.reference, comment.position),
            place: self.place.clone(),
            kind: comment.kind.into_str().to_owned(),
            body: comment.body.clone(),
            proposed_diff_html: proposed_text
                .as_ref()
                .filter(|_text| !draft_text.is_empty())
                .map(|text| redline::html(draft_text, text)),
            proposed_text,
            submitter_kind: comment.submitter_kind.into_str().to_owned(),
            public_name: self.public_name(),
            received_at: comment.received_at,
            channel: comment.channel.into_str().to_owned(),
            context: self.context(),
            revision: comment.revision,
            state: comment.work.into_str().to_owned(),
            change_html: change_html(&draft, draft_text),
            version: response.map_or(0, |stored| i64::from(stored.version)),
            values: match can_edit {
                true => Self::starting(&draft, draft_text),
                false => form::values(&draft),
            },
            has_present_text: !draft_text.is_empty(),
            errors: Vec::new(),
            conflict: None,
            can_edit,
            can_approve: response.is_some_and(|stored| approve(stored, asked.staff).is_ok()),
            can_take_back: response.is_some_and(|stored| take_back(stored, asked.staff).is_ok()),
            can_reopen: asked.is_coordinator
                && response.is_some_and(|stored| check_approved(stored).is_ok()),
            author_name: self.author_name.clone(),
            return_note: self.return_note(),
            history: self.entries(),
            list: self.list.clone(),
        }
    }

    /// What the form starts with: as long as there is no new text, the present one.
    fn starting(draft: &ResponseDraft, draft_text: &str) -> ResponseValues {
        let mut values = form::values(draft);
        if values.new_text.is_empty() {
            draft_text.clone_into(&mut values.new_text);
        }
        values
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

    /// Why it has to be written again, until it goes to approval once more.
    fn return_note(&self) -> Option<ReturnNote> {
        self.entries()
            .into_iter()
            .zip(&self.history)
            .take_while(|(_entry, row)| row.state != ResponseState::InApproval)
            .find(|(_entry, row)| row.state == ResponseState::Returned)
            .map(|(entry, row)| ReturnNote {
                action: entry.action,
                note: row.note.clone(),
            })
    }

    fn entries(&self) -> Vec<HistoryEntry> {
        let before = self.history.iter().skip(1).map(Some).chain([None]);
        let acts = self.history.iter().zip(before);
        let mut entries: Vec<HistoryEntry> = acts.map(|(row, before)| entry(row, before)).collect();
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

/// What was done follows from where the response stood before and where it stood afterwards.
fn entry(row: &HistoryRow, before: Option<&HistoryRow>) -> HistoryEntry {
    let action = match (before.map(|row| row.state), row.state) {
        (Some(ResponseState::InApproval), ResponseState::Drafted) => "taken_back",
        (_, ResponseState::Drafted) => "saved",
        (_, ResponseState::InApproval) => "submitted",
        (Some(ResponseState::Approved), ResponseState::Returned) => "reopened",
        (_, ResponseState::Returned) => "returned",
        (_, ResponseState::Approved) => "approved",
        (_, ResponseState::Released) => "released",
    };
    HistoryEntry {
        at: row.recorded_at,
        who: Some(row.staff_name.clone()),
        action: action.to_owned(),
        disposition: row.disposition.map(|one| one.into_str().to_owned()),
        note: Some(row.note.clone()).filter(|note| !note.is_empty()),
    }
}

fn passage_html(passage: &Paragraph) -> String {
    if passage.kind == ParagraphKind::Text {
        rich_text::html(&passage.body)
    } else {
        rich_text::html(&format!(
            "**{} {}**\n\n{}",
            passage.number, passage.title, passage.body
        ))
    }
}
