//! A related document that is brought as a file.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::errors;
use super::part::{PartPath, show_documents};
use crate::accounts::{Actor, By};
use crate::consultations::{self, Brought, Fault, FaultKind, SaveError};
use crate::db::Failure;
use crate::desk::web::DeskPath;
use crate::http::{AppState, Error, answer, upload};
use crate::i18n::Language;

pub(in crate::desk::web) async fn bring_document(
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: web::Path<DeskPath>,
    request: HttpRequest,
    payload: web::Payload,
) -> Result<HttpResponse, Error> {
    let consultation = path.find(&state, &actor).await?;
    let largest = state.context.files.largest();
    let sent = upload::read(&request, payload, largest).await?;
    let title = sent.value("upload_title");
    let fault = |kind| vec![Fault::new("upload_file", kind)];
    let faults = match sent.file {
        _ if sent.is_too_large => fault(FaultKind::FileTooLarge(largest)),
        None => fault(FaultKind::Missing),
        Some(file) => {
            let brought = Brought {
                title: title.clone(),
                name: file.name,
                content: file.content,
            };
            let (context, by) = (&state.context, By::Staff(Actor::clone(&actor)));
            match consultations::bring_document(context, &by, consultation.id, brought).await {
                Ok(()) => {
                    let (lang, desk) = (lang.into_str(), path.path());
                    let url = format!("/{lang}{desk}/overview?done=saved-part");
                    return Ok(answer::see_other(&url));
                }
                Err(Failure::Refused(SaveError::Wrong(faults))) => faults,
                Err(Failure::Refused(_other)) => return Err(Error::not_found()),
                Err(Failure::Database(error)) => return Err(error.into()),
            }
        }
    };
    let path = PartPath::documents(&path);
    let shown = (StatusCode::UNPROCESSABLE_ENTITY, title, errors(&faults));
    show_documents(&state, &actor, lang, &path, &consultation, shown).await
}
