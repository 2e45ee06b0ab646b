//! The application as `serve` starts it, on a free port, with a fixed clock and a mailer that keeps what it is given.

use std::sync::atomic::{AtomicU64, Ordering};

use posvet::testing::accounts::{
    self, By, NewAuthority, NewStaff, Passwords, grant_consultation_role,
};
use posvet::testing::app::{self, Environment};
use posvet::testing::audit::Deviation;
use posvet::testing::consultations::Consultation;
use posvet::testing::db::{Database, DatabaseError, DbConnection};
use posvet::testing::demo::{accounts, samples, samples::Loader, samples::Progress};
use posvet::testing::http::AppState;
use posvet::testing::i18n::Language;
use posvet::testing::jobs::Works;
use posvet::testing::kernel::email_address::EmailAddress;
use posvet::testing::kernel::role::Role;
use posvet::testing::kernel::token::hex;
use posvet::testing::kernel::{clock::Clock, clock::Instant};
use posvet::testing::kernel::{ids::AuthorityId, ids::Ids, ids::StaffId};
use posvet::testing::mail::mailer::Mailer;
use posvet::testing::mail::message::MailMessage;
use posvet::testing::responses;
use posvet::testing::settings::Settings;
use posvet::testing::submissions;
use secrecy::SecretString;

use super::browser::Browser;
use super::database::TestDatabase;
use super::mailbox::Mail;

/// When tests begin: three days before the Kranj window closes.
const NOW: &str = "2022-04-07T12:20:00Z";

/// Everybody's password in tests.
pub const PASSWORD: &str = "lipa kraj vode";

/// A running application.
pub struct TestApp {
    pub state: AppState,
    pub clock: Clock,
    /// Where it answers, without a trailing slash.
    pub base: String,
    pub kranj: AuthorityId,
    pub maribor: AuthorityId,
    pub server: app::Server,
    pub database: TestDatabase,
    mailer: Mailer,
    people: AtomicU64,
}

impl TestApp {
    /// Starts the application with two authorities and nothing else.
    pub async fn spawn() -> Self {
        Self::spawn_with(app::works()).await
    }

    /// The same with other kinds of long work.
    pub async fn spawn_with(works: Works) -> Self {
        Self::spawn_on(TestDatabase::migrated(), works, false).await
    }

    /// The same as a demonstration: its authorities come with [`load_samples`].
    pub async fn spawn_demo() -> Self {
        Self::spawn_on(TestDatabase::migrated(), app::works(), true).await
    }

    /// A second node on the same database. The first must outlive it.
    pub async fn second_node(&self) -> app::Server {
        self.second_node_with(app::works()).await
    }

    /// The same with other kinds of long work.
    pub async fn second_node_with(&self, works: Works) -> app::Server {
        let environment = Environment {
            clock: self.clock.clone(),
            ids: Ids::Random,
            mailer: self.mailer.clone(),
            works,
            demo: None,
        };
        app::start(&settings(&self.database), self.database.open(), environment).unwrap()
    }

    async fn spawn_on(database: TestDatabase, works: Works, demo: bool) -> Self {
        let clock = Clock::fixed(Instant::new(NOW.parse().unwrap()));
        let mailer = Mailer::memory();
        let environment = Environment {
            clock: clock.clone(),
            ids: Ids::Random,
            mailer: mailer.clone(),
            works,
            demo: demo.then(|| accounts().unwrap()),
        };
        let server = app::start(&settings(&database), database.open(), environment).unwrap();
        let state = server.state.clone();
        let now = clock.now();
        let (kranj, maribor) = if demo {
            (state.context.ids.next(now), state.context.ids.next(now))
        } else {
            let kranj = authority(&state, now, "kranj", "Mestna občina Kranj").await;
            (
                kranj,
                authority(&state, now, "maribor", "Mestna občina Maribor").await,
            )
        };
        let base = format!("http://{}", server.address);
        Self {
            state,
            clock,
            base,
            kranj,
            maribor,
            server,
            database,
            mailer,
            people: AtomicU64::new(0),
        }
    }

    pub fn db(&self) -> &Database {
        &self.state.context.db
    }

    /// Somebody who is not signed in.
    pub fn browser(&self) -> Browser {
        Browser::new(&self.base)
    }

    /// A new person with this role in Kranj, signed in.
    pub async fn sign_in_as(&self, role: Role) -> Browser {
        self.sign_in_at(self.kranj, role).await
    }

    /// A new person with this role in an authority, signed in through the form.
    pub async fn sign_in_at(&self, authority: AuthorityId, role: Role) -> Browser {
        let number = self.people.fetch_add(1, Ordering::Relaxed);
        let email = format!("{}.{number}@example.org", role.into_str());
        self.person(&email, authority, role).await;
        let browser = self.browser();
        let page = browser
            .post("/sl/sign-in", &[("email", &email), ("password", PASSWORD)])
            .await;
        assert_eq!(page.status, 200, "{}", page.text);
        browser
    }

