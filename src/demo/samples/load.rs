//! Loads the samples into an empty database.

use anyhow::Context as _;
use chrono::{Days, NaiveDate, TimeDelta};
use chrono_tz::Tz;
use secrecy::SecretString;

use super::comments;
use super::draft;
use super::files::{
    AuthoritySample, ConsultationSample, Consultations, DEMO_PASSWORD, Draft, People, StaffSample,
    read,
};
use crate::accounts::{self, By, NewAuthority, NewStaff, Passwords};
use crate::consultations::{
    Consultation, NewConsultation, Window, find_by_id, insert_consultation,
};
use crate::db::{Database, DatabaseError};
use crate::drafts::{NewDraft, insert_draft, insert_section};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::Ids;
use crate::kernel::local_time::{end_of_day, local, start_of_day};
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
    }
    progress.step("subscribers");
    comments::load_subscribers(loader, &people.subscribers).await
}

impl Loader<'_> {
    async fn authority(&self, sample: &AuthoritySample) -> anyhow::Result<NewAuthority> {
        let authority = NewAuthority {
            id: self.ids.next(self.now),
            slug: sample.slug.clone(),
            name: sample.name.clone(),
            short_name: sample.short_name.clone(),
            reference_prefix: sample.reference_prefix.clone(),
            department: sample.department.clone(),
            contact_email: sample.contact_email.clone(),
            contact_phone: sample.contact_phone.clone(),
            postal_address: sample.postal_address.clone(),
            zone: sample.time_zone.parse::<Tz>().context("time_zone")?,
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

    async fn consultation(
        &self,
        sample: &ConsultationSample,
        authority: &NewAuthority,
    ) -> anyhow::Result<Consultation> {
        let dates = Dates::of(sample, authority.zone, self.now)?;
        let draft: Draft = read(&sample.draft)?;
        let sections = draft::sections(&draft, self.ids, self.now);
        let text = NewDraft {
            id: self.ids.next(self.now),
            authority_id: authority.id,
            revision_id: self.ids.next(self.now),
            published_at: dates.window.opens_at,
            created_at: self.now,
        };
        let new = NewConsultation {
            id: self.ids.next(self.now),
            authority_id: authority.id,
            draft_id: text.id,
            event_id: self.ids.next(self.now),
            slug: sample.slug.clone(),
            title: sample.title.clone(),
            title_en: sample.title_en.clone(),
            short_title: sample.short_title.clone(),
            summary: sample.summary.clone(),
            summary_en: sample.summary_en.clone(),
            purpose: sample.purpose.clone(),
            channels_note: sample.channels_note.clone(),
            privacy_note: sample.privacy_note.clone(),
            window: dates.window,
            answers_expected_at: dates.answers_expected_at,
            announced_at: dates.announced_at,
            released_at: dates.released_at,
            shows_draft_early: sample.shows_draft_early,
            draft_noun: sample.draft_noun.clone(),
            working_group: sample.working_group.clone(),
            created_at: self.now,
        };
        let stored = self
            .db
            .write::<_, DatabaseError, _>(move |connection| {
                insert_draft(connection, &text)?;
                for section in &sections {
                    insert_section(connection, &text, section)?;
                }
                insert_consultation(connection, &new)?;
                find_by_id(connection, new.id)
            })
            .await?;
        stored.context("the sample consultation")
    }
}

/// The dates of a sample, from real ones or from days around today.
struct Dates {
    window: Window,
    announced_at: Instant,
    answers_expected_at: Option<Instant>,
    released_at: Option<Instant>,
}

impl Dates {
    fn of(sample: &ConsultationSample, zone: Tz, now: Instant) -> anyhow::Result<Self> {
        let today = local(now, zone).date_naive();
        let day = |date: &Option<String>, days: Option<i64>| -> anyhow::Result<Option<NaiveDate>> {
            match (date, days) {
                (Some(date), _) => Ok(Some(date.parse()?)),
                (None, Some(days)) => Ok(Some(today + TimeDelta::days(days))),
                (None, None) => Ok(None),
            }
        };
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
            window: Window {
                opens_at: start_of_day(opens, zone)?,
                closes_at: end_of_day(closes, zone)?,
            },
            announced_at: noon(announced)?,
            answers_expected_at: day(&sample.answers_expected_on, sample.answers_expected_in_days)?
                .map(noon)
                .transpose()?,
            released_at: day(&sample.released_on, None)?.map(noon).transpose()?,
        })
    }
}
