//! What kinds of mail there are. The one place that knows which message is which.

use serde_json::Value;
use strum::{EnumString, IntoStaticStr};

/// Who can cause a mail, and what it may wait for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Anybody can have it sent to any address by typing that into a form: the mailbox's limits hold.
    Typed,
    /// One person waits for it.
    Single,
    /// One of many that leave together.
    Mass,
}

/// Which mails wait behind each other. One person's never wait behind those of a mass mailing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum Lane {
    /// For one person, by something they did.
    Single,
    /// For many, by something an authority did.
    Mass,
}

impl Kind {
    /// The kind of a message; a notice that is only tried out goes to the person who pressed the button.
    pub fn of(message: &str, params: &Value) -> Self {
        let is_test = params.get("is_test").and_then(Value::as_bool) == Some(true);
        match message {
            "confirm_submission" | "confirm_subscription" | "already_subscribed" => Self::Typed,
            "notice" if is_test => Self::Single,
            "notice" | "responses_released" => Self::Mass,
            _ => Self::Single,
        }
    }

    /// Where such a mail waits.
    pub fn lane(self) -> Lane {
        match self {
            Self::Typed | Self::Single => Lane::Single,
            Self::Mass => Lane::Mass,
        }
    }
}
