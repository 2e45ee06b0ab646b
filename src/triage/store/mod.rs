//! Rows and queries of the slice. The only writer of `responses`, `response_versions` and `releases`.

mod around;
mod comment;
mod details;
mod evidence;
mod history;
mod inbox;
mod mails;
mod release;
mod response;
mod search;
mod seed;
mod totals;

use super::domain::ResponseState;
use crate::db::stored_as_text;

stored_as_text!(ResponseState);

pub use around::{Around, Here, Neighbour, find_around, find_reference};
pub use comment::{StoredComment, find_comment, find_present_text};
pub use details::{ListedComment, list_details};
pub use evidence::{AnsweredRow, Kept, list_answered_by, list_kept, list_present};
pub use history::{HistoryRow, find_name, insert_version, list_history};
pub use inbox::{Found, count_matching, find_countable, find_row_keys};
pub use mails::{
    Released, Unmailed, advance_mails, find_end_of_part, list_released, list_unmailed,
};
pub use release::{
    UnderWay, begin_release, count_by_disposition, count_mails, find_under_way, list_under_way,
    mark_published, release_some,
};
pub use response::{
    ResponseRecord, find_response, insert_response, list_answered, update_response,
};
pub use seed::{answer_all, release_all};
pub use totals::{count_roughly, count_totals, is_rough};
