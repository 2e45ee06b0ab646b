//! Loads the samples into an empty database.

use anyhow::Context as _;
use chrono::{Days, NaiveDate, TimeDelta};
use chrono_tz::Tz;
use secrecy::SecretString;

use super::draft;
use super::files::{
    AuthoritySample, ConsultationSample, Consultations, DEMO_PASSWORD, Draft, People, StaffSample,
    read,
};
use super::{adopt, comments, former};
use crate::accounts::{self, By, NewAuthority, NewStaff, Passwords};
use crate::consultations::{
    Act, AnnounceError, Channels, Consultation, Contact, Content, CreateError, Document, Event,
    Group, Member, NewPlan, Part, PhaseEntry, Relation, SaveError, WindowPlan, announce_in,
    create_in, find_by_id, mark_released, save_in,
};
use crate::db::{Database, DatabaseError, Failure};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::Ids;
use crate::kernel::local_time::{local, start_of_day};
use crate::kernel::token::Tokens;

/// Told what is being loaded.
pub trait Progress {
    /// One step has begun.
    fn step(&mut self, what: &str);
}

/// What loading needs.
pub struct Loader<'a> {
    pub db: &'a Database,
    pub ids: &'a Ids,
    pub tokens: &'a Tokens,
    pub now: Instant,
}

/// Loads authorities, staff, consultations, comments, responses and subscribers.
///
/// # Errors
/// When a file cannot be read or the database refuses.
pub async fn load(loader: &Loader<'_>, progress: &mut impl Progress) -> anyhow::Result<()> {
    let files: Consultations = read("consultations.toml")?;
    let people: People = read("staff.toml")?;
    progress.step("authorities");
    let mut authorities = Vec::new();
    for sample in &files.authorities {
        authorities.push(loader.authority(sample).await?);
    }
    progress.step("people");
    loader.staff(&people.staff, &authorities).await?;
    for sample in &files.consultations {
        progress.step(&sample.short_title);
        let authority = authorities
            .iter()
            .find(|authority| authority.slug == sample.authority)
            .with_context(|| format!("there is no sample authority {}", sample.authority))?;
        let consultation = loader.consultation(sample, authority).await?;
        if let Some(file) = &sample.comments {
            comments::load(loader, &consultation, file).await?;
        }
        if let Some(adoption) = &sample.adoption {
            adopt::load(loader, &consultation, &sample.draft, adoption).await?;
        }
    }
    progress.step("subscribers");
    comments::load_subscribers(loader, &people.subscribers).await
}

