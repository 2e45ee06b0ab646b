//! Pictures that pages show.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use actix_web::{HttpResponse, web};

use crate::accounts;
use crate::db::DatabaseError;
use crate::files::find_file;
use crate::http::{AppState, Error};
use crate::kernel::ids::FileId;

/// The sign of an authority. A changed one has another address, so it may be kept for a year.
pub(super) async fn show_logo(
    state: web::Data<AppState>,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let id: FileId = id.parse().map_err(|_no_id| Error::not_found())?;
    let found: Result<_, DatabaseError> = state
        .context
        .db
        .read(move |connection| match accounts::is_logo(connection, id)? {
            true => find_file(connection, id),
            false => Ok(None),
        })
        .await;
    let file = found?.ok_or_else(Error::not_found)?;
    let content = state.context.files.read(&file.place).await;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, file.kind.media_type()))
        .insert_header((CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .insert_header((CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"))
        .body(content.map_err(Error::internal)?))
}
