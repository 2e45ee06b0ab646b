//! How many files and connections this process may have open.

use rlimit::Resource;

/// Below this a few thousand slow clients shut everybody else out.
const ENOUGH: u64 = 4_096;

/// Raises the limit to what the system allows. Most systems start processes with 1,024, for the sake of programs that use
/// `select(2)`; each connection takes one.
pub(super) fn raise_limit() {
    let raised = Resource::NOFILE.get().and_then(|(soft, hard)| {
        Resource::NOFILE.set(hard, hard)?;
        Ok((soft, hard))
    });
    match raised {
        Ok((soft, hard)) if hard < ENOUGH => tracing::warn!(
            before = soft,
            now = hard,
            "Few connections can be open at once; a higher hard limit (ulimit -Hn, LimitNOFILE=) would allow more"
        ),
        Ok((soft, hard)) => {
            tracing::info!(
                before = soft,
                now = hard,
                "Raised how many connections can be open at once"
            );
        }
        Err(error) => tracing::warn!(
            error = &error as &dyn std::error::Error,
            "How many connections can be open at once could not be raised"
        ),
    }
}
