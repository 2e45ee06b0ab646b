//! A database with one authority, a clock that stands still, and workers that send to a scripted server.

use std::sync::Arc;

use chrono::TimeDelta;
use diesel::{ExpressionMethods, RunQueryDsl};
use posvet::testing::db::schema::authorities;
use posvet::testing::db::{Database, DatabaseError};
use posvet::testing::i18n::Language;
use posvet::testing::kernel::email_address::EmailAddress;
use posvet::testing::kernel::token::Tokens;
use posvet::testing::kernel::{clock::Clock, clock::Instant};
use posvet::testing::kernel::{ids::AuthorityId, ids::Ids, ids::MailContentId};
use posvet::testing::mail::Message;
use posvet::testing::mail::mailer::Mailer;
use posvet::testing::mail::{MailSettings, Transport};
use posvet::testing::mail::{
    compose::Composer, compose::MailText, compose::RenderRequest, compose::Sender,
};
use posvet::testing::mail::{outbox, outbox::NewMail, outbox::OutboxMail};
use posvet::testing::mail::{outbox::report, outbox::report::MailCounts};
use posvet::testing::mail::{worker::Parts, worker::Worker};
use uuid::Uuid;

use crate::harness::{TestDatabase, newest_mail};

use super::server::SmtpServer;

pub(super) const ANA: &str = "ana@example.org";

/// The submission or subscriber every mail here is about.
pub(super) const LINK: Uuid = Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0001);

pub(super) struct World {
    pub(super) database: Database,
    pub(super) clock: Clock,
    pub(super) server: SmtpServer,
    pub(super) settings: MailSettings,
    pub(super) authority: AuthorityId,
    pub(super) ids: Ids,
    _file: TestDatabase,
}

/// One mail of a notice.
fn notice_to(number: u32, content: MailContentId, authority_id: AuthorityId) -> NewMail {
    NewMail {
        message: Message::Notice,
        content_id: Some(content),
        authority_id,
        recipient: format!("prejemnik{number}@example.org").parse().unwrap(),
        language: Language::Sl,
        link_id: LINK,
        params: serde_json::json!({}),
    }
}

impl World {
    pub(super) async fn new() -> Self {
        let file = TestDatabase::migrated();
        let now = Instant::from_micros(1_649_628_000_000_000).unwrap();
        let ids = Ids::seeded(1);
        let server = SmtpServer::start().await;
        let database = file.open();
        let authority = ids.next(now);
        insert_authority(&database, authority, now).await;
        Self {
            database,
            clock: Clock::fixed(now),
            settings: settings(server.port),
            server,
            authority,
            ids,
            _file: file,
        }
    }

    pub(super) fn worker(&self) -> Worker {
        self.worker_with(Mailer::from_settings(&self.settings).unwrap())
    }

    pub(super) fn worker_with(&self, mailer: Mailer) -> Worker {
        let parts = Parts {
            database: self.database.clone(),
            mailer,
            composer: Arc::new(composer()),
            clock: self.clock.clone(),
            ids: self.ids.clone(),
        };
        Worker::new(parts, &self.settings)
    }

    pub(super) async fn enqueue(&self, message: &str, recipient: &str) -> i64 {
        let message: Message = message.parse().unwrap();
        let recipient = EmailAddress::parse(recipient).unwrap();
        let (authority_id, now) = (self.authority, self.clock.now());
        let enqueued = self.database.write(move |conn| {
            let mail = NewMail {
                message,
                content_id: None,
                authority_id,
                recipient: recipient.clone(),
                language: Language::Sl,
                link_id: LINK,
                params: serde_json::json!({ "title": "Čista voda" }),
            };
            outbox::enqueue(conn, &mail, now)?;
            newest_mail(conn)
        });
        enqueued.await.unwrap()
    }

    pub(super) async fn enqueue_notice(&self, recipients: u32) -> MailContentId {
        let now = self.clock.now();
        let (content, authority): (MailContentId, _) = (self.ids.next(now), self.authority);
        let shared = self.database.write(move |conn| {
            let params = serde_json::json!({ "title": "Čista voda" });
            outbox::enqueue_content(conn, content, &params, now)
        });
        shared.await.unwrap();
        let numbers: Vec<u32> = (0..recipients).collect();
        for part in numbers.chunks(500).map(<[u32]>::to_vec) {
            let enqueued = self.database.write(move |conn| {
                let mails: Vec<NewMail> = part
                    .iter()
                    .map(|number| notice_to(*number, content, authority))
                    .collect();
                outbox::enqueue_each(conn, &mails, now)
            });
            enqueued.await.unwrap();
        }
        content
    }

    pub(super) async fn counts(&self, content: MailContentId) -> MailCounts {
        let counted = self
            .database
            .read(move |conn| report::count_by_state(conn, content));
        counted.await.unwrap()
    }

    pub(super) async fn mail(&self, row_key: i64) -> OutboxMail {
        let found = self.database.read(move |conn| report::find(conn, row_key));
        found.await.unwrap().expect("enqueued").mail
    }

    pub(super) fn advance(&self, minutes: i64) {
        self.clock
            .set(self.clock.now().plus(TimeDelta::minutes(minutes)));
    }
}

pub(super) fn composer() -> Composer {
    let sender = Sender {
        name: String::new(),
        address: EmailAddress::parse("posvet@example.org").unwrap(),
        base_url: "https://posvet.example.org/".to_owned(),
    };
    let render = |request: &RenderRequest<'_>| {
        let title = request.params["title"].as_str().unwrap_or_default();
        let link = request.params["confirm_url"].as_str().unwrap_or_default();
        Ok(MailText {
            subject: format!("Potrdite pripombo: {title}"),
            text: format!("Hvala za pripombo čžš.\n{link}\n"),
            html: format!(
                "<html><head><link rel=\"stylesheet\" href=\"mail.css\"></head><body><p>Hvala. {link}</p></body></html>"
            ),
        })
    };
    let tokens = Tokens::new(b"secret");
    Composer::new(sender, "p { color: #123456; }", tokens, Box::new(render)).unwrap()
}

fn settings(port: u16) -> MailSettings {
    let text = format!(
        "transport = 'smtp'\nhost = '127.0.0.1'\nport = {port}\nfrom_address = 'posvet@example.org'\ntimeout_seconds = 20\npoll_milliseconds = 20"
    );
    let settings: MailSettings = toml::from_str(&text).unwrap();
    assert_eq!(settings.transport, Transport::Smtp);
    settings
}

async fn insert_authority(database: &Database, id: AuthorityId, now: Instant) {
    let inserted = database.write(move |conn| -> Result<usize, DatabaseError> {
        let row = (
            authorities::id.eq(id),
            authorities::slug.eq("kranj"),
            authorities::name.eq("Mestna občina Kranj"),
            authorities::short_name.eq("Kranj"),
            authorities::reference_prefix.eq("KRANJ"),
            authorities::department.eq(""),
            authorities::contact_email.eq("obcina@example.org"),
            authorities::contact_phone.eq(""),
            authorities::postal_address.eq(""),
            authorities::time_zone.eq("Europe/Ljubljana"),
            authorities::created_at.eq(now),
        );
        Ok(diesel::insert_into(authorities::table)
            .values(row)
            .execute(conn)?)
    });
    assert_eq!(inserted.await.unwrap(), 1);
}
