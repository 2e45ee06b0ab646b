//! Use cases of the working group: one file a verb.

mod approve;
mod release;
mod save;
mod send_back;
mod step;
mod submit;

pub use approve::approve_response;
pub use release::{Release, release_responses};
pub use save::save_response;
pub use send_back::return_response;
pub use step::Act;
pub use submit::submit_response;
