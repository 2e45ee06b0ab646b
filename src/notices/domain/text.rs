//! What may stand in a notice.

use serde::{Deserialize, Serialize};
use strum::VariantArray as _;

use super::Audience;
use crate::kernel::limits;
use crate::kernel::plain_text;

/// What a coordinator typed, as it came.
#[derive(Clone, Debug, Default)]
pub struct NoticeInput {
    pub subject: String,
    pub body: String,
    /// Codes of audiences.
    pub audience: Vec<String>,
}

/// A notice as it may be stored and sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeText {
    /// One line.
    pub subject: String,
    /// Lines end in `\n`; an empty line starts a new paragraph.
    pub body: String,
    /// At least one, in the order of [`Audience::VARIANTS`].
    pub audience: Vec<Audience>,
}

impl NoticeText {
    /// A notice for everybody who follows the consultation or its authority.
    pub fn for_everybody(subject: String, body: String) -> Self {
        Self {
            subject,
            body,
            audience: Audience::VARIANTS.to_vec(),
        }
    }
}

/// Why what was typed cannot be a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoticeFault {
    #[error("a notice needs a subject")]
    SubjectMissing,
    #[error("the subject is too long")]
    SubjectTooLong,
    #[error("a notice needs a text")]
    BodyMissing,
    #[error("the text is too long")]
    BodyTooLong,
    #[error("a notice needs an audience")]
    AudienceMissing,
    #[error("there is no such audience")]
    AudienceUnknown,
}

impl NoticeFault {
    /// The field of the form that has to be put right.
    pub const fn field(self) -> &'static str {
        match self {
            Self::SubjectMissing | Self::SubjectTooLong => "subject",
            Self::BodyMissing | Self::BodyTooLong => "body",
            Self::AudienceMissing | Self::AudienceUnknown => "audience",
        }
    }
}

impl NoticeText {
    /// Parses what was typed.
    ///
    /// # Errors
    /// Everything that is wrong with it, in the order of the form.
    pub fn parse(input: &NoticeInput) -> Result<Self, Vec<NoticeFault>> {
        let text = Self {
            subject: plain_text::line(&input.subject),
            body: plain_text::lines(&input.body),
            audience: Audience::VARIANTS
                .iter()
                .copied()
                .filter(|audience| {
                    input
                        .audience
                        .iter()
                        .any(|code| code == audience.into_str())
                })
                .collect(),
        };
        let faults: Vec<NoticeFault> = [
            subject_fault(&text.subject),
            body_fault(&text.body),
            audience_fault(&input.audience),
        ]
        .into_iter()
        .flatten()
        .collect();
        if faults.is_empty() {
            Ok(text)
        } else {
            Err(faults)
        }
    }

    /// The text paragraph by paragraph; lines within one are kept.
    pub fn paragraphs(&self) -> Vec<String> {
        let mut paragraphs: Vec<String> = Vec::new();
        let mut is_inside = false;
        for line in self.body.lines() {
            if line.trim().is_empty() {
                is_inside = false;
                continue;
            }
            match paragraphs.last_mut().filter(|_last| is_inside) {
                Some(paragraph) => {
                    paragraph.push('\n');
                    paragraph.push_str(line.trim_end());
                }
                None => paragraphs.push(line.trim_end().to_owned()),
            }
            is_inside = true;
        }
        paragraphs
    }

    /// Whether this list was chosen.
    pub fn is_for(&self, audience: Audience) -> bool {
        self.audience.contains(&audience)
    }
}

fn subject_fault(subject: &str) -> Option<NoticeFault> {
    if subject.is_empty() {
        Some(NoticeFault::SubjectMissing)
    } else {
        (!limits::SUBJECT.allows(subject)).then_some(NoticeFault::SubjectTooLong)
    }
}

fn body_fault(body: &str) -> Option<NoticeFault> {
    if body.is_empty() {
        Some(NoticeFault::BodyMissing)
    } else {
        (!limits::TEXT.allows(body)).then_some(NoticeFault::BodyTooLong)
    }
}

fn audience_fault(codes: &[String]) -> Option<NoticeFault> {
    if codes.is_empty() {
        Some(NoticeFault::AudienceMissing)
    } else {
        codes
            .iter()
            .any(|code| code.parse::<Audience>().is_err())
            .then_some(NoticeFault::AudienceUnknown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(subject: &str, body: &str, audience: &[&str]) -> NoticeInput {
        NoticeInput {
            subject: subject.into(),
            body: body.into(),
            audience: audience.iter().map(|code| (*code).into()).collect(),
        }
    }

    fn faults(input: &NoticeInput) -> Vec<NoticeFault> {
        NoticeText::parse(input).err().unwrap_or_default()
    }

    #[test]
    fn every_fault_is_told_at_once_beside_its_field() {
        let faults = faults(&typed(" ", "\r\n", &[]));

        assert_eq!(
            faults,
            [
                NoticeFault::SubjectMissing,
                NoticeFault::BodyMissing,
                NoticeFault::AudienceMissing
            ]
        );
        assert_eq!(
            faults.iter().map(|fault| fault.field()).collect::<Vec<_>>(),
            ["subject", "body", "audience"]
        );
    }

    #[test]
    fn a_subject_is_one_line() {
        for subject in [
            "a\r\nBcc: x@example.org",
            "a\u{2028}Bcc:\u{85}x@example.org",
        ] {
            let text = NoticeText::parse(&typed(subject, "b", &["authority"])).expect("valid");

            assert_eq!(text.subject, "a Bcc: x@example.org", "{subject:?}");
        }
    }

    #[test]
    fn lengths_count_characters_and_the_longest_is_in() {
        let longest = typed(
            &"č".repeat(limits::SUBJECT.most),
            &"š".repeat(limits::TEXT.most),
            &["authority"],
        );
        let longer = typed(
            &"č".repeat(limits::SUBJECT.most + 1),
            &"š".repeat(limits::TEXT.most + 1),
            &["authority"],
        );

        assert_eq!(faults(&longest), []);
        assert_eq!(
            faults(&longer),
            [NoticeFault::SubjectTooLong, NoticeFault::BodyTooLong]
        );
    }

    #[test]
    fn an_audience_nobody_knows_is_refused_and_not_left_out() {
        assert_eq!(
            faults(&typed("a", "b", &["authority", "submitters"])),
            [NoticeFault::AudienceUnknown]
        );
    }

    #[test]
    fn an_empty_line_starts_a_paragraph_whatever_the_browser_sends() {
        let input = typed(
            "a",
            "\r\nEna\r\ndva \r\n \r\n\r\nTri\r\n",
            &["consultation"],
        );
        let text = NoticeText::parse(&input).expect("valid");

        assert_eq!(text.paragraphs(), ["Ena\ndva", "Tri"]);
    }
}