    /// Adds a person with this role.
    pub async fn person(&self, email: &str, authority: AuthorityId, role: Role) -> StaffId {
        let now = self.clock.now();
        let password_hash = Passwords::default()
            .hash(&self.state.context.ids, &SecretString::from(PASSWORD))
            .await
            .unwrap();
        let person = NewStaff {
            id: self.state.context.ids.next(now),
            email: EmailAddress::parse(email).unwrap(),
            display_name: email.split('@').next().unwrap().to_owned(),
            password_hash,
            language: Language::Sl,
        };
        let (id, tokens) = (person.id, self.state.context.tokens.clone());
        self.db()
            .write::<_, DatabaseError, _>(move |connection| {
                accounts::create_staff(connection, &tokens, &By::System, &person, now)?;
                accounts::grant_role(
                    connection,
                    &tokens,
                    &By::System,
                    person.id,
                    authority,
                    role,
                    now,
                )?;
                Ok(())
            })
            .await
            .unwrap();
        id
    }

    /// Gives a person a role more.
    pub async fn grant(&self, staff: StaffId, authority: AuthorityId, role: Role) {
        let (now, tokens) = (self.clock.now(), self.state.context.tokens.clone());
        self.db()
            .write::<_, DatabaseError, _>(move |connection| {
                let by = By::System;
                accounts::grant_role(connection, &tokens, &by, staff, authority, role, now)?;
                Ok(())
            })
            .await
            .unwrap();
    }

    /// A new person with this role in one consultation alone, signed in.
    pub async fn sign_in_to(&self, consultation: &Consultation, role: Role) -> Browser {
        let number = self.people.fetch_add(1, Ordering::Relaxed);
        let email = format!("{}.gost.{number}@example.org", role.into_str());
        let person = self.person(&email, self.maribor, Role::Reviewer).await;
        let of = (consultation.authority.id, consultation.id);
        let (now, tokens) = (self.clock.now(), self.state.context.tokens.clone());
        self.db()
            .write::<_, DatabaseError, _>(move |connection| {
                let by = By::System;
                grant_consultation_role(connection, &tokens, &by, person, of, role, now)?;
                Ok(())
            })
            .await
            .unwrap();
        let browser = self.browser();
        let form = [("email", email.as_str()), ("password", PASSWORD)];
        assert_eq!(browser.post("/sl/sign-in", &form).await.status, 200);
        browser
    }

    /// Does whatever jobs are due and sends whatever is due in the outbox.
    pub async fn deliver(&self) {
        self.server.jobs.run_due().await.unwrap();
        while self.server.mail.try_send_due().await > 0 {}
    }

    /// Every mail that was sent, in the order they were put into the outbox: those sent at once end in any.
    pub fn mails(&self) -> Vec<Mail> {
        let number = |mail: &MailMessage| -> Option<i64> {
            let (row_key, _about) = mail.message_id.split_once('.')?;
            row_key.trim_start_matches('<').parse().ok()
        };
        let mut mails = self.mailer.taken();
        mails.sort_by_key(number);
        mails.into_iter().map(Mail::from).collect()
    }

    /// Mails to one address.
    pub async fn mails_to(&self, address: &str) -> Vec<Mail> {
        self.deliver().await;
        self.mails()
            .into_iter()
            .filter(|mail| mail.to == address)
            .collect()
    }
}

fn settings(database: &TestDatabase) -> Settings {
    let mut settings = Settings::load(None).unwrap();
    settings.data_directory = database.folder.path().to_owned();
    settings.server.listen = "127.0.0.1:0".to_owned();
    settings.server.workers = 1;
    settings.mail.workers = 2;
    settings
}

async fn authority(state: &AppState, now: Instant, slug: &str, name: &str) -> AuthorityId {
    let authority = NewAuthority {
        slug: slug.to_owned(),
        name: name.to_owned(),
        short_name: name.rsplit(' ').next().unwrap().to_owned(),
        reference_prefix: format!(
            "{}-{}",
            slug.to_uppercase(),
            hex(&state.context.ids.bytes::<2>())
        ),
        department: "Urad za družbene dejavnosti".to_owned(),
        contact_email: format!("posvet.{slug}@example.org"),
        ..NewAuthority::begun(state.context.ids.next(now))
    };
    let id = authority.id;
    state
        .context
        .db
        .write::<_, DatabaseError, _>(move |connection| {
            accounts::insert_authority(connection, &authority, now)
        })
        .await
        .unwrap();
    id
}

/// Loads what `posvet demo` loads, and moves the clock to a day after the sample of 2022.
pub async fn load_samples(app: &TestApp) {
    struct Silent;
    impl Progress for Silent {
        fn step(&mut self, _what: &str) {}
    }
    app.clock
        .set(Instant::new("2026-11-21T12:00:00Z".parse().unwrap()));
    let (db, ids, tokens) = (app.db(), &app.state.context.ids, &app.state.context.tokens);
    let loader = Loader {
        db,
        ids,
        tokens,
        now: app.clock.now(),
    };
    samples::load(&loader, &mut Silent).await.unwrap();
}

/// What of submissions and responses is not as the audit chain says.
pub fn deviations(connection: &mut DbConnection) -> Vec<Deviation> {
    let mut found = submissions::compare_with_chain(connection).unwrap();
    found.extend(responses::compare_with_chain(connection).unwrap());
    found
}
