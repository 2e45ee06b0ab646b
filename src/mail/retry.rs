//! The rule that turns what a server said into what happens to the mail. Pure: `now` is a parameter.

use super::mailer::{Reply, SendError};
use crate::kernel::clock::Instant;
use crate::kernel::schedule::Schedule;

/// Begins the note of a mail that may or may not have arrived at an earlier try. Servers' replies begin with a number,
/// so no server can write it.
pub const UNKNOWN: &str = "unknown: no reply after the mail was sent";

/// What becomes of a mail after a try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The server took it.
    Sent { reply: String },
    /// Again at `until`.
    Deferred { reply: String, until: Instant },
    /// Never again.
    Failed { reply: String },
}

/// What is known of earlier tries when a mail is taken up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Past {
    /// No earlier try can have arrived.
    Clear,
    /// One earlier try may have arrived; one more is permitted.
    UnknownOnce,
    /// Two may have arrived; a third is not made.
    UnknownTwice,
}

impl Past {
    /// Reads the past from a row: `interrupted` says that its last try was begun and never recorded.
    pub fn of(interrupted: bool, note: &str) -> Self {
        match (interrupted, note.starts_with(UNKNOWN)) {
            (false, false) => Self::Clear,
            (true, true) => Self::UnknownTwice,
            (true, false) | (false, true) => Self::UnknownOnce,
        }
    }
}

/// Decides what becomes of a mail after try number `attempt`.
pub fn decide(
    result: &Result<Reply, SendError>,
    past: Past,
    attempt: i32,
    schedule: &Schedule,
    now: Instant,
) -> Outcome {
    let (reply, may_repeat) = match result {
        Ok(reply) => {
            return Outcome::Sent {
                reply: reply.text.clone(),
            };
        }
        Err(SendError::Permanent(reply)) => (noted(past, &reply.text), false),
        Err(SendError::Transient(reply)) => (noted(past, &reply.text), true),
        Err(SendError::Unknown(reply)) => {
            let text = format!("{UNKNOWN}: {}", reply.text);
            (text, past == Past::Clear)
        }
    };
    match schedule.next(attempt, now).filter(|_until| may_repeat) {
        Some(until) => Outcome::Deferred { reply, until },
        None => Outcome::Failed { reply },
    }
}

/// Keeps the memory of an unknown fate through later replies.
fn noted(past: Past, reply: &str) -> String {
    match past {
        Past::Clear => reply.to_owned(),
        Past::UnknownOnce | Past::UnknownTwice => format!("{UNKNOWN}; then {reply}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply(text: &str) -> Reply {
        Reply {
            code: None,
            text: text.to_owned(),
        }
    }

    fn decided(result: Result<Reply, SendError>, past: Past, attempt: i32) -> Outcome {
        let schedule = Schedule::from_minutes(&[1, 5]);
        let now = Instant::from_micros(0).expect("in range");
        decide(&result, past, attempt, &schedule, now)
    }

    #[test]
    fn a_schedule_that_is_used_up_ends_in_failure() {
        let busy = || Err(SendError::Transient(reply("451 busy")));

        assert!(
            matches!(decided(busy(), Past::Clear, 2), Outcome::Deferred { until, .. } if until.micros() == 300_000_000)
        );
        assert!(
            matches!(decided(busy(), Past::Clear, 3), Outcome::Failed { reply } if reply == "451 busy")
        );
    }

    #[test]
    fn an_unknown_fate_permits_one_more_try_even_after_other_replies() {
        let lost = || Err(SendError::Unknown(reply("closed")));
        let busy = Err(SendError::Transient(reply("451 busy")));

        assert!(matches!(
            decided(lost(), Past::Clear, 1),
            Outcome::Deferred { .. }
        ));
        let Outcome::Deferred { reply: note, .. } = decided(busy, Past::UnknownOnce, 2) else {
            panic!("a 4xx is tried again");
        };
        assert_eq!(Past::of(false, &note), Past::UnknownOnce);
        assert!(matches!(
            decided(lost(), Past::UnknownOnce, 1),
            Outcome::Failed { .. }
        ));
    }

    #[test]
    fn an_interrupted_try_counts_as_unknown() {
        assert_eq!(Past::of(true, "451 busy"), Past::UnknownOnce);
        assert_eq!(Past::of(true, UNKNOWN), Past::UnknownTwice);
        assert_eq!(Past::of(false, "451 busy"), Past::Clear);
    }
}
