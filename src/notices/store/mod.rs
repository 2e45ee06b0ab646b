//! Rows and queries of the slice. The only writer of `notices`.

mod audience;
mod delivery;
mod drafts;
mod notices;

use super::domain::{Audience, NoticeState};
use crate::db::stored_as_text;

stored_as_text!(Audience, NoticeState);

pub(super) use audience::{Lists, count_recipients, enqueue_notice};
pub(super) use delivery::{delivery_state, finished_at};
pub(super) use drafts::{insert_notice, mark_queued, mark_tested, record_recipients, update_text};
pub(super) use notices::{find_notice, last_queued_at, list_notices};
