//! The sample consultations of demonstrations and tests: files compiled into the binary, loaded through the stores.

mod accounts;
mod comments;
mod draft;
mod files;
mod load;

pub use accounts::accounts;
pub use files::{DEMO_PASSWORD, SampleFiles};
pub use load::{Loader, Progress, load};
