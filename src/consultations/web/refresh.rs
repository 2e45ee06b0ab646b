//! How a node notices that something was published, by itself or by another node on the same database.

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::consultations::store;
use crate::http::AppState;

/// How often the counter is read; a change is visible everywhere within a second.
const PAUSE: Duration = Duration::from_millis(400);

/// Watches the published version until `stop` and forgets the pages in memory whenever it changes.
pub async fn follow_publications(state: AppState, stop: CancellationToken) {
    let mut seen = None;
    while stop
        .run_until_cancelled(tokio::time::sleep(PAUSE))
        .await
        .is_some()
    {
        match state.context.db.read(store::published_version).await {
            // Also at the first look: pages may be from before a publication that came before it.
            Ok(version) if seen != Some(version) => {
                seen = Some(version);
                state.pages.clear();
            }
            Ok(_same) => {}
            Err(error) => tracing::warn!(%error, "The published version could not be read"),
        }
    }
}
