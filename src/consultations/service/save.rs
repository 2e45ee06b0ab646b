//! Changing a part of a consultation.

use serde_json::json;

use super::act::Act;
use super::bring::forget_files;
use crate::accounts::{By, NotAllowed};
use crate::audit::text_hash;
use crate::consultations::domain::{
    Consultation, Content, Event, Fault, FaultKind, Part, Phase, Requirement, Values, WindowPlan,
    revise,
};
use crate::consultations::store;
use crate::context::Context;
use crate::db::{DbConnection, Failure, StoreResult};
use crate::drafts::{self, NewDraft};
use crate::kernel::ids::{ConsultationId, FileId, StaffId};

/// Why a part was not changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    #[error("a field is wrong")]
    Wrong(Vec<Fault>),
    /// Somebody else changed it meanwhile; this is what it says now.
    #[error("somebody else changed it")]
    Changed(Values),
    /// The public has seen it: the window, the address and the text stay.
    #[error("it is public")]
    Public,
}

/// What a part says, in a few letters: a form keeps them, so that whoever saves it is told when somebody else did before.
pub fn fingerprint(values: &Values) -> String {
    text_hash(&json!(values).to_string())
        .chars()
        .take(16)
        .collect()
}

/// Changes a part. `base` is the [`fingerprint`] of what the form was made from.
///
/// # Errors
/// [`SaveError`], or the database.
pub async fn save(
    context: &Context,
    by: &By,
    id: ConsultationId,
    (part, content): (Part, Content),
    base: String,
) -> Result<(), Failure<SaveError>> {
    let act = Act::new(context, by);
    context
        .db
        .write(move |connection| {
            let consultation = store::get(connection, id)?;
            act.authorise_in::<SaveError>(&consultation)?;
            let current = store::read_content(connection, &consultation, part)?.values();
            if fingerprint(&current) != base && current != content.values() {
                return Err(Failure::Refused(SaveError::Changed(current)));
            }
            save_in(connection, &act, id, (part, &content))
        })
        .await
}

/// The same within a write, whatever was there.
///
/// # Errors
/// As [`save`].
pub fn save_in(
    connection: &mut DbConnection,
    act: &Act,
    id: ConsultationId,
    (part, content): (Part, &Content),
) -> Result<(), Failure<SaveError>> {
    let consultation = store::get(connection, id)?;
    let staff = act.authorise_in::<SaveError>(&consultation)?;
    let before = store::read_content(connection, &consultation, part)?.values();
    let after = content.values();
    if before == after {
        return Ok(());
    }
    check(connection, act, &consultation, content)?;
    put(connection, act, &consultation, (part, content), staff)
}

/// Writes what was checked, its history and its entry in the chain.
pub(super) fn put(
    connection: &mut DbConnection,
    act: &Act,
    consultation: &Consultation,
    (part, content): (Part, &Content),
    staff: Option<StaffId>,
) -> Result<(), Failure<SaveError>> {
    let id = consultation.id;
    let before = store::read_content(connection, consultation, part)?.values();
    let after = content.values();
    if let Content::Text(sections) = content {
        let sections = drafts::number_sections(sections, &act.ids, act.now);
        let draft = draft_of(connection, act, consultation)?;
        match consultation.phase(act.now) {
            // The adopted text: what people commented on stays beside it.
            Phase::Adopted => {
                let draft = NewDraft {
                    revision_id: act.ids.next(act.now),
                    published_at: act.now,
                    ..draft
                };
                drafts::revise_text(connection, &draft, sections)?;
            }
            _ => drafts::replace_text(connection, &draft, &sections)?,
        }
    }
    let files = store::list_files(connection, id)?;
    match content {
        Content::Events(events) => {
            let (mut events, now) = (events.clone(), act.now);
            revise(&mut events, &store::list_events(connection, id)?, now);
            store::write_content(connection, id, &Content::Events(events))?;
        }
        content => store::write_content(connection, id, content)?,
    }
    let left = store::list_files(connection, id)?;
    forget_files(connection, &files, &left)?;
    if let Content::Window(_) = content {
        let window = store::get(connection, id)?.window;
        drafts::set_published_at(connection, consultation.draft_id, window.opens_at)?;
    }
    let kept = (&kept(part, &before), &kept(part, &after));
    store::insert_change(connection, id, part, kept, (staff, act.now))?;
    let entry = json!({ "part": part.into_str(), "content": fingerprint(&after) });
    act.record(connection, "consultation.changed", id, &entry)?;
    if consultation.announced_at.is_some() {
        store::bump(connection, id)?;
    }
    Ok(())
}

