//! What every test stands on: the real application on a database of its own, a clock that stands still, browsers.

mod a_comment;
mod answers;
mod app;
mod browser;
mod builders;
mod comment_form;
mod database;
mod mailbox;
mod pictures;
pub mod postgres;
mod program;

pub use a_comment::a_comment;
pub use answers::assert_released_once;
pub use app::{PASSWORD, TestApp, deviations, load_samples};
pub use browser::{Browser, Page, client_builder};
pub use builders::{ConsultationBuilder, a_consultation, a_job, a_subscriber};
pub use comment_form::{COMPLETE, TEXT, form_of, submit};
pub use database::{TestDatabase, backend_name};
pub use mailbox::newest_mail;
pub use pictures::picture;
pub(crate) use program::{Program, Serving, until};
