//! A file that is brought: a related document, or the minutes of an event.

use super::act::Act;
use super::save::{SaveError, put, wrong};
use crate::accounts::By;
use crate::consultations::domain::{Consultation, Content, Document, FaultKind, MOST_ROWS, Part};
use crate::consultations::store;
use crate::context::Context;
use crate::db::{DbConnection, Failure, StoreResult};
use crate::files::{Accepted, FileKind, KeepError, delete_file, insert_file};
use crate::kernel::ids::{ConsultationId, FileId};
use crate::kernel::{limits, plain_text};
use bytes::Bytes;

/// What may be brought.
const ACCEPTED: Accepted = Accepted::kinds(&[
    FileKind::Pdf,
    FileKind::Docx,
    FileKind::Xlsx,
    FileKind::Png,
    FileKind::Jpeg,
    FileKind::Webp,
]);

/// A file somebody brings.
#[derive(Clone, Debug)]
pub struct Brought {
    pub place: FilePlace,
    /// What the file is called.
    pub name: String,
    pub content: Bytes,
}

/// Where a file belongs.
#[derive(Clone, Debug)]
pub enum FilePlace {
    /// Beside the draft, with this title; with the name of the file when it is empty.
    Document { title: String },
    /// The minutes of the event with this [`key`](crate::consultations::Event::key), in the place of those there were.
    Minutes { event: String },
}

/// Keeps a file and puts it where it belongs. It is public with the consultation.
///
/// # Errors
/// [`SaveError`], or the database. A file without a row is swept away.
pub async fn bring(
    context: &Context,
    by: &By,
    id: ConsultationId,
    brought: Brought,
) -> Result<(), Failure<SaveError>> {
    let place = checked(brought.place, &brought.name)?;
    let kept = context
        .files
        .keep(&context.ids, &brought.name, brought.content, ACCEPTED)
        .await
        .map_err(refused)?;
    let act = Act::new(context, by);
    let file: FileId = act.ids.next(act.now);
    context
        .db
        .write(move |connection| {
            let consultation = store::get(connection, id)?;
            let staff = act.authorise_in::<SaveError>(&consultation)?;
            insert_file(connection, file, &kept, act.now)?;
            let (part, content) = with_file(connection, &consultation, &place, file)?;
            put(connection, &act, &consultation, (part, &content), staff)
        })
        .await
}

/// The place with a title that is one.
fn checked(place: FilePlace, name: &str) -> Result<FilePlace, Failure<SaveError>> {
    let FilePlace::Document { title } = place else {
        return Ok(place);
    };
    let title = match plain_text::line(&title) {
        title if title.is_empty() => plain_text::line(name),
        title => title,
    };
    match limits::NAME.allows(&title) {
        true => Ok(FilePlace::Document { title }),
        false => Err(wrong("upload_title", FaultKind::TooLong(limits::NAME))),
    }
}

/// The part of the consultation a file belongs to, with it.
fn with_file(
    connection: &mut DbConnection,
    consultation: &Consultation,
    place: &FilePlace,
    file: FileId,
) -> Result<(Part, Content), Failure<SaveError>> {
    match place {
        FilePlace::Document { title } => {
            let mut documents = store::list_documents(connection, consultation.id)?;
            if documents.len() == MOST_ROWS {
                return Err(wrong("upload_file", FaultKind::TooMany(MOST_ROWS)));
            }
            documents.push(Document {
                title: title.clone(),
                url: String::new(),
                file: Some(file),
            });
            Ok((Part::Documents, Content::Documents(documents)))
        }
        FilePlace::Minutes { event } => {
            let mut events = store::list_events(connection, consultation.id)?;
            let of = events.iter_mut().find(|one| one.key() == *event);
            let of = of.ok_or_else(|| wrong("upload_event", FaultKind::Missing))?;
            of.minutes_file = Some(file);
            Ok((Part::Events, Content::Events(events)))
        }
    }
}

/// Removes files that are there no more.
pub(super) fn forget_files(
    connection: &mut DbConnection,
    before: &[FileId],
    after: &[FileId],
) -> StoreResult<()> {
    for file in before.iter().filter(|file| !after.contains(file)) {
        delete_file(connection, *file)?;
    }
    Ok(())
}

fn refused(error: KeepError) -> Failure<SaveError> {
    wrong("upload_file", fault_of_file(error))
}

/// What is told of a file that is not kept.
pub(super) fn fault_of_file(error: KeepError) -> FaultKind {
    match error {
        KeepError::Empty => FaultKind::Missing,
        KeepError::TooLarge { most } => FaultKind::FileTooLarge(most),
        KeepError::OtherKind => FaultKind::OtherFile,
        KeepError::HasMacros => FaultKind::FileWithMacros,
        KeepError::BrokenPicture(_) => FaultKind::BrokenPicture,
        KeepError::TooManyPixels => FaultKind::TooManyPixels,
        KeepError::Away(source) => {
            tracing::error!(error = ?source, "A file could not be kept");
            FaultKind::FilesAway
        }
        KeepError::NotReencoded(source) => {
            tracing::error!(error = ?source, "A picture could not be re-encoded");
            FaultKind::BrokenPicture
        }
    }
}
