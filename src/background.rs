//! Tasks that run beside the requests until the process stops. One that panics is begun anew: nobody would notice that it
//! is gone.

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures_util::FutureExt as _;
use tokio_util::sync::CancellationToken;

/// Before a task begins anew, so that one that always panics does not take a whole processor.
const PAUSE: Duration = Duration::from_secs(1);

/// Runs `task` until it ends by itself, which it does after `stop`.
pub async fn keep_running<F>(name: &'static str, stop: CancellationToken, task: impl Fn() -> F)
where
    F: Future<Output = ()>,
{
    while AssertUnwindSafe(task()).catch_unwind().await.is_err() {
        tracing::error!(task = name, "A task panicked and begins anew");
        if stop
            .run_until_cancelled(tokio::time::sleep(PAUSE))
            .await
            .is_none()
        {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[tokio::test]
    async fn a_task_that_panics_begins_anew() {
        let begun = AtomicUsize::new(0);

        keep_running("test", CancellationToken::new(), || async {
            assert!(begun.fetch_add(1, Ordering::Relaxed) > 0, "not yet");
        })
        .await;

        assert_eq!(begun.into_inner(), 2);
    }
}
