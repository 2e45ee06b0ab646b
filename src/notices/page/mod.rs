//! Pages of the slice: subscribing, and the coordinator's notices.

mod desk;
mod subscription;

pub use desk::{
    AudienceCount, DeliveryTrouble, NoticeEntry, NoticeForm, NoticeList, NoticeRehearsal,
    NoticeReport, NoticeValues, SampleRecipient,
};
pub use subscription::{ConfirmSubscription, SubscribeDone, SubscribeForm, Unsubscribe};
