//! `posvet seed`: many comments and subscribers, for load tests.

use std::process::ExitCode;

use anyhow::Context;
use chrono::TimeDelta;
use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};

use super::{open_current, say};
use crate::accounts::By;
use crate::app::{self, Environment};
use crate::comments::{CommentKind, SubmitterKind};
use crate::consultations::{Consultation, Phase, list_all};
use crate::db::{Database, DatabaseError, DbConnection, StoreResult};
use crate::demo;
use crate::drafts::{Paragraph, Revision, list_paragraphs, revision, sections};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::{Ids, SectionId};
use crate::kernel::token::Tokens;
use crate::responses;
use crate::settings::Settings;
use crate::submissions::{Arrival, Channel, Door, Point, Sent, Submitter};
use crate::subscribers::{MailingList, NewSubscription, SubscriptionState, insert_subscription};

/// Rows written in one turn: other writers wait no longer than this takes.
const TURN: u64 = 500;

#[derive(Debug, Args)]
pub(super) struct Seed {
    /// Confirmed comments to add, one submission each.
    #[arg(long, default_value_t = 0)]
    comments: u64,
    /// Confirmed subscribers to add.
    #[arg(long, default_value_t = 0)]
    subscribers: u64,
    /// AUTHORITY/CONSULTATION as in the address; the first open one otherwise.
    #[arg(long)]
    consultation: Option<String>,
    /// Put every comment on the section with this number.
    #[arg(long)]
    section: Option<i32>,
    /// Let every new comment of the consultation have an approved response, or a public one; needs two people of the staff.
    #[arg(long, value_enum)]
    answers: Option<Answers>,
    /// Load the sample consultations first, when the database is empty.
    #[arg(long)]
    samples: bool,
    /// Print one line of JSON.
    #[arg(long)]
    json: bool,
}

/// How far the responses are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Answers {
    Approved,
    /// Without a mail to anybody; the window must have closed.
    Released,
}

impl Seed {
    pub(super) async fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        let db = open_current(settings)?;
        let environment = Environment::of(settings)?;
        let (ids, now) = (environment.ids, environment.clock.now());
        let tokens = app::tokens(settings);
        if self.samples && db.read(list_all).await?.is_empty() {
            let loader = demo::Loader {
                db: &db,
                ids: &ids,
                tokens: &tokens,
                now,
            };
            demo::load(&loader, &mut Quiet).await?;
        }
        let target = self.target(&db, now).await?;
        // What is added to a consultation that is over came in time.
        let closed_at = target.consultation.window.closes_at;
        let received_at = now.min(closed_at.plus(TimeDelta::seconds(-1)));
        anyhow::ensure!(
            self.answers != Some(Answers::Released) || closed_at <= now,
            "the window is open"
        );
        let bar = ProgressBar::new(self.comments.saturating_add(self.subscribers));
        bar.set_style(ProgressStyle::with_template(
            "{wide_bar} {pos}/{len} {per_sec} {eta}",
        )?);
        for from in (0..self.comments).step_by(usize::try_from(TURN)?) {
            let turn = target.comments(&ids, received_at, from..(from + TURN).min(self.comments));
            let (count, tokens) = (turn.len() as u64, tokens.clone());
            db.write::<_, DatabaseError, _>(move |connection| {
                record_turn(connection, &tokens, turn.clone())
            })
            .await?;
            bar.inc(count);
        }
        for from in (0..self.subscribers).step_by(usize::try_from(TURN)?) {
            let until = (from + TURN).min(self.subscribers);
            target.subscribers(&db, &ids, now, from..until).await?;
            bar.inc(until - from);
        }
        if let Some(answers) = self.answers {
            target.answer(&db, tokens, answers, now).await?;
        }
        bar.finish_and_clear();
        let slug = format!(
            "{}/{}",
            target.consultation.authority.slug, target.consultation.slug
        );
        say(&if self.json {
            serde_json::json!({
                "consultation": slug, "comments": self.comments, "subscribers": self.subscribers
            })
            .to_string()
        } else {
            format!(
                "{slug}: {} comments and {} subscribers added",
                self.comments, self.subscribers
            )
        })?;
        Ok(ExitCode::SUCCESS)
    }

    async fn target(&self, db: &Database, now: Instant) -> anyhow::Result<Target> {
        let wanted = self.consultation.clone();
        let section = self.section;
        let consultations = db.read(list_all).await?;
        let consultation = consultations
            .into_iter()
            .find(|one| match &wanted {
                Some(path) => *path == format!("{}/{}", one.authority.slug, one.slug),
                None => one.phase(now) == Phase::Open,
            })
            .context(
                "there is no such consultation; `--samples` loads some into an empty database",
            )?;
        let id = consultation.draft_id;
        let (revision, places) = db
            .read(move |connection| draft(connection, id, section))
            .await?;
        let revision = revision.context("the consultation has no draft")?;
        anyhow::ensure!(!places.is_empty(), "the draft has no paragraphs");
        Ok(Target {
            consultation,
            revision,
            places,
        })
    }
}

struct Quiet;

impl demo::Progress for Quiet {
    fn step(&mut self, _what: &str) {}
}

type Draft = (Option<Revision>, Vec<(SectionId, Paragraph)>);

