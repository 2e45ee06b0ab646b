//! The sample consultations of demonstrations and tests: files compiled into the binary, loaded through the stores.

mod adopt;
mod comments;
mod draft;
mod files;
mod former;
mod load;

pub use files::{DEMO_PASSWORD, SampleFiles};
pub(super) use files::{People, read};
pub use load::{Loader, Progress, load};
