//! A file that is brought: a related document, or the minutes of an event.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::errors;
use super::part::{PartPath, show_upload};
use crate::accounts::{Actor, By};
use crate::consultations::{self, Brought, Fault, FaultKind, FilePlace, Part, SaveError};
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
    bring(
        &state,
        &actor,
        lang,
        (&path, Part::Documents),
        (&request, payload),
    )
    .await
}

pub(in crate::desk::web) async fn bring_minutes(
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: web::Path<DeskPath>,
    request: HttpRequest,
    payload: web::Payload,
) -> Result<HttpResponse, Error> {
    bring(
        &state,
        &actor,
        lang,
        (&path, Part::Events),
        (&request, payload),
    )
    .await
}

async fn bring(
    state: &AppState,
    actor: &Actor,
    lang: Language,
    (path, part): (&DeskPath, Part),
    (request, payload): (&HttpRequest, web::Payload),
) -> Result<HttpResponse, Error> {
    let consultation = path.find(state, actor).await?;
    let largest = state.context.files.largest();
    let sent = upload::read(request, payload, largest).await?;
    let (title, event) = (sent.value("upload_title"), sent.value("upload_event"));
    let fault = |kind| vec![Fault::new("upload_file", kind)];
    let faults = match sent.file {
        _ if sent.is_too_large => fault(FaultKind::FileTooLarge(largest)),
        None => fault(FaultKind::Missing),
        Some(file) => {
            let (title, event) = (title.clone(), event.clone());
            let brought = Brought {
                place: match part {
                    Part::Events => FilePlace::Minutes { event },
                    _ => FilePlace::Document { title },
                },
                name: file.name,
                content: file.content,
            };
            let (context, by) = (&state.context, By::Staff(actor.clone()));
            match consultations::bring(context, &by, consultation.id, brought).await {
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
    let path = PartPath::of(path, part);
    let typed = [("upload_title", title), ("upload_event", event)];
    let shown = (StatusCode::UNPROCESSABLE_ENTITY, typed, errors(&faults));
    show_upload(state, actor, lang, (&path, part), &consultation, shown).await
}