fn draft(
    connection: &mut DbConnection,
    id: crate::kernel::ids::DraftId,
    section: Option<i32>,
) -> StoreResult<Draft> {
    let Some(revision) = revision(connection, id)? else {
        return Ok((None, Vec::new()));
    };
    let mut places = Vec::new();
    for one in sections(connection, id)?
        .into_iter()
        .filter(|one| section.is_none_or(|number| number == one.number))
    {
        for paragraph in list_paragraphs(connection, one.id, revision.id)? {
            places.push((one.id, paragraph));
        }
    }
    Ok((Some(revision), places))
}

/// Where the rows go.
struct Target {
    consultation: Consultation,
    revision: Revision,
    places: Vec<(SectionId, Paragraph)>,
}

impl Target {
    async fn answer(
        &self,
        db: &Database,
        tokens: Tokens,
        answers: Answers,
        now: Instant,
    ) -> StoreResult<()> {
        let (id, is_released) = (self.consultation.id, answers == Answers::Released);
        db.write(move |connection| responses::answer_all(connection, &tokens, id, is_released, now))
            .await
    }

    fn comments(&self, ids: &Ids, now: Instant, range: std::ops::Range<u64>) -> Vec<Arrival> {
        range.map(|number| self.comment(ids, now, number)).collect()
    }

    fn comment(&self, ids: &Ids, now: Instant, number: u64) -> Arrival {
        let random = u64::from_le_bytes(ids.bytes());
        let index = usize::try_from(random).unwrap_or_default() % self.places.len().max(1);
        let place = self.places.get(index);
        let organisation = random
            .is_multiple_of(5)
            .then(|| format!("Organizacija {number}"));
        let submitter = Submitter {
            kind: match organisation {
                Some(_) => SubmitterKind::Organisation,
                None => SubmitterKind::Individual,
            },
            name: format!("Vlagatelj/ica {number}"),
            organisation: organisation.unwrap_or_default(),
            email: EmailAddress::parse(&format!("vlagatelj.{number}@example.org")).ok(),
            publish_name: false,
        };
        let sent = Sent {
            channel: Channel::Web,
            language: Language::Sl,
            received_at: now,
            confirmed_at: Some(now),
            under: None,
            submitter,
            points: vec![Point {
                revision_id: self.revision.id,
                section_id: place.map(|(section, _)| *section),
                paragraph_id: place.map(|(_, paragraph)| paragraph.id),
                kind: CommentKind::Content,
                body: sentence(random, number),
                proposed_text: String::new(),
            }],
        };
        Arrival::new(ids, By::System, &self.consultation, sent)
    }

    async fn subscribers(
        &self,
        db: &Database,
        ids: &Ids,
        now: Instant,
        range: std::ops::Range<u64>,
    ) -> anyhow::Result<()> {
        let list = MailingList {
            authority_id: self.consultation.authority.id,
            consultation_id: Some(self.consultation.id),
            name: self.consultation.title.clone(),
        };
        let mut new = Vec::new();
        for _ in range {
            let tag = crate::kernel::token::hex(&ids.bytes::<8>());
            new.push((
                (ids.next(now), ids.next(now)),
                EmailAddress::parse(&format!("narocnik.{tag}@example.org"))?,
            ));
        }
        db.write::<_, DatabaseError, _>(move |connection| {
            for ((id, subscriber_id), email) in &new {
                let (language, state) = (Language::Sl, SubscriptionState::Confirmed);
                insert_subscription(
                    connection,
                    &NewSubscription {
                        id: *id,
                        subscriber_id: *subscriber_id,
                        list: &list,
                        email,
                        language,
                        state,
                        created_at: now,
                    },
                )?;
            }
            Ok(())
        })
        .await?;
        Ok(())
    }
}

fn record_turn(
    connection: &mut DbConnection,
    tokens: &Tokens,
    turn: Vec<Arrival>,
) -> StoreResult<()> {
    let mut door = Door::default();
    for arrival in turn {
        door.admit(connection, arrival)?;
    }
    door.close(connection, tokens)
}

/// A comment of a few sentences, different from number to number.
fn sentence(random: u64, number: u64) -> String {
    const WHAT: [&str; 6] = [
        "Nočno zavetišče naj bo odprto vse leto",
        "Mobilna služba naj pride tudi v okoliške vasi",
        "Dodajte kazalnik, s katerim bo cilj mogoče preveriti",
        "Predlagam več stanovanj za mlade družine",
        "Programi za ljudi v stiski naj bodo brezplačni",
        "Nevladne organizacije potrebujejo večletno financiranje",
    ];
    const WHY: [&str; 5] = [
        "ker ljudje pomoč potrebujejo tudi ponoči",
        "ker je pot do mesta za starejše predolga",
        "sicer ne bomo vedeli, ali je kaj boljše",
        "ker so najemnine previsoke",
        "ker eno leto ni dovolj za resno delo",
    ];
    let pick = |list: &[&'static str], shift: u32| {
        let index = usize::try_from(random >> shift).unwrap_or_default() % list.len().max(1);
        list.get(index).copied().unwrap_or_default()
    };
    format!(
        "{}, {}. {} (pripomba {number}).",
        pick(&WHAT, 3),
        pick(&WHY, 9),
        pick(&WHAT, 17)
    )
}
