//! What every use case works with, whoever calls it: a page, a worker, a command, a test.

use std::sync::Arc;

use crate::db::Database;
use crate::files::Files;
use crate::kernel::clock::{Clock, Instant};
use crate::kernel::ids::Ids;
use crate::kernel::token::Tokens;

/// The database, the files, the time and the secrets of this installation. Cheap to clone.
#[derive(Clone)]
pub struct Context {
    pub db: Database,
    pub clock: Clock,
    pub ids: Ids,
    pub tokens: Tokens,
    pub files: Files,
    /// Where the site answers, without a trailing slash: every link in a mail begins with it.
    pub base_url: Arc<str>,
}

impl Context {
    /// The moment an act is decided by.
    pub fn now(&self) -> Instant {
        self.clock.now()
    }
}
