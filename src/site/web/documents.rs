//! Related documents: what the page says of them, and the files among them.

use actix_web::body::SizedStream;
use actix_web::http::header::{
    CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, Charset, ContentDisposition,
    DispositionParam, DispositionType, ExtendedValue,
};
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use crate::consultations::{self, Consultation, ConsultationPath, Event};
use crate::db::{DatabaseError, DbConnection, StoreResult};
use crate::files::{StoredFile, find_file};
use crate::http::{AppState, Error};
use crate::kernel::ids::FileId;
use crate::site::page::{DocumentEntry, FileEntry};

/// The documents as the page shows them.
pub(super) fn list(
    connection: &mut DbConnection,
    consultation: &Consultation,
) -> StoreResult<Vec<DocumentEntry>> {
    let mut entries = Vec::new();
    for document in consultations::list_documents(connection, consultation.id)? {
        let file = entry_of(connection, document.file)?;
        entries.push(DocumentEntry {
            title: document.title,
            url: document.url,
            file,
        });
    }
    Ok(entries)
}

/// The files with the minutes of these events.
pub(super) fn list_minutes(
    connection: &mut DbConnection,
    events: &[Event],
) -> StoreResult<Vec<Option<FileEntry>>> {
    let files = events.iter().map(|event| event.minutes_file);
    files.map(|file| entry_of(connection, file)).collect()
}

fn entry_of(connection: &mut DbConnection, file: Option<FileId>) -> StoreResult<Option<FileEntry>> {
    match file {
        Some(file) => Ok(find_file(connection, file)?.map(file_entry)),
        None => Ok(None),
    }
}

fn file_entry(file: StoredFile) -> FileEntry {
    FileEntry {
        id: file.id.to_string(),
        kind: file.kind.into_str().to_uppercase(),
        kilobytes: (file.bytes + 1023) / 1024,
    }
}

/// The address of a file of a consultation.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct DocumentPath {
    authority: String,
    consultation: String,
    document_id: String,
}

/// A file of a public consultation, to be kept and not to be shown: whatever it holds, no browser takes it for a page of ours.
pub(super) async fn fetch_document(
    state: web::Data<AppState>,
    path: web::Path<DocumentPath>,
) -> Result<HttpResponse, Error> {
    let asked: FileId = path
        .document_id
        .parse()
        .map_err(|_no_id| Error::not_found())?;
    let named = ConsultationPath {
        authority: path.authority.clone(),
        consultation: path.consultation.clone(),
    };
    let consultation = named.find_public(&state).await?;
    let found: Result<_, DatabaseError> = state
        .context
        .db
        .read(move |connection| {
            let files = consultations::list_files(connection, consultation.id)?;
            match files.contains(&asked) {
                true => find_file(connection, asked),
                false => Ok(None),
            }
        })
        .await;
    let file = found?.ok_or_else(Error::not_found)?;
    let content = state.context.files.stream(&file.place).await;
    let content = content.map_err(Error::internal)?;
    let bytes = u64::try_from(file.bytes).map_err(Error::internal)?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, file.kind.media_type()))
        .insert_header((CONTENT_DISPOSITION, attachment(file.name)))
        .insert_header((CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"))
        .body(SizedStream::new(bytes, content)))
}

/// The name of a file to be kept, with letters other than English ones said apart (RFC 6266, section 4.3).
fn attachment(name: String) -> ContentDisposition {
    let is_plain = |sign: &char| sign.is_ascii_alphanumeric() || " ._-()".contains(*sign);
    let plain = name
        .chars()
        .map(|sign| if is_plain(&sign) { sign } else { '_' });
    ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![
            DispositionParam::Filename(plain.collect()),
            DispositionParam::FilenameExt(ExtendedValue {
                charset: Charset::Ext("UTF-8".to_owned()),
                language_tag: None,
                value: name.into_bytes(),
            }),
        ],
    }
}
