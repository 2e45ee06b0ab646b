//! Use cases of the working group: one file a verb.

mod approve;
mod compare;
mod release;
mod release_mails;
mod reopen;
mod save;
mod seed;
mod send_back;
mod step;
mod submit;
mod take_back;

pub use approve::approve_response;
pub use compare::compare_with_chain;
pub use release::{ReleaseResponses, find_release_job, record_release, release_responses};
pub use release_mails::WriteReleaseMails;
pub use reopen::reopen_response;
pub use save::save_response;
pub use seed::answer_all;
pub use send_back::return_response;
pub use step::{Act, record_act};
pub use submit::submit_response;
pub use take_back::take_back_response;
