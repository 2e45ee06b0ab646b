//! Use cases of subscribers: one file a verb.

mod confirm;
mod subscribe;
mod unsubscribe;

pub use confirm::confirm_subscription;
pub use subscribe::subscribe;
pub use unsubscribe::unsubscribe;
