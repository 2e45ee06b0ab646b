//! Rows and queries of the slice. The only writer of its tables.

mod numbers;
mod register;
mod state;
mod submission;

pub use numbers::Numbers;
pub use register::*;
pub use state::{Answered, release_all, set_answered, set_first_answered};
pub use submission::*;
