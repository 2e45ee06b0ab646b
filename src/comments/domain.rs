//! The words of a comment. Pure: no clock, no database, no HTTP.

use strum::{EnumString, IntoStaticStr, VariantArray};

/// Whether a submission and its comments count. Whether the time to confirm has passed is told by the clock and not by a
/// word: no job has to be on time for it (ADR 0022).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum Standing {
    /// The link in the mail has not been followed; not counted, not shown, not worked on.
    Awaiting,
    Counted,
}

/// How far the working group has got with a comment that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum Work {
    New,
    Drafted,
    InApproval,
    /// Sent back by the second member.
    Returned,
    Approved,
    /// Public.
    Released,
}

/// What a comment is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum CommentKind {
    General,
    Content,
    Wording,
}

/// What the working group decided (product.md, "Words").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum Disposition {
    Accepted,
    AcceptedInPart,
    NotAccepted,
    Noted,
    OutOfScope,
}

/// Whether the text of the draft changes because of a comment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum TextChange {
    #[default]
    Undecided,
    Changed,
    /// The group says that it stays as it is.
    Unchanged,
}

/// Who stands behind a comment. An organisation's name is public, a person's only if they say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum SubmitterKind {
    Individual,
    Organisation,
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
    fn every_word_parses_back_to_its_value() {
        for state in Work::VARIANTS {
            assert_eq!(state.into_str().parse(), Ok(*state));
        }
        assert!("rejected".parse::<Disposition>().is_err());
    }
}
