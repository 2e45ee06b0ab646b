//! Rows and queries of the slice. The only writer of `subscribers` and `notices`.

mod audience;
mod delivery;
mod drafts;
mod notices;
mod subscribers;

use super::domain::{Audience, NoticeState, SubscriberState};
use crate::db::stored_as_text;

stored_as_text!(Audience, NoticeState, SubscriberState);

pub(super) use audience::{Lists, count_recipients, enqueue_notice};
pub(super) use delivery::{delivery_state, finished_at};
pub(super) use drafts::{insert_notice, mark_queued, mark_tested, record_recipients, update_text};
pub(super) use notices::{find_notice, last_queued_at, list_notices};
pub use subscribers::{NewSubscriber, insert_subscriber};
pub(super) use subscribers::{confirm, find_on_list, find_subscriber, renew, unsubscribe};
