//! Removes what no row names: files whose use case failed, or whose row is gone.

use std::collections::HashSet;
use std::time::Duration;

use chrono::TimeDelta;
use futures_util::{StreamExt as _, TryStreamExt as _};
use object_store::path::Path;
use object_store::{ObjectStore as _, ObjectStoreExt as _};
use tokio_util::sync::CancellationToken;

use super::store;
use crate::context::Context;
use crate::db::DatabaseError;

/// How often it is looked.
const PAUSE: Duration = Duration::from_hours(1);

/// How long a file may be without a row: the use case that keeps it may still be under way.
const LEFT_AFTER: TimeDelta = TimeDelta::days(1);

/// Files asked about at once.
const AT_ONCE: usize = 500;

/// Sweeps until `stop`. May run on several nodes.
pub async fn sweep_files(context: Context, stop: CancellationToken) {
    while stop
        .run_until_cancelled(tokio::time::sleep(PAUSE))
        .await
        .is_some()
    {
        if let Err(error) = sweep_once(&context).await {
            tracing::warn!(error = format!("{error:#}"), "Files could not be swept");
        }
    }
}

/// Sweeps and returns how many files were removed.
///
/// # Errors
/// When the database or the store is away; what was removed stays so.
pub async fn sweep_once(context: &Context) -> anyhow::Result<usize> {
    let before = context.now().plus(-LEFT_AFTER).utc();
    let objects = &context.files.objects;
    let mut old = objects
        .list(None)
        .try_filter(|object| std::future::ready(object.last_modified < before))
        .map_ok(|object| object.location.to_string())
        .try_chunks(AT_ONCE)
        .boxed();
    let mut removed = 0;
    while let Some(places) = old.try_next().await? {
        let asked = places.clone();
        let known = context
            .db
            .read::<_, DatabaseError, _>(move |conn| store::list_known(conn, &asked))
            .await?;
        let known: HashSet<String> = known.into_iter().collect();
        for place in places.into_iter().filter(|place| !known.contains(place)) {
            objects.delete(&Path::from(place)).await?;
            removed += 1;
        }
    }
    Ok(removed)
}
