//! Stores submissions in groups: while one group is being committed the next one gathers, and each is a handful of
//! statements however many people pressed "send" (ADR 0003). Nobody is answered before the commit.

use std::sync::Arc;

use tokio::sync::{mpsc, oneshot};

use super::receive::{Outcome, receive_all};
use super::submit::{Prepared, Receipt};
use crate::comments::domain::SubmitCommentError;
use crate::db::{Database, DatabaseError, Failure};
use crate::kernel::token::Tokens;

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
    answer: oneshot::Sender<Answer>,
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
        self.queue
            .try_send(Waiting { new, answer })
            .map_err(|_full| unavailable("too many submissions are waiting"))?;
        outcome
            .await
            .map_err(|_gone| unavailable("the intake has stopped"))?
    }
}

fn unavailable(why: &'static str) -> DatabaseError {
    DatabaseError::Unavailable(anyhow::anyhow!(why))
}

async fn serve(db: Database, tokens: Tokens, mut waiting: mpsc::Receiver<Waiting>) {
    let mut group = Vec::new();
    while waiting.recv_many(&mut group, LARGEST_GROUP).await > 0 {
        let (news, answers) = group.drain(..).map(|one| (one.new, one.answer)).unzip();
        receive_and_answer(&db, &tokens, news, answers).await;
    }
}

/// When the database refuses a group for anything but being away, each is stored alone, so that nobody's submission
/// fails because of a neighbour's.
async fn receive_and_answer(
    db: &Database,
    tokens: &Tokens,
    news: Vec<Prepared>,
    answers: Vec<oneshot::Sender<Answer>>,
) {
    let news = Arc::new(news);
    match receive(db, tokens, Arc::clone(&news)).await {
        Ok(outcomes) => {
            for (answer, outcome) in answers.into_iter().zip(outcomes) {
                // Whoever has gone away does not need the answer.
                let _gone = answer.send(outcome.map_err(Failure::Refused));
            }
        }
        Err(DatabaseError::Query(error)) if answers.len() > 1 => {
            tracing::warn!(%error, "A group of submissions was refused; storing each alone");
            for (new, answer) in news.iter().zip(answers) {
                let alone = receive(db, tokens, Arc::new(vec![new.clone()])).await;
                let _gone = answer.send(match alone {
                    Ok(outcomes) => only(outcomes),
                    Err(error) => Err(error.into()),
                });
            }
        }
        Err(error) => {
            let mut answers = answers;
            let last = answers.pop();
            for answer in answers {
                let _gone = answer.send(Err(again(&error).into()));
            }
            let _gone = last.map(|answer| answer.send(Err(error.into())));
        }
    }
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
