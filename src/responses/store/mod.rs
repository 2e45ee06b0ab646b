//! Rows and queries of the slice. The only writer of `responses`, `response_versions` and `releases`.

mod evidence;
mod history;
mod mails;
mod present_text;
mod release;
mod response;
mod seed;
mod totals;

use super::domain::ResponseState;
use crate::db::stored_as_text;

stored_as_text!(ResponseState);

pub use evidence::{AnsweredRow, Kept, list_answered_by, list_kept, list_present};
pub use history::{HistoryRow, find_name, insert_version, list_history};
pub use mails::{
    Released, Unmailed, advance_mails, find_end_of_part, find_unmailed, is_mailing, list_released,
};
pub use present_text::find_present_text;
pub use release::{
    begin_release, count_by_disposition, count_mails, find_under_way, list_under_way,
    mark_published, release_some,
};
pub use response::{
    ResponseRecord, find_response, insert_response, list_answered, update_response,
};
pub use seed::{answer_all, release_all};
pub use totals::{count_roughly, count_totals, is_rough};
