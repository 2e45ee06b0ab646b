//! The process is killed while comments come in: what was acknowledged is there, once, under the same reference.
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests fail by panicking, as tests do"
)]

use std::cell::Cell;
use std::collections::HashMap;
use std::fmt;
use std::time::{Duration, Instant};

use diesel::prelude::*;
use futures_util::future::join_all;
use posvet::testing::db::{
    schema::comments, schema::outbox, schema::submissions, schema::submitters,
};
use posvet::testing::kernel::ids::ConsultationId;
use reqwest::Method;
use tokio::sync::Notify;

use crate::harness::{Browser, Program, Serving, TestDatabase, backend_name};

const FORM: &str = "/sl/kranj/socialno-varstvo-2022-2028/comment";
const KILLS: usize = 20;
const CLIENTS: usize = 16;
/// How long a slow machine is loaded before a kill.
const LOAD: Duration = Duration::from_secs(1);

/// A comment that somebody sent, and the reference they were told, if they were told one.
struct Sent {
    key: String,
    reference: Option<String>,
}

/// What clients have been told in one round; enough of it ends the round.
struct Load {
    round: usize,
    acknowledged: Cell<usize>,
    enough: Notify,
}

impl Load {
    /// Another number for each round, so that the kills fall into different moments of the server's work.
    fn of(round: usize) -> Self {
        Self {
            round,
            acknowledged: Cell::new(0),
            enough: Notify::new(),
        }
    }

    fn acknowledge(&self) {
        self.acknowledged.set(self.acknowledged.get() + 1);
        if self.acknowledged.get() == 90 + 3 * self.round {
            self.enough.notify_one();
        }
    }

    /// Sends one comment after the other until there is no answer.
    async fn send(&self, browser: Browser, client: usize) -> Vec<Sent> {
        let mut sent = Vec::new();
        loop {
            let key = format!("r{}-c{client}-n{}", self.round, sent.len());
            let reference = submit(&browser, &key).await;
            let is_answered = reference.is_some();
            sent.push(Sent { key, reference });
            if !is_answered {
                return sent;
            }
            self.acknowledge();
        }
    }
}

/// The reference of the redirect to the receipt; nothing if the connection broke before it. Any other answer is a failure.
async fn submit(browser: &Browser, key: &str) -> Option<String> {
    let email = format!("{key}@example.org");
    let body = format!("Zavetišče naj bo odprto vse leto ({key}).");
    let fields = [
        ("kind", "content"),
        ("body", &body),
        ("submitter_kind", "individual"),
        ("name", "Oseba Zasebna"),
        ("email", &email),
    ];
    let request = browser.request(Method::POST, FORM).form(&fields);
    let response = request.header("idempotency-key", key).send().await.ok()?;
    assert_eq!(response.status(), 303, "{key}");
    let reference = response.headers().get("posvet-reference").unwrap();
    Some(reference.to_str().unwrap().to_owned())
}

/// What the database holds of the submissions with a key.
struct Stored {
    references: HashMap<String, Vec<String>>,
    numbers: HashMap<ConsultationId, Vec<i64>>,
}

impl Stored {
    fn read(database: &TestDatabase) -> Self {
        let rows: Vec<(ConsultationId, i64, String, Option<String>)> = submissions::table
            .order(submissions::number)
            .select((
                submissions::consultation_id,
                submissions::number,
                submissions::reference,
                submissions::idempotency_key,
            ))
            .load(&mut database.url.connect().unwrap())
            .unwrap();
        let mut stored = Self {
            references: HashMap::new(),
            numbers: HashMap::new(),
        };
        for (consultation, number, reference, key) in rows {
            stored.numbers.entry(consultation).or_default().push(number);
            if let Some(key) = key {
                stored.references.entry(key).or_default().push(reference);
            }
        }
        stored
    }

    fn times(&self, sent: &Sent) -> usize {
        self.references.get(&sent.key).map_or(0, Vec::len)
    }
}

/// Figures of the whole run, for whoever wants to know how hard the test was.
#[derive(Default)]
struct Figures {
    acknowledged: usize,
    unanswered: usize,
    stored_unanswered: usize,
    loading: Duration,
    slowest_start: Duration,
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let per_second = self.acknowledged as f64 / self.loading.as_secs_f64();
        write!(
            f,
            "{}, {KILLS} kills: {} acknowledged at {per_second:.0}/s, {} left without an answer, {} of these stored, \
             ready after {:?} at most",
            backend_name(),
            self.acknowledged,
            self.unanswered,
            self.stored_unanswered,
            self.slowest_start,
        )
    }
}

