//! What may be submitted, by whom and when. Pure: no clock, no database, no HTTP.

use chrono::TimeDelta;

use crate::consultations::domain::Consultation;
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;

/// Longest comment and longest proposed text, in characters.
pub const LONGEST_TEXT: usize = 20_000;
/// Longest name of a person or an organisation, in characters.
pub const LONGEST_NAME: usize = 200;
/// Days within which a submission can be confirmed.
pub const CONFIRMATION_DAYS: i64 = 7;
/// Longest idempotency key, in bytes.
pub const LONGEST_KEY: usize = 200;

/// Gives a closed set of words its code in the database, in forms and in templates.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl $name {
            /// All of them, in their usual order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word in the database, in forms and in templates.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The value of a word; `None` for any other text.
            pub fn parse(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }
        }
    };
}

words! {
    /// Where a comment stands.
    CommentState {
        /// The link in the mail has not been followed; not counted, not shown.
        Unconfirmed = "unconfirmed",
        New = "new",
        Drafted = "drafted",
        InApproval = "in_approval",
        /// Sent back by the second member.
        Returned = "returned",
        Approved = "approved",
        /// Public.
        Released = "released",
    }
}

words! {
    /// What the working group decided (product.md, "Words").
    Disposition {
        Accepted = "accepted",
        AcceptedInPart = "accepted_in_part",
        NotAccepted = "not_accepted",
        Noted = "noted",
        OutOfScope = "out_of_scope",
    }
}

words! {
    /// What a comment is about.
    CommentKind {
        General = "general",
        Content = "content",
        Wording = "wording",
    }
}

words! {
    /// Who submits. An organisation's name is public, a person's only if they say so.
    SubmitterKind {
        Individual = "individual",
        Organisation = "organisation",
    }
}

words! {
    /// How a submission came in. All channels land in one register.
    Channel {
        Web = "web",
        Email = "email",
        Post = "post",
        InPerson = "in_person",
        Hearing = "hearing",
        Import = "import",
    }
}

/// Who submits, as far as it was asked and valid.
#[derive(Clone, Debug)]
pub struct Submitter {
    pub kind: SubmitterKind,
    /// The person; may be empty for a person who does not want to be named.
    pub name: String,
    /// Empty for an individual.
    pub organisation: String,
    /// Where the confirmation goes; staff may enter a submission without one.
    pub email: Option<EmailAddress>,
    pub publish_name: bool,
}

impl Submitter {
    /// The name shown with the comment, if any is.
    pub fn public_name(&self) -> Option<&str> {
        public_name(self.kind, &self.name, &self.organisation, self.publish_name)
    }
}

/// The one rule about names: an organisation's is public, a person's only by choice.
pub fn public_name<'a>(
    kind: SubmitterKind,
    name: &'a str,
    organisation: &'a str,
    publish_name: bool,
) -> Option<&'a str> {
    match kind {
        SubmitterKind::Organisation => Some(organisation),
        SubmitterKind::Individual if publish_name && !name.is_empty() => Some(name),
        SubmitterKind::Individual => None,
    }
}

/// A parsed comment.
#[derive(Clone, Debug)]
pub struct NewComment {
    pub kind: CommentKind,
    pub body: String,
    /// Empty when none was proposed.
    pub proposed_text: String,
    /// Number of the section; `None` for the whole draft.
    pub section: Option<i32>,
    /// Number of the paragraph (`5`) or goal (`3.1`) within it.
    pub paragraph: Option<String>,
}

/// One act of one submitter, parsed and ready to be received.
#[derive(Clone, Debug)]
pub struct NewSubmission {
    pub comment: NewComment,
    pub submitter: Submitter,
    pub language: Language,
    /// Makes a repeated send the same submission.
    pub idempotency_key: Option<String>,
}

/// Why a submission is not received.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SubmitCommentError {
    #[error("the consultation does not exist")]
    NoSuchConsultation,
    #[error("the window opens at {opens_at}")]
    WindowNotOpen { opens_at: Instant },
    #[error("the window closed at {closed_at}")]
    WindowClosed { closed_at: Instant },
    #[error("the same key came with another text")]
    KeyUsedForAnotherText,
}

/// Whether a submission whose complete request arrived at `received_at` may be received.
///
/// # Errors
/// The window has not opened yet, or it has closed.
pub fn check_window(
    consultation: &Consultation,
    received_at: Instant,
) -> Result<(), SubmitCommentError> {
    if consultation.accepts_comments(received_at) {
        Ok(())
    } else if received_at < consultation.window.opens_at {
        Err(SubmitCommentError::WindowNotOpen {
            opens_at: consultation.window.opens_at,
        })
    } else {
        Err(SubmitCommentError::WindowClosed {
            closed_at: consultation.window.closes_at,
        })
    }
}

/// Until when the link in the confirmation mail works: the stated grace (product.md, "Norms").
pub fn confirmation_ends(received_at: Instant) -> Instant {
    received_at.plus(TimeDelta::days(CONFIRMATION_DAYS))
}

/// What a submitter is told about the state of a comment: inner steps of the working group stay inside.
pub fn public_state(state: &str) -> &'static str {
    match CommentState::parse(state) {
        Some(CommentState::Unconfirmed) => "unconfirmed",
        Some(CommentState::Released) => "released",
        Some(CommentState::New) | None => "received",
        Some(_being_worked_on) => "in_work",
    }
}

/// The reference number of the `number`-th submission: `KRANJ-2022-0042`.
pub fn reference(prefix: &str, number: i64) -> String {
    format!("{prefix}-{number:04}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_persons_name_is_public_only_by_choice_and_an_organisations_always() {
        let name = |kind, publish| public_name(kind, "Oseba A", "Organizacija A", publish);

        assert_eq!(name(SubmitterKind::Individual, false), None);
        assert_eq!(name(SubmitterKind::Individual, true), Some("Oseba A"));
        assert_eq!(
            name(SubmitterKind::Organisation, false),
            Some("Organizacija A")
        );
    }

    #[test]
    fn reference_numbers_have_at_least_four_digits() {
        assert_eq!(reference("KRANJ-2022", 42), "KRANJ-2022-0042");
        assert_eq!(reference("KRANJ-2022", 12_345), "KRANJ-2022-12345");
    }

    #[test]
    fn every_word_parses_back_to_its_value() {
        for state in CommentState::ALL {
            assert_eq!(CommentState::parse(state.code()), Some(*state));
        }
        assert_eq!(Disposition::parse("rejected"), None);
    }
}
