//! What was changed, by whom, when.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::part::difference;
use crate::accounts::Actor;
use crate::consultations::{self, Change};
use crate::desk::page::{ChangeEntry, History};
use crate::desk::web::{DeskPath, desk_site};
use crate::http::extract::Query;
use crate::http::{AppState, Error};
use crate::i18n::Language;

/// Changes on a page.
const CHANGES: i64 = 50;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::desk::web) struct After {
    after: String,
}

pub(in crate::desk::web) async fn show_history(
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: web::Path<DeskPath>,
    Query(query): Query<After>,
) -> Result<HttpResponse, Error> {
    let consultation = path.find(&state, &actor).await?;
    let (id, after) = (consultation.id, query.after.parse().ok());
    let mut found = state
        .context
        .db
        .read(move |connection| consultations::list_changes(connection, id, after, CHANGES + 1))
        .await?;
    let is_full = i64::try_from(found.len()).is_ok_and(|count| CHANGES < count);
    if is_full {
        found.pop();
    }
    let next = found
        .last()
        .map(|(key, _change)| *key)
        .filter(|_last| is_full);
    let page = History {
        changes: found.iter().map(|(_key, change)| entry(change)).collect(),
        next,
    };
    let own = format!("{}/history", path.path());
    let site = desk_site(&state, lang, &consultation, &actor, &own);
    state.show(StatusCode::OK, lang, &site, &page)
}

fn entry(change: &Change) -> ChangeEntry {
    ChangeEntry {
        part: change.part.into_str().to_owned(),
        who: change.who.clone(),
        at: change.changed_at,
        differences: change.differences().into_iter().map(difference).collect(),
    }
}
