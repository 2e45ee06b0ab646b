//! What mails there are, and what follows for each. The one place that knows which message is which: a new one does not
//! compile before it is said what its link is about and who can cause it.

use serde_json::Value;
use strum::{EnumString, IntoStaticStr};

/// A mail by what it tells the recipient: the name of the folder of its templates below `templates/email/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum Message {
    ConfirmSubmission,
    SubmissionReceived,
    ResponsesReleased,
    ConfirmSubscription,
    AlreadySubscribed,
    Notice,
    SetUpDone,
    Invitation,
    NewPassword,
    PasswordChanged,
    NewAddress,
    AddressChanged,
    SecondFactorSet,
    SecondFactorRemoved,
}

/// What the links of a mail are about: whose page they open, and what they permit. It is stored with the mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum Link {
    /// Following and confirming a submission.
    Submission,
    /// Confirming and ending a subscription.
    Subscription,
    /// Accepting an invitation.
    Invitation,
    /// Setting another password.
    Password,
    /// Proving another address of an account.
    Address,
    /// There is none: a notice is only tried out, or there is nothing to open.
    Nothing,
}

impl Message {
    /// What its links are about.
    pub fn link(self, params: &Value) -> Link {
        match self {
            Self::Notice if is_test(params) => Link::Nothing,
            Self::SetUpDone
            | Self::PasswordChanged
            | Self::AddressChanged
            | Self::SecondFactorSet
            | Self::SecondFactorRemoved => Link::Nothing,
            Self::Invitation => Link::Invitation,
            Self::NewPassword => Link::Password,
            Self::NewAddress => Link::Address,
            Self::ConfirmSubmission | Self::SubmissionReceived | Self::ResponsesReleased => {
                Link::Submission
            }
            Self::ConfirmSubscription | Self::AlreadySubscribed | Self::Notice => {
                Link::Subscription
            }
        }
    }
}

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
    pub fn of(message: Message, params: &Value) -> Self {
        match message {
            Message::ConfirmSubmission
            | Message::ConfirmSubscription
            | Message::AlreadySubscribed => Self::Typed,
            Message::Notice if is_test(params) => Self::Single,
            Message::Notice | Message::ResponsesReleased => Self::Mass,
            Message::SubmissionReceived
            | Message::SetUpDone
            | Message::Invitation
            | Message::NewPassword
            | Message::PasswordChanged
            | Message::NewAddress
            | Message::AddressChanged
            | Message::SecondFactorSet
            | Message::SecondFactorRemoved => Self::Single,
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

/// Whether a notice is only tried out: it goes to the person who wrote it, who has nothing to unsubscribe from.
pub fn is_test(params: &Value) -> bool {
    params.get("is_test").and_then(Value::as_bool) == Some(true)
}
