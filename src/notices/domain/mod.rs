//! What a subscriber and a notice are and which rules hold for them. Pure: `now` is a parameter.

mod notice;
mod recipients;
mod subscriber;
mod text;

pub use notice::{
    COORDINATORS, EditNoticeError, Notice, NoticeState, Queued, SendNoticeError, check_sendable,
};
pub use recipients::{AudienceFigure, DeliveryFigures, Recipients, SampleRecipient};
pub use subscriber::{Audience, MailingList, Subscriber, SubscriberState, SubscriptionRequest};
pub use text::{NoticeFault, NoticeInput, NoticeText};
