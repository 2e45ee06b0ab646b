//! A notice as it is kept, and when it may be changed and sent.

use strum::{EnumString, IntoStaticStr};

use super::{AudienceFigure, NoticeText};
use crate::accounts::NotAllowed;
use crate::kernel::clock::Instant;
use crate::kernel::ids::{MailContentId, NoticeId};
use crate::kernel::role::Role;

/// Who writes and sends notices.
pub const COORDINATORS: &[Role] = &[Role::Coordinator];

/// A notice as it is stored.
#[derive(Clone, Debug)]
pub struct Notice {
    pub id: NoticeId,
    /// Grows with every change of the text; a form made from another one is refused.
    pub version: i32,
    pub text: NoticeText,
    /// When a test of this text was sent last.
    pub tested_at: Option<Instant>,
    pub updated_at: Instant,
    /// Set once, when it is sent; from then on nothing changes.
    pub queued: Option<Queued>,
}

/// Where a notice stands. What became of its mails follows from them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum NoticeState {
    Draft,
    /// Its mails are in the outbox.
    Queued,
}

/// What is known of a notice that was sent.
#[derive(Clone, Debug)]
pub struct Queued {
    pub content_id: MailContentId,
    /// Mails put into the outbox, one for each address.
    pub recipients: i64,
    /// The same by reason.
    pub by_audience: Vec<AudienceFigure>,
    /// Name of the person who confirmed it.
    pub by: String,
    pub at: Instant,
}

/// Why a notice cannot be changed or tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditNoticeError {
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    #[error("there is no such notice")]
    NoSuchNotice,
    #[error("the notice has been sent")]
    AlreadySent,
    #[error("somebody changed the notice since; it is at version {current}")]
    Conflict { current: i32 },
}

/// Why a notice is not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SendNoticeError {
    #[error(transparent)]
    Edit(#[from] EditNoticeError),
    #[error("the sending was not confirmed")]
    NotConfirmed,
    #[error("nobody has seen the text as it stands")]
    NotRehearsed,
    #[error("the consultation is not public, so the link in the mail would lead nowhere")]
    NotAnnounced,
    #[error("there is nobody to send it to")]
    NoRecipients,
}

impl SendNoticeError {
    /// The field of the rehearsal it is said beside.
    pub const fn field(&self) -> &'static str {
        match self {
            Self::NoRecipients => "audience",
            Self::Edit(_) | Self::NotConfirmed | Self::NotRehearsed | Self::NotAnnounced => {
                "confirm"
            }
        }
    }
}

impl SendNoticeError {
    /// Whether the text that was to be sent is kept as a draft: it has to be looked at again or to wait.
    pub const fn keeps_text(&self) -> bool {
        matches!(self, Self::NotRehearsed | Self::NotAnnounced)
    }
}

impl Notice {
    /// Whether a form made from `version` may still change it.
    ///
    /// # Errors
    /// It has been sent, or somebody else saved another text.
    pub fn check_editable(&self, version: i32) -> Result<(), EditNoticeError> {
        if self.queued.is_some() {
            Err(EditNoticeError::AlreadySent)
        } else if self.version == version {
            Ok(())
        } else {
            Err(EditNoticeError::Conflict {
                current: self.version,
            })
        }
    }
}

/// Whether `notice` may be sent with the text the coordinator had before them: what leaves is what was rehearsed.
///
/// # Errors
/// The first rule that says no.
pub fn check_sendable(
    notice: &Notice,
    announced_at: Option<Instant>,
    (version, text): (i32, &NoticeText),
    is_confirmed: bool,
    now: Instant,
) -> Result<(), SendNoticeError> {
    notice.check_editable(version)?;
    if announced_at.is_none_or(|at| now < at) {
        return Err(SendNoticeError::NotAnnounced);
    }
    if notice.text != *text {
        return Err(SendNoticeError::NotRehearsed);
    }
    if is_confirmed {
        Ok(())
    } else {
        Err(SendNoticeError::NotConfirmed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::ids::Ids;
    use crate::notices::domain::Audience;

    fn at() -> Instant {
        Instant::from_micros(1_649_628_000_000_000).expect("in range")
    }

    fn draft() -> Notice {
        let ids = Ids::seeded(1);
        Notice {
            id: ids.next(at()),
            version: 2,
            text: NoticeText {
                subject: "Rok se izteka".into(),
                body: "Še tri dni.".into(),
                audience: vec![Audience::Consultation],
            },
            tested_at: None,
            updated_at: at(),
            queued: None,
        }
    }

    fn sent() -> Notice {
        Notice {
            queued: Some(Queued {
                content_id: Ids::seeded(2).next(at()),
                recipients: 1,
                by_audience: Vec::new(),
                by: "Ana".into(),
                at: at(),
            }),
            ..draft()
        }
    }

    #[test]
    fn what_was_sent_is_sent_whatever_version_the_form_has() {
        let text = sent().text;

        for version in [2, 3] {
            assert_eq!(
                check_sendable(&sent(), Some(at()), (version, &text), true, at()),
                Err(EditNoticeError::AlreadySent.into())
            );
        }
    }

    #[test]
    fn a_form_made_from_an_older_version_is_refused() {
        assert_eq!(
            draft().check_editable(1),
            Err(EditNoticeError::Conflict { current: 2 })
        );
        assert_eq!(draft().check_editable(2), Ok(()));
    }

    #[test]
    fn nothing_leaves_unconfirmed_unrehearsed_or_before_the_announcement() {
        let notice = draft();
        let text = notice.text.clone();
        let other = NoticeText {
            body: "Še dva dni.".into(),
            ..text.clone()
        };
        let check = |announced, text, confirmed| {
            check_sendable(&notice, announced, (2, text), confirmed, at())
        };

        assert_eq!(check(Some(at()), &text, true), Ok(()));
        assert_eq!(
            check(Some(at()), &text, false),
            Err(SendNoticeError::NotConfirmed)
        );
        assert_eq!(
            check(Some(at()), &other, true),
            Err(SendNoticeError::NotRehearsed)
        );
        assert_eq!(check(None, &text, true), Err(SendNoticeError::NotAnnounced));
    }
}
