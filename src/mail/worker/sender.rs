//! One sender of the worker: one mail on the wire at a time.

use std::convert::Infallible;
use std::error::Error as StdError;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use futures_util::FutureExt as _;
use tokio_util::sync::CancellationToken;

use super::{Duty, Mode, RENEWAL, Shared, Taken};
use crate::db::DatabaseError;
use crate::mail::compose::ComposeError;
use crate::mail::mailer::{Reply, SendError};
use crate::mail::message::MailMessage;
use crate::mail::outbox::queue::{self, Begun, Finished};
use crate::mail::outbox::{Letter, MailState};
use crate::mail::retry::{self, Outcome, Past, UNKNOWN};

/// How long a conversation may go on after the process was told to stop.
const GRACE: Duration = Duration::from_secs(10);

/// First and longest pause before an outcome is offered to the database again.
const PAUSES: (Duration, Duration) = (Duration::from_millis(200), Duration::from_secs(5));

pub(super) struct Sender {
    shared: Arc<Shared>,
    duty: Duty,
    mode: Mode,
    stop: CancellationToken,
    /// The outcome of the previous mail, written together with the beginning of the next.
    unrecorded: Option<Finished>,
}

/// A mail with what is known about its tries.
struct Try {
    begun: Begun,
    past: Past,
}

impl Sender {
    pub(super) fn new(
        shared: Arc<Shared>,
        duty: Duty,
        mode: Mode,
        stop: CancellationToken,
    ) -> Self {
        Self {
            shared,
            duty,
            mode,
            stop,
            unrecorded: None,
        }
    }

    /// Sends mail after mail; returns how many were tried.
    pub(super) async fn run(mut self) -> usize {
        let mut tried = 0;
        while let Some(taken) = self.next().await {
            let row_key = taken.letter.mail.row_key;
            // The lane lives on; the mail rests until its lease ends, and its next try knows that this one is unknown.
            let handled = AssertUnwindSafe(self.handle(taken)).catch_unwind().await;
            tried += handled.unwrap_or_else(|_panic| {
                tracing::error!(mail.row_key = row_key, "Sending a mail panicked");
                1
            });
        }
        self.write(None).await;
        tried
    }

    async fn next(&mut self) -> Option<Taken> {
        if self.stop.is_cancelled() {
            return None;
        }
        if let Some(taken) = self.shared.pop(self.duty) {
            return Some(taken);
        }
        // Nothing to write the outcome together with: it must not wait as long as this sender may.
        self.write(None).await;
        self.shared.wait(self.duty, self.mode, &self.stop).await
    }

    /// Returns 1 if the mail was tried, 0 if somebody else has it by now.
    async fn handle(&mut self, taken: Taken) -> usize {
        let lease = self.shared.lease(taken.lane);
        let attempt = self.plan(&taken);
        if attempt.past == Past::UnknownTwice {
            self.conclude(
                &attempt,
                Outcome::Failed {
                    reply: UNKNOWN.to_owned(),
                },
            )
            .await;
            return 1;
        }
        let message = match self.compose(&taken.letter) {
            Ok(message) => message,
            Err(error) => {
                let outcome = self.unwritable(&attempt, &error);
                self.conclude(&attempt, outcome).await;
                return 1;
            }
        };
        if !self.write(Some(attempt.begun.clone())).await {
            return 0;
        }
        let result = self.send(&message, &attempt.begun, lease).await;
        let (past, number) = (attempt.past, attempt.begun.attempt);
        let now = self.shared.now();
        let outcome = retry::decide(&result, past, number, &self.shared.schedule, now);
        log(&attempt.begun, &result, &outcome);
        self.unrecorded = Some(finished(&attempt.begun, outcome, now));
        1
    }

    fn compose(&self, letter: &Letter) -> Result<MailMessage, ComposeError> {
        let composer = &self.shared.parts.composer;
        let now = self.shared.now();
        catch_unwind(AssertUnwindSafe(|| composer.compose(letter, now)))
            .unwrap_or(Err(ComposeError::Panicked))
    }

    fn plan(&self, taken: &Taken) -> Try {
        let mail = &taken.letter.mail;
        let past = Past::of(mail.state == MailState::Sending, &mail.last_reply);
        let note = match past {
            Past::Clear => mail.last_reply.clone(),
            Past::UnknownOnce | Past::UnknownTwice if mail.last_reply.starts_with(UNKNOWN) => {
                mail.last_reply.clone()
            }
            Past::UnknownOnce | Past::UnknownTwice => UNKNOWN.to_owned(),
        };
        Try {
            begun: Begun {
                row_keys: taken.letter.row_keys(),
                lease: taken.lease,
                attempt: mail.attempts.saturating_add(1),
                note,
                lease_until: self.shared.now().plus(self.shared.lease(taken.lane)),
            },
            past,
        }
    }

