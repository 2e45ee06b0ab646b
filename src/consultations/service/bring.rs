//! A related document that is brought as a file.

use super::act::Act;
use super::save::{SaveError, add_file_in};
use crate::accounts::By;
use crate::consultations::domain::{Document, Fault, FaultKind};
use crate::consultations::store;
use crate::context::Context;
use crate::db::{DbConnection, Failure, StoreResult};
use crate::files::{FileKind, KeepError, delete_file, insert_file};
use crate::kernel::ids::{ConsultationId, FileId};
use crate::kernel::{limits, plain_text};
use bytes::Bytes;

/// What may be brought. No pictures: they may tell where they were taken, and nothing here takes that out of them.
const ACCEPTED: [FileKind; 3] = [FileKind::Pdf, FileKind::Docx, FileKind::Xlsx];

/// A file somebody brings.
#[derive(Clone, Debug)]
pub struct Brought {
    /// What the document is called; the name of the file when it is empty.
    pub title: String,
    /// What the file is called.
    pub name: String,
    pub content: Bytes,
}

/// Keeps a file, and puts it beside the draft. It is public with the consultation.
///
/// # Errors
/// [`SaveError`], or the database. A file without a row is swept away.
pub async fn bring_document(
    context: &Context,
    by: &By,
    id: ConsultationId,
    brought: Brought,
) -> Result<(), Failure<SaveError>> {
    let title = match plain_text::line(&brought.title) {
        title if title.is_empty() => plain_text::line(&brought.name),
        title => title,
    };
    if !limits::NAME.allows(&title) {
        return Err(wrong("upload_title", FaultKind::TooLong(limits::NAME)));
    }
    let kept = context
        .files
        .keep(&context.ids, &brought.name, brought.content, &ACCEPTED)
        .await
        .map_err(refused)?;
    let act = Act::new(context, by);
    let file: FileId = act.ids.next(act.now);
    context
        .db
        .write(move |connection| {
            let consultation = store::get(connection, id)?;
            act.authorise_in::<SaveError>(&consultation)?;
            insert_file(connection, file, &kept, act.now)?;
            let document = Document {
                title: title.clone(),
                url: String::new(),
                file: Some(file),
            };
            add_file_in(connection, &act, &consultation, document)
        })
        .await
}

/// Removes the files of documents that are there no more.
pub(super) fn forget_files(
    connection: &mut DbConnection,
    before: &[Document],
    after: &[Document],
) -> StoreResult<()> {
    let is_kept = |file: &FileId| after.iter().any(|one| one.file == Some(*file));
    let gone = before.iter().filter_map(|one| one.file);
    for file in gone.filter(|file| !is_kept(file)) {
        delete_file(connection, file)?;
    }
    Ok(())
}

fn refused(error: KeepError) -> Failure<SaveError> {
    let kind = match error {
        KeepError::Empty => FaultKind::Missing,
        KeepError::TooLarge { most } => FaultKind::FileTooLarge(most),
        KeepError::OtherKind => FaultKind::OtherFile,
        KeepError::HasMacros => FaultKind::FileWithMacros,
        KeepError::Away(source) => {
            tracing::error!(error = ?source, "A file could not be kept");
            FaultKind::FilesAway
        }
    };
    wrong("upload_file", kind)
}

fn wrong(field: &str, kind: FaultKind) -> Failure<SaveError> {
    Failure::Refused(SaveError::Wrong(vec![Fault::new(field, kind)]))
}