impl Loader<'_> {
    async fn authority(&self, sample: &AuthoritySample) -> anyhow::Result<NewAuthority> {
        let authority = NewAuthority {
            slug: sample.slug.clone(),
            name: sample.name.clone(),
            short_name: sample.short_name.clone(),
            reference_prefix: sample.reference_prefix.clone(),
            department: sample.department.clone(),
            contact_email: sample.contact_email.clone(),
            contact_phone: sample.contact_phone.clone(),
            postal_address: sample.postal_address.clone(),
            zone: sample.time_zone.parse::<Tz>().context("time_zone")?,
            ..NewAuthority::begun(self.ids.next(self.now))
        };
        let (stored, now) = (authority.clone(), self.now);
        self.db
            .write::<_, DatabaseError, _>(move |connection| {
                accounts::insert_authority(connection, &stored, now)
            })
            .await?;
        Ok(authority)
    }

    async fn staff(
        &self,
        samples: &[StaffSample],
        authorities: &[NewAuthority],
    ) -> anyhow::Result<()> {
        let password_hash = Passwords::default()
            .hash(self.ids, &SecretString::from(DEMO_PASSWORD))
            .await?;
        for sample in samples {
            let person = NewStaff {
                id: self.ids.next(self.now),
                email: EmailAddress::parse(&sample.email)?,
                display_name: sample.display_name.clone(),
                password_hash: password_hash.clone(),
                language: Language::Sl,
            };
            let mut roles = Vec::new();
            for (authority, role) in &sample.roles {
                let authority = authorities
                    .iter()
                    .find(|one| one.slug == *authority)
                    .context("authority of a role")?;
                roles.push((authority.id, role.parse()?));
            }
            let (tokens, now) = (self.tokens.clone(), self.now);
            self.db
                .write::<_, DatabaseError, _>(move |connection| {
                    accounts::create_staff(connection, &tokens, &By::System, &person, now)?;
                    for (authority, role) in &roles {
                        accounts::grant_role(
                            connection,
                            &tokens,
                            &By::System,
                            person.id,
                            *authority,
                            *role,
                            now,
                        )?;
                    }
                    Ok(())
                })
                .await?;
        }
        Ok(())
    }

    /// Prepares and announces a consultation as a coordinator does, at the time the sample says.
    async fn consultation(
        &self,
        sample: &ConsultationSample,
        authority: &NewAuthority,
    ) -> anyhow::Result<Consultation> {
        let dates = Dates::of(sample, authority.zone, self.now)?;
        let draft: Draft = read(&sample.draft)?;
        let like = NewPlan {
            title: sample.title.clone(),
            plan: dates.plan.clone(),
            like: None,
        };
        let parts = contents(sample, &draft, &dates)?;
        let (authority, released_at) = (authority.clone(), dates.released_at);
        let act = Act {
            ids: self.ids.clone(),
            tokens: self.tokens.clone(),
            by: By::System,
            now: dates.announced_at,
        };
        let renamed = former::renamed(sample, authority.zone)?.map(|(now, basics)| {
            let (ids, tokens) = (self.ids.clone(), self.tokens.clone());
            let by = By::System;
            let act = Act {
                ids,
                tokens,
                by,
                now,
            };
            (act, Content::Basics(Box::new(basics)))
        });
        let stored = self
            .db
            .write::<_, Failure<Refused>, _>(move |connection| {
                let consultation =
                    create_in(connection, &act, &authority, &like).map_err(Failure::widen)?;
                let id = consultation.id;
                for (part, content) in &parts {
                    save_in(connection, &act, id, (*part, content)).map_err(Failure::widen)?;
                }
                announce_in(connection, &act, id, act.now).map_err(Failure::widen)?;
                if let Some((act, content)) = &renamed {
                    save_in(connection, act, id, (Part::Basics, content))
                        .map_err(Failure::widen)?;
                }
                if let Some(at) = released_at {
                    mark_released(connection, id, at)?;
                }
                Ok(find_by_id(connection, id)?)
            })
            .await?;
        stored.context("the sample consultation")
    }
}

/// What every part of a sample says.
fn contents(
    sample: &ConsultationSample,
    draft: &Draft,
    dates: &Dates,
) -> anyhow::Result<Vec<(Part, Content)>> {
    let members = sample.working_group.iter().map(|role_name| Member {
        role_name: role_name.clone(),
        ..Member::default()
    });
    let contacts = sample.contacts.iter().map(|one| Contact {
        name: one.name.clone(),
        email: one.email.clone(),
        phone: one.phone.clone(),
        hours: one.hours.clone(),
    });
    let channels = Channels {
        channels_note: sample.channels_note.clone(),
        privacy_note: sample.privacy_note.clone(),
        contacts: contacts.collect(),
    };
    let group = Group {
        preparing_body: sample.preparing_body.clone(),
        appointing_act: sample.appointing_act.clone(),
        members: members.collect(),
    };
    let mut contents = vec![
        (
            Part::Basics,
            Content::Basics(Box::new(former::first(sample))),
        ),
        (Part::Text, Content::Text(draft::sections(draft))),
        (Part::Channels, Content::Channels(channels)),
        (Part::Group, Content::Group(group)),
    ];
    contents.extend(lists(sample, dates)?);
    Ok(contents)
}

