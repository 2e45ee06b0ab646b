//! Pages of subscribing to notices.

use serde::Serialize;

use crate::http::render::{FieldError, Page};

/// The subscription form; posts `email`, `scope` (`consultation`, `authority`) and the hidden `nonce`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SubscribeForm {
    /// The address typed last time.
    pub email: String,
    /// `consultation` or `authority`.
    pub scope: String,
    /// What was refused.
    pub errors: Vec<FieldError>,
    /// Signed and dated proof that the form came from us.
    pub nonce: String,
}

impl Page for SubscribeForm {
    const TEMPLATE: &'static str = "subscribers/subscribe.html";
}

/// After the form: the same words whether or not the address was known.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SubscribeDone {}

impl Page for SubscribeDone {
    const TEMPLATE: &'static str = "subscribers/subscribe_done.html";
}

/// The button that confirms a subscription.
#[derive(Clone, Debug, Serialize)]
pub struct ConfirmSubscription {
    /// `waiting`, `confirmed` or `expired`.
    pub state: String,
    /// What it is to: the consultation, or the authority for all of them.
    pub subject: String,
    /// Where the button posts to.
    pub action: String,
    /// Where a confirmed subscriber can leave again.
    pub unsubscribe_url: String,
}

impl Page for ConfirmSubscription {
    const TEMPLATE: &'static str = "subscribers/confirm_subscription.html";
}

/// The button that ends a subscription.
#[derive(Clone, Debug, Serialize)]
pub struct Unsubscribe {
    /// `waiting` or `done`.
    pub state: String,
    /// What it is to: the consultation, or the authority for all of them.
    pub subject: String,
    /// Where the button posts to.
    pub action: String,
}

impl Page for Unsubscribe {
    const TEMPLATE: &'static str = "subscribers/unsubscribe.html";
}
