//! What may be submitted, by whom and when. Pure: no clock, no database, no HTTP.

use chrono::TimeDelta;
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::comments::{CommentKind, Standing, SubmitterKind, Work, public_name};
use crate::consultations::Consultation;
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;

/// Days within which a submission can be confirmed.
pub const CONFIRMATION_DAYS: i64 = 7;
/// Days before the end of that time in which one reminder is sent.
pub const REMINDER_DAYS: i64 = 2;
/// Minutes after which the mail can be asked for again.
pub const MINUTES_BETWEEN_MAILS: i64 = 2;
/// Longest idempotency key, in bytes.
pub const LONGEST_KEY: usize = 200;

/// How far the confirmation of an address has got, which the clock decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum Confirmation {
    /// The link in the mail can still be followed.
    Waiting,
    Confirmed,
    /// The time to follow it has passed: not counted, not considered.
    Expired,
}

/// How a submission came in. All channels land in one register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum Channel {
    Web,
    Email,
    Post,
    InPerson,
    Hearing,
    Import,
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
    /// Not yet, or not any more: the form says which, by the consultation's window.
    #[error("the window is not open at that moment")]
    WindowNotOpen,
    #[error("the same key came with something else")]
    KeyUsedForAnother,
}

/// Whether a submission whose complete request arrived at `received_at` may be received.
///
/// # Errors
/// The window is not open at that moment.
pub fn check_window(
    consultation: &Consultation,
    received_at: Instant,
) -> Result<(), SubmitCommentError> {
    match consultation.accepts_comments(received_at) {
        true => Ok(()),
        false => Err(SubmitCommentError::WindowNotOpen),
    }
}

/// Until when the link in the confirmation mail works: the stated grace (product.md, "Norms").
pub fn confirmation_ends(received_at: Instant) -> Instant {
    received_at.plus(TimeDelta::days(CONFIRMATION_DAYS))
}

/// Where a submission stands at `now`. The clock moves it, not a person and not a job.
pub fn confirmation(
    confirmed_at: Option<Instant>,
    confirm_by: Instant,
    now: Instant,
) -> Confirmation {
    match confirmed_at {
        Some(_) => Confirmation::Confirmed,
        None if confirm_by <= now => Confirmation::Expired,
        None => Confirmation::Waiting,
    }
}

/// Whoever has not confirmed by then is reminded if the time to confirm ends until this moment.
pub fn reminded_until(now: Instant) -> Instant {
    now.plus(TimeDelta::days(REMINDER_DAYS))
}

/// Whether the mail may be sent again when it was asked for last at `last`: pressing the button twice is once.
pub fn may_send_again(last: Instant, now: Instant) -> bool {
    last.plus(TimeDelta::minutes(MINUTES_BETWEEN_MAILS)) <= now
}

/// What a submitter is told about the state of a comment: inner steps of the working group stay inside, and while a
/// release is under way (`is_public` is not true yet), so does that.
pub fn public_state(standing: Standing, work: Work, is_public: bool) -> &'static str {
    match work {
        _not_counted if standing == Standing::Awaiting => "unconfirmed",
        Work::Released if is_public => "released",
        Work::New => "received",
        _being_worked_on => "in_work",
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
    fn a_submission_waits_until_the_moment_its_time_to_confirm_ends() {
        let at = |text: &str| Instant::new(text.parse().expect("RFC 3339"));
        let confirm_by = confirmation_ends(at("2022-04-06T12:00:00Z"));
        let of = |confirmed, now: &str| confirmation(confirmed, confirm_by, at(now));

        assert_eq!(of(None, "2022-04-13T11:59:59Z"), Confirmation::Waiting);
        assert_eq!(of(None, "2022-04-13T12:00:00Z"), Confirmation::Expired);
        let confirmed = Some(at("2022-04-13T11:59:59Z"));
        assert_eq!(
            of(confirmed, "2023-01-01T00:00:00Z"),
            Confirmation::Confirmed
        );
    }

    #[test]
    fn a_reminder_comes_two_days_before_the_end_and_a_mail_again_after_its_pause() {
        let now = Instant::new("2022-04-06T12:00:00Z".parse().expect("RFC 3339"));
        let minutes = |minutes| now.plus(TimeDelta::minutes(minutes));

        assert_eq!(reminded_until(now).since(now), TimeDelta::days(2));
        assert!(may_send_again(now, minutes(MINUTES_BETWEEN_MAILS)));
        assert!(!may_send_again(now, minutes(MINUTES_BETWEEN_MAILS - 1)));
    }

    #[test]
    fn submitters_see_of_the_work_what_is_public() {
        let counted = |work, is_public| public_state(Standing::Counted, work, is_public);
        let inner = [
            Work::Drafted,
            Work::InApproval,
            Work::Returned,
            Work::Approved,
        ];

        assert_eq!(
            public_state(Standing::Awaiting, Work::New, true),
            "unconfirmed"
        );
        assert_eq!(counted(Work::New, true), "received");
        assert_eq!(inner.map(|work| counted(work, true)), ["in_work"; 4]);
        assert_eq!(counted(Work::Released, false), "in_work");
        assert_eq!(counted(Work::Released, true), "released");
    }

    #[test]
    fn reference_numbers_have_at_least_four_digits() {
        assert_eq!(reference("KRANJ-2022", 42), "KRANJ-2022-0042");
        assert_eq!(reference("KRANJ-2022", 12_345), "KRANJ-2022-12345");
    }
}
