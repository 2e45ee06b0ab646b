//! Pages of the slice: the coordinator's notices.

mod desk;

pub use desk::{
    AudienceCount, DeliveryTrouble, NoticeEntry, NoticeForm, NoticeList, NoticeRehearsal,
    NoticeReport, NoticeValues, SampleRecipient,
};
