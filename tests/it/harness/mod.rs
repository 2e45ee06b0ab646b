//! What every test stands on: the real application on a database of its own, a clock that stands still, browsers.

mod app;
mod browser;
mod builders;
mod database;
mod mailbox;
pub mod postgres;
mod program;

pub use app::{TestApp, load_samples};
pub use browser::{Browser, Page};
pub use builders::{a_comment, a_consultation, a_subscriber};
pub use database::{TestDatabase, backend_name};
pub use mailbox::newest_mail;
pub(crate) use program::{Program, Serving, until};
