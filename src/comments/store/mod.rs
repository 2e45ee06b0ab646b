//! Rows and queries of the slice. The only writer of its tables.

mod numbers;
mod register;
mod state;
mod submission;

pub use numbers::Numbers;
pub use register::*;
pub use state::{attach_first_response, attach_response, release_all, set_state};
pub use submission::*;
