//! The logo of an authority, for its administrators.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::authority::{find, show};
use super::workspace::{errors, values};
use crate::accounts::{Actor, By};
use crate::consultations::{
    self, Fault, FaultKind, LogoChange, SaveAuthorityError, authority_values,
};
use crate::db::Failure;
use crate::http::{AppState, Error, answer, upload};
use crate::i18n::Language;

pub(super) async fn save_logo(
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: web::Path<(String, String)>,
    request: HttpRequest,
    payload: web::Payload,
) -> Result<HttpResponse, Error> {
    let (_lang, slug) = path.into_inner();
    let authority = find(&state, slug).await?;
    let largest = state.context.files.largest();
    let sent = upload::read(&request, payload, largest).await?;
    let is_to_go = sent.value("action") == "remove";
    let typed = values(sent.fields);
    let faults = if sent.is_too_large {
        vec![Fault::new("logo_file", FaultKind::FileTooLarge(largest))]
    } else {
        let change = match is_to_go {
            true => LogoChange::Remove,
            false => {
                let file = sent.file.map(|file| (file.name, file.content));
                LogoChange::Set(typed.clone(), file)
            }
        };
        let by = By::Staff(Actor::clone(&actor));
        match consultations::change_logo(&state.context, &by, &authority, change).await {
            Ok(()) => {
                let (lang, slug) = (lang.into_str(), &authority.slug);
                let url = format!("/{lang}/desk/{slug}/settings?done=saved-part");
                return Ok(answer::see_other(&url));
            }
            Err(Failure::Refused(SaveAuthorityError::Wrong(faults))) => faults,
            Err(Failure::Refused(SaveAuthorityError::NotAllowed(_))) => {
                return Err(Error::not_found());
            }
            Err(Failure::Database(error)) => return Err(error.into()),
        }
    };
    let mut shown = authority_values(&authority);
    shown.extend(typed);
    let shown = (StatusCode::UNPROCESSABLE_ENTITY, shown, errors(&faults));
    show(&state, &actor, lang, &authority, shown, None)
}