/// The parts that are lists alone.
fn lists(sample: &ConsultationSample, dates: &Dates) -> anyhow::Result<[(Part, Content); 4]> {
    let relations = sample.relations.iter().map(|one| Relation {
        title: one.title.clone(),
        period: one.period.clone(),
        url: one.url.clone(),
    });
    let mut phases = Vec::new();
    for one in &sample.phases {
        let first = dates.day(&one.starts_on, one.starts_in_days)?;
        phases.push(PhaseEntry {
            title: one.title.clone(),
            description: one.description.clone(),
            starts_on: first.context("the first day of a phase")?,
            ends_on: dates.day(&one.ends_on, one.ends_in_days)?,
        });
    }
    let mut events = Vec::new();
    for one in &sample.events {
        let day = dates.day(&one.on, one.in_days)?;
        let starts_at = day.and_then(|day| day.and_hms_opt(one.hour, 0, 0));
        let starts_at = starts_at.context("the time of an event")?;
        events.push(Event {
            title: one.title.clone(),
            description: one.description.clone(),
            place: one.place.clone(),
            starts_at,
            ends_at: Some(starts_at + TimeDelta::hours(one.hours)),
            minutes: one.minutes.clone(),
            ..Event::default()
        });
    }
    let documents = sample.documents.iter().map(|one| Document {
        title: one.title.clone(),
        url: one.url.clone(),
        file: None,
    });
    Ok([
        (Part::Relations, Content::Relations(relations.collect())),
        (Part::Phases, Content::Phases(phases)),
        (Part::Events, Content::Events(events)),
        (Part::Documents, Content::Documents(documents.collect())),
    ])
}

/// Why a sample could not be prepared: the files say something a coordinator could not.
#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error(transparent)]
    Create(#[from] CreateError),
    #[error(transparent)]
    Save(#[from] SaveError),
    #[error(transparent)]
    Announce(#[from] AnnounceError),
}

/// The dates of a sample, from real ones or from days around today.
struct Dates {
    today: NaiveDate,
    plan: WindowPlan,
    announced_at: Instant,
    released_at: Option<Instant>,
}

/// A real date, or a day around today.
fn day(
    today: NaiveDate,
    date: &Option<String>,
    days: Option<i64>,
) -> anyhow::Result<Option<NaiveDate>> {
    match (date, days) {
        (Some(date), _) => Ok(Some(date.parse()?)),
        (None, Some(days)) => Ok(Some(today + TimeDelta::days(days))),
        (None, None) => Ok(None),
    }
}

impl Dates {
    fn day(&self, date: &Option<String>, days: Option<i64>) -> anyhow::Result<Option<NaiveDate>> {
        day(self.today, date, days)
    }

    fn of(sample: &ConsultationSample, zone: Tz, now: Instant) -> anyhow::Result<Self> {
        let today = local(now, zone).date_naive();
        let day = |date, days| day(today, date, days);
        let opens =
            day(&sample.opens_on, sample.opens_in_days)?.context("the first day of the window")?;
        let closes =
            day(&sample.closes_on, sample.closes_in_days)?.context("the last day of the window")?;
        let noon =
            |day: NaiveDate| start_of_day(day, zone).map(|start| start.plus(TimeDelta::hours(10)));
        let announced = opens
            .checked_sub_days(Days::new(10))
            .unwrap_or(opens)
            .min(today - TimeDelta::days(3));
        Ok(Self {
            today,
            plan: WindowPlan {
                first_day: opens,
                last_day: closes,
                short_window_reason: String::new(),
                answers_on: day(&sample.answers_expected_on, sample.answers_expected_in_days)?,
                shows_draft_early: sample.shows_draft_early,
            },
            announced_at: noon(announced)?,
            released_at: day(&sample.released_on, None)?.map(noon).transpose()?,
        })
    }
}