    async fn send(
        &self,
        message: &MailMessage,
        begun: &Begun,
        lease: TimeDelta,
    ) -> Result<Reply, SendError> {
        tokio::select! {
            biased;
            result = self.shared.parts.mailer.send(message) => result,
            () = self.overdue() => Err(SendError::Unknown(Reply::remark("stopped while sending"))),
            never = self.keep(begun, lease) => match never {},
        }
    }

    /// Renews the lease of a mail for as long as its conversation lasts; never returns.
    async fn keep(&self, begun: &Begun, lease: TimeDelta) -> Infallible {
        let pause = (self.shared.poll * RENEWAL).min(lease.to_std().unwrap_or_default() / 4);
        loop {
            tokio::time::sleep(pause).await;
            let (begun, until) = (begun.clone(), self.shared.now().plus(lease));
            let database = &self.shared.parts.database;
            let renewed = database.write(move |conn| queue::renew(conn, &begun, until));
            if let Err(error) = renewed.await {
                let error = &error as &dyn StdError;
                tracing::warn!(error, "The lease of a mail could not be renewed");
            }
        }
    }

    async fn overdue(&self) {
        self.stop.cancelled().await;
        tokio::time::sleep(GRACE).await;
    }

    /// What becomes of a mail that could not be written: faults of ours are tried again, as a newer version may have put
    /// them right by then.
    fn unwritable(&self, attempt: &Try, error: &ComposeError) -> Outcome {
        let reply = Reply::remark(error.to_string());
        let result = Err(match error {
            ComposeError::Recipient(_) => SendError::Permanent(reply),
            ComposeError::Render { .. } | ComposeError::Styles(_) | ComposeError::Panicked => {
                SendError::Transient(reply)
            }
        });
        tracing::error!(
            mail.row_key = attempt.begun.row_keys.first(),
            error = error as &dyn StdError,
            "A mail could not be written"
        );
        let number = attempt.begun.attempt;
        let now = self.shared.now();
        retry::decide(&result, attempt.past, number, &self.shared.schedule, now)
    }

    /// Records an outcome that was reached without sending.
    async fn conclude(&mut self, attempt: &Try, outcome: Outcome) {
        self.write(None).await;
        self.unrecorded = Some(finished(&attempt.begun, outcome, self.shared.now()));
    }

    /// Records the previous outcome and, if given, that the next try begins; `true` if it may. While the database is
    /// away this waits and sends nothing: what has been sent must be recorded before anything else is.
    async fn write(&mut self, begun: Option<Begun>) -> bool {
        if self.unrecorded.is_none() && begun.is_none() {
            return true;
        }
        let mut pause = PAUSES.0;
        loop {
            let (previous, next) = (self.unrecorded.clone(), begun.clone());
            let written = self.shared.parts.database.write(move |conn| {
                if let Some(finished) = &previous {
                    queue::record(conn, finished)?;
                }
                next.as_ref()
                    .map_or(Ok(true), |begun| queue::begin(conn, begun))
            });
            let error = match written.await {
                Ok(may_begin) => {
                    self.unrecorded = None;
                    return may_begin;
                }
                Err(error) => error,
            };
            tracing::warn!(
                mail.row_key = self
                    .unrecorded
                    .as_ref()
                    .and_then(|finished| finished.row_keys.first()),
                error = &error as &dyn StdError,
                "What came of a mail could not be recorded"
            );
            if self.stop.is_cancelled() || !matches!(error, DatabaseError::Unavailable(_)) {
                self.unrecorded = None;
                return false;
            }
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(PAUSES.1);
        }
    }
}

fn finished(begun: &Begun, outcome: Outcome, at: crate::kernel::clock::Instant) -> Finished {
    Finished {
        row_keys: begun.row_keys.clone(),
        lease: begun.lease,
        attempt: begun.attempt,
        outcome,
        at,
    }
}

/// Reply codes only: the text of a reply may quote the recipient.
fn log(begun: &Begun, result: &Result<Reply, SendError>, outcome: &Outcome) {
    let code = match result {
        Ok(reply) => reply.code,
        Err(error) => error.reply().code,
    };
    let (row_key, attempt) = (begun.row_keys.first().copied(), begun.attempt);
    match outcome {
        Outcome::Sent { .. } => {
            tracing::debug!(
                mail.row_key = row_key,
                attempt,
                smtp.code = code,
                "Mail sent"
            );
        }
        Outcome::Deferred { until, .. } => {
            tracing::info!(mail.row_key = row_key, attempt, smtp.code = code, %until, "Mail put off");
        }
        Outcome::Failed { .. } => {
            tracing::warn!(
                mail.row_key = row_key,
                attempt,
                smtp.code = code,
                "Mail failed"
            );
        }
    }
}