/// What is kept of a part for its history. A whole draft is not kept for each change: how long it was, and its hash.
fn kept(part: Part, values: &Values) -> Values {
    match (part, values.get("text")) {
        (Part::Text, Some(text)) => [
            ("letters".to_owned(), text.chars().count().to_string()),
            ("hash".to_owned(), text_hash(text)),
        ]
        .into(),
        _ => values.clone(),
    }
}

/// What the public has seen or may have seen is not changed here.
fn check(
    connection: &mut DbConnection,
    act: &Act,
    consultation: &Consultation,
    content: &Content,
) -> Result<(), Failure<SaveError>> {
    let is_announced = consultation.announced_at.is_some();
    if is_announced {
        check_still_there(content)?;
    }
    match content {
        Content::Window(_) if is_announced => Err(Failure::Refused(SaveError::Public)),
        Content::Window(plan) => check_window(consultation, plan),
        Content::Events(events) => {
            check_events(consultation, events)?;
            let files = events.iter().map(|one| one.minutes_file);
            check_files(connection, consultation, ("event", "minutes"), files)
        }
        Content::Documents(documents) => {
            let files = documents.iter().map(|one| one.file);
            check_files(connection, consultation, ("related", "url"), files)
        }
        Content::Text(_) if consultation.is_text_locked(act.now) => {
            Err(Failure::Refused(SaveError::Public))
        }
        Content::Basics(basics) if basics.slug != consultation.slug => {
            if is_announced {
                return Err(Failure::Refused(SaveError::Public));
            }
            match store::is_slug_taken(connection, consultation.authority.id, &basics.slug)? {
                true => Err(wrong("slug", FaultKind::SlugTaken)),
                false => Ok(()),
            }
        }
        _ => Ok(()),
    }
}

/// What the gate asked for stays there once it was passed.
fn check_still_there(content: &Content) -> Result<(), Failure<SaveError>> {
    let needed = match content {
        Content::Basics(basics) => vec![(Requirement::Reasons, basics.own.purpose.is_empty())],
        Content::Channels(channels) => vec![
            (Requirement::Channels, channels.channels_note.is_empty()),
            (Requirement::Contact, channels.contacts.is_empty()),
            (Requirement::Privacy, channels.privacy_note.is_empty()),
        ],
        _ => Vec::new(),
    };
    let gone: Vec<Fault> = needed
        .into_iter()
        .filter(|(_requirement, is_gone)| *is_gone)
        .map(|(requirement, _gone)| Fault::new(requirement.field(), FaultKind::Missing))
        .collect();
    match gone.is_empty() {
        true => Ok(()),
        false => Err(Failure::Refused(SaveError::Wrong(gone))),
    }
}

fn check_window(consultation: &Consultation, plan: &WindowPlan) -> Result<(), Failure<SaveError>> {
    match plan.window(consultation.authority.zone) {
        Ok(_window) => Ok(()),
        Err(_jumped) => Err(wrong("first_day", FaultKind::NoSuchTime)),
    }
}

/// A form names no file but those that are there: another one belongs to somebody else.
fn check_files(
    connection: &mut DbConnection,
    consultation: &Consultation,
    (list, column): (&str, &str),
    mut files: impl Iterator<Item = Option<FileId>>,
) -> Result<(), Failure<SaveError>> {
    let there = store::list_files(connection, consultation.id)?;
    let strange = files.position(|file| file.is_some_and(|file| !there.contains(&file)));
    match strange {
        Some(number) => Err(wrong(
            &format!("{list}_{number}_{column}"),
            FaultKind::Missing,
        )),
        None => Ok(()),
    }
}

/// A time the clock jumps over is none.
fn check_events(consultation: &Consultation, events: &[Event]) -> Result<(), Failure<SaveError>> {
    let jumped = events
        .iter()
        .position(|event| event.moments(consultation.authority.zone).is_err());
    match jumped {
        Some(number) => Err(wrong(
            &format!("event_{number}_starts_at"),
            FaultKind::NoSuchTime,
        )),
        None => Ok(()),
    }
}

pub(super) fn wrong(field: &str, kind: FaultKind) -> Failure<SaveError> {
    Failure::Refused(SaveError::Wrong(vec![Fault::new(field, kind)]))
}

/// The draft as its sections are written into it.
fn draft_of(
    connection: &mut DbConnection,
    act: &Act,
    consultation: &Consultation,
) -> StoreResult<NewDraft> {
    drafts::draft_to_write(
        connection,
        consultation.draft_id,
        consultation.authority.id,
        act.now,
    )
}
