//! Rows and queries of the slice. The only writer of `responses` and `response_versions`.

mod comment;
mod desk;
mod details;
mod history;
mod inbox;
mod mails;
mod release;
mod response;
mod search;
mod totals;

pub use comment::{Passage, StoredComment, find_comment, list_passages};
pub use desk::list_memberships;
pub use details::{ListedComment, list_details};
pub use history::{HistoryRow, find_name, insert_version, list_history};
pub use inbox::{Found, count_matching, find_countable, find_next, find_row_keys};
pub use mails::{Released, list_released};
pub use release::{count_by_disposition, count_mails, release_approved};
pub use response::{
    AnsweredComment, ResponseRecord, find_response, insert_response, list_answered, update_response,
};
pub use totals::{count_roughly, count_totals, is_rough};
