//! Stores submissions in groups: while one group is being committed the next one gathers, and each is a handful of
//! statements however many people pressed "send" (ADR 0003). Nobody is answered before the commit.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures_util::FutureExt as _;
use tokio::sync::{mpsc, oneshot};

use super::receive::{Outcome, receive_all};
use super::submit::{Prepared, Receipt};
use crate::db::{Database, DatabaseError, Failure, OutOfPatience, Patience};
use crate::kernel::token::Tokens;
use crate::submissions::domain::SubmitCommentError;

/// Up to how many submissions are stored together.
const LARGEST_GROUP: usize = 128;

/// Submissions that may wait; the next one is told to come back.
const QUEUE: usize = 2_048;

type Answer = Result<Receipt, Failure<SubmitCommentError>>;

/// Takes submissions in. Cheap to clone; its task ends with the last handle.
#[derive(Clone, Debug)]
pub struct Intake {
    queue: mpsc::Sender<Waiting>,
}

#[derive(Debug)]
struct Waiting {
    new: Prepared,
    caller: Caller,
}

#[derive(Debug)]
struct Caller {
    patience: Patience,
    answer: oneshot::Sender<Answer>,
}

impl Caller {
    /// Whoever has gone away does not need the answer.
    fn tell(self, answer: Answer) {
        let _gone = self.answer.send(answer);
    }
}

impl Intake {
    /// Starts the task. Call it inside the runtime.
    pub fn start(db: Database, tokens: Tokens) -> Self {
        let (queue, waiting) = mpsc::channel(QUEUE);
        tokio::spawn(serve(db, tokens, waiting));
        Self { queue }
    }

    /// Stores a submission and answers after the commit.
    pub(super) async fn receive(&self, new: Prepared) -> Answer {
        let (answer, outcome) = oneshot::channel();
        let caller = Caller {
            patience: Patience::of_this_task(),
            answer,
        };
        self.queue
            .try_send(Waiting { new, caller })
            .map_err(|_full| unavailable("too many submissions are waiting"))?;
        // The answer is dropped only when something panicked on the way to it.
        outcome.await.map_err(|_gone| DatabaseError::Panicked)?
    }
}

fn unavailable(why: &'static str) -> DatabaseError {
    DatabaseError::Unavailable(anyhow::anyhow!(why))
}

async fn serve(db: Database, tokens: Tokens, mut waiting: mpsc::Receiver<Waiting>) {
    let mut group = Vec::new();
    while !group.is_empty() || waiting.recv_many(&mut group, LARGEST_GROUP).await > 0 {
        while group.len() < LARGEST_GROUP
            && let Ok(one) = waiting.try_recv()
        {
            group.push(one);
        }
        let mut group_now = std::mem::take(&mut group);
        if db.is_stuck() {
            group_now = answer_overdue(group_now);
        }
        let receiving = AssertUnwindSafe(receive_and_answer(&db, &tokens, group_now));
        group = receiving.catch_unwind().await.unwrap_or_else(|_panic| {
            tracing::error!("Receiving a group of submissions panicked");
            Vec::new()
        });
    }
}

/// Tells those whose patience has ended; returns the others.
fn answer_overdue(group: Vec<Waiting>) -> Vec<Waiting> {
    let (overdue, others): (Vec<_>, Vec<_>) = group
        .into_iter()
        .partition(|one| one.caller.patience.is_over());
    for one in overdue {
        let why = DatabaseError::Unavailable(OutOfPatience.into());
        one.caller.tell(Err(why.into()));
    }
    others
}

/// When a group fails for anything but that the database is away, each is stored alone, so that nobody's submission fails
/// because of a neighbour's. While it is away, the group is given up with the patience of the first of it; those who have
/// some left are returned and try again with the next.
async fn receive_and_answer(db: &Database, tokens: &Tokens, group: Vec<Waiting>) -> Vec<Waiting> {
    let Some(first) = group.iter().map(|one| one.caller.patience).min() else {
        return group;
    };
    let (news, mut callers): (Vec<_>, Vec<_>) =
        group.into_iter().map(|one| (one.new, one.caller)).unzip();
    let news = Arc::new(news);
    match first.serve(receive(db, tokens, Arc::clone(&news))).await {
        Ok(outcomes) => {
            for (caller, outcome) in callers.into_iter().zip(outcomes) {
                caller.tell(outcome.map_err(Failure::Refused));
            }
        }
        Err(error) if error.is_out_of_patience() => {
            let again = news.iter().cloned().zip(callers);
            return again.map(|(new, caller)| Waiting { new, caller }).collect();
        }
        Err(error @ (DatabaseError::Query(_) | DatabaseError::Panicked)) if callers.len() > 1 => {
            tracing::warn!(?error, "A group of submissions failed; storing each alone");
            for (new, caller) in news.iter().zip(callers) {
                let receiving = receive(db, tokens, Arc::new(vec![new.clone()]));
                let alone = caller.patience.serve(receiving).await;
                caller.tell(match alone {
                    Ok(outcomes) => only(outcomes),
                    Err(error) => Err(error.into()),
                });
            }
        }
        Err(error) => {
            let last = callers.pop();
            for caller in callers {
                caller.tell(Err(again(&error).into()));
            }
            if let Some(last) = last {
                last.tell(Err(error.into()));
            }
        }
    }
    Vec::new()
}

fn only(outcomes: Vec<Outcome>) -> Answer {
    let outcome = outcomes.into_iter().next();
    let outcome = outcome.ok_or_else(|| unavailable("a submission was lost"))?;
    outcome.map_err(Failure::Refused)
}

/// The same error, that the database is away, for one more person.
fn again(error: &DatabaseError) -> DatabaseError {
    DatabaseError::Unavailable(anyhow::anyhow!("{error:?}"))
}

async fn receive(
    db: &Database,
    tokens: &Tokens,
    news: Arc<Vec<Prepared>>,
) -> Result<Vec<Outcome>, DatabaseError> {
    let tokens = tokens.clone();
    db.write(move |connection| receive_all(connection, &tokens, &news))
        .await
}
