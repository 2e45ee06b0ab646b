//! What a notice is and which rules hold for them. Pure: `now` is a parameter.

mod notice;
mod recipients;
mod text;

pub use notice::{
    COORDINATORS, EditNoticeError, Notice, NoticeState, Queued, SendNoticeError, check_sendable,
};
pub use recipients::{AudienceFigure, DeliveryFigures, Recipients, SampleRecipient};
pub use text::{NoticeFault, NoticeInput, NoticeText};

pub use crate::subscribers::Audience;