/// Loads the server and kills it in the middle of that.
async fn kill_under_load(number: usize, server: &mut Serving, figures: &mut Figures) -> Vec<Sent> {
    let (load, browser, started) = (Load::of(number), server.browser().staying(), Instant::now());
    let clients = join_all((0..CLIENTS).map(|client| load.send(browser.clone(), client)));
    let kill = async {
        let _enough = tokio::time::timeout(LOAD, load.enough.notified()).await;
        server.kill();
        figures.loading += started.elapsed();
        figures.acknowledged += load.acknowledged.get();
    };
    let (sent, ()) = futures_util::join!(clients, kill);
    sent.into_iter().flatten().collect()
}

/// Sends what had no answer once more, and some of what had one.
async fn retry(sent: &mut [Sent], server: &Serving, stored: &Stored, figures: &mut Figures) {
    let browser = server.browser().staying();
    let unanswered = sent.iter_mut().filter(|one| one.reference.is_none());
    let retried = unanswered.map(async |one| {
        one.reference = submit(&browser, &one.key).await;
        stored.times(one)
    });
    let retried = join_all(retried).await;
    figures.unanswered += retried.len();
    figures.stored_unanswered += retried.into_iter().sum::<usize>();
    for one in sent.iter().step_by(9) {
        assert_eq!(submit(&browser, &one.key).await, one.reference, "a repeat");
    }
}

/// Each submission brings its submitter, its comment and its mail, or nothing does.
fn each_is_whole(database: &TestDatabase, sent: &[Sent]) {
    let mut connection = database.url.connect().unwrap();
    let submitters: Vec<Option<String>> = submitters::table
        .select(submitters::email)
        .load(&mut connection)
        .unwrap();
    let comments: Vec<Option<String>> = comments::table
        .inner_join(submitters::table.on(submitters::submission_id.eq(comments::submission_id)))
        .select(submitters::email)
        .load(&mut connection)
        .unwrap();
    let mails: Vec<Option<String>> = outbox::table
        .select(outbox::recipient.nullable())
        .load(&mut connection)
        .unwrap();
    for (what, emails) in [
        ("submitters", submitters),
        ("comments", comments),
        ("mails", mails),
    ] {
        let mut times: HashMap<String, usize> = HashMap::new();
        for email in emails.into_iter().flatten() {
            *times.entry(email).or_default() += 1;
        }
        for one in sent {
            let email = format!("{}@example.org", one.key);
            assert_eq!(times.get(&email), Some(&1), "{what} of {email}");
        }
    }
}

#[actix_web::test]
async fn what_was_acknowledged_survives_twenty_kills_once_and_under_its_reference() {
    let database = TestDatabase::empty();
    let program = Program::on(&database).prepare();
    let (mut figures, mut sent) = (Figures::default(), Vec::new());

    let mut server = program.serve().await;
    for number in 0..KILLS {
        let mut round = kill_under_load(number, &mut server, &mut figures).await;
        server = program.serve().await;
        figures.slowest_start = figures.slowest_start.max(server.ready_after);
        retry(&mut round, &server, &Stored::read(&database), &mut figures).await;
        sent.extend(round);
    }

    let stored = Stored::read(&database);
    let lost = sent.iter().filter(|one| stored.times(one) == 0).count();
    let doubled = sent.iter().filter(|one| stored.times(one) > 1).count();
    println!("{figures}: {lost} lost, {doubled} doubled");
    assert_eq!((lost, doubled), (0, 0));
    for one in &sent {
        let references = stored.references.get(&one.key).unwrap();
        assert_eq!(references.first(), one.reference.as_ref(), "{}", one.key);
    }
    for numbers in stored.numbers.values() {
        let last = i64::try_from(numbers.len()).unwrap();
        assert!(numbers.iter().copied().eq(1..=last), "{numbers:?}");
    }
    assert!(figures.slowest_start <= Duration::from_secs(5));
    each_is_whole(&database, &sent);
    program.must(&["audit", "verify"]);
}
