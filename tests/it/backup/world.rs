//! A database with something in every table, and the file a backup of it makes.

use std::path::{Path, PathBuf};

use bytes::Bytes;
use chrono::TimeDelta;
use diesel::{ExpressionMethods as _, QueryDsl as _, RunQueryDsl as _};
use posvet::testing::audit::{self, Entry, Scope};
use posvet::testing::consultations::{Adoption, insert_adoption};
use posvet::testing::db::{
    Database, DatabaseError, DatabaseUrl, DbConnection, JsonDoc, StoreResult,
};
use posvet::testing::db::{
    backup, backup::Beside, backup::Replace, backup::Restored, backup::Rows, backup::Saved,
};
use posvet::testing::db::{
    schema::account_links, schema::authorities, schema::authority_texts, schema::cache_versions,
    schema::consultation_roles, schema::consultations, schema::deliveries, schema::documents,
    schema::invitations, schema::notices, schema::outbox, schema::preview_links,
    schema::recovery_codes, schema::second_factors, schema::sessions, schema::sign_in_failures,
    schema::staff,
};
use posvet::testing::demo::{samples::Loader, samples::Progress, samples::load};
use posvet::testing::files::{self, Accepted, FileKind, Files, insert_file};
use posvet::testing::i18n::Language;
use posvet::testing::jobs;
use posvet::testing::kernel::clock::Instant;
use posvet::testing::kernel::email_address::EmailAddress;
use posvet::testing::kernel::token::Tokens;
use posvet::testing::kernel::{
    ids::AuthorityId, ids::ConsultationId, ids::Id, ids::Ids, ids::MailContentId, ids::StaffId,
};
use posvet::testing::mail::Message;
use posvet::testing::mail::{
    outbox::NewMail, outbox::enqueue, outbox::enqueue_content, outbox::note_confirmed,
    outbox::report,
};
use posvet::testing::responses::begin_release;
use posvet::testing::settings::Settings;
use serde_json::json;

use crate::harness::{TestDatabase, a_job, newest_mail};

/// Whatever a text may hold that one database or JSON could spoil.
const TEXT: &str = "Čšž \"narekovaj\" \\ \u{8}\t\r\n</script> 🏛 \u{2028} %L $1 '";

/// Enough of a document to be one.
const PDF: &[u8] = b"%PDF-1.7\n\xff\0\n";

pub(super) struct World {
    pub(super) db: Database,
    pub(super) database: TestDatabase,
    pub(super) tokens: Tokens,
    pub(super) now: Instant,
    pub(super) authority: AuthorityId,
}

/// Never constructed.
enum Notice {}

struct Quiet;

impl Progress for Quiet {
    fn step(&mut self, _what: &str) {}
}

impl World {
    /// The samples, and rows in the tables they leave empty.
    pub(super) async fn filled() -> Self {
        let database = TestDatabase::migrated();
        let (db, ids) = (database.open(), Ids::seeded(7));
        let now = Instant::new("2026-11-21T12:20:00.000120Z".parse().unwrap());
        let tokens = Tokens::new(b"a key of thirty-two bytes or more");
        let loader = Loader {
            db: &db,
            ids: &ids,
            tokens: &tokens,
            now,
        };
        load(&loader, &mut Quiet).await.unwrap();
        let authority = fill(&db, &ids, now).await;
        let kept = files_in(database.folder.path());
        let content = Bytes::from_static(PDF);
        let file = kept
            .keep(&ids, TEXT, content, Accepted::kinds(&[FileKind::Pdf]))
            .await
            .unwrap();
        let id = ids.next(now);
        db.write::<_, DatabaseError, _>(move |conn| insert_file(conn, id, &file, now))
            .await
            .unwrap();
        Self {
            db,
            database,
            tokens,
            now,
            authority,
        }
    }

    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.database.folder.path().join(name)
    }

    /// Another SQLite database, which does not exist yet.
    pub(super) fn sqlite(&self, name: &str) -> DatabaseUrl {
        DatabaseUrl::Sqlite(self.file(name))
    }

    /// Saves the database to a file and returns its path.
    pub(super) fn saved(&self) -> PathBuf {
        let path = self.file("backup.jsonl.gz");
        save(self.db.url(), &path, self.now);
        path
    }

    /// One mail and one audit entry in one transaction.
    pub(super) async fn act(&self) {
        let (tokens, authority, now) = (self.tokens.clone(), self.authority, self.now);
        self.db
            .write::<_, DatabaseError, _>(move |connection| {
                enqueue_one(connection, authority, now)?;
                let entry = Entry {
                    actor: "system".into(),
                    action: "test.acted",
                    subject: "test".into(),
                    scope: Scope::default(),
                    before: None,
                    after: &json!({}),
                };
                audit::append(connection, &tokens, now, &entry)
            })
            .await
            .unwrap();
    }
}

pub(super) fn enqueue_one(
    connection: &mut DbConnection,
    authority_id: AuthorityId,
    now: Instant,
) -> StoreResult<i64> {
    let mail = NewMail {
        message: Message::AlreadySubscribed,
        content_id: None,
        authority_id,
        recipient: EmailAddress::parse("ana@example.org").unwrap(),
        language: Language::Sl,
        link_id: uuid::Uuid::from_u128(7),
        params: json!({"subject": TEXT, "b": [1.5, null, true], "a": {"z": -3, "č": "x"}}),
    };
    enqueue(connection, &mail, now)?;
    newest_mail(connection)
}

/// What people do about their accounts and before a consultation is public.
fn insert_accounts_business(
    connection: &mut DbConnection,
    (authority, consultation, person): (AuthorityId, ConsultationId, StaffId),
    now: Instant,
) -> StoreResult<()> {
    diesel::insert_into(account_links::table)
        .values((
            account_links::id.eq(Id::<Notice>::new(uuid::Uuid::from_u128(11))),
            account_links::staff_id.eq(person),
            account_links::kind.eq("password"),
            account_links::email.eq(TEXT),
            account_links::created_at.eq(now),
            account_links::expires_at.eq(now),
            account_links::used_at.eq(Some(now)),
        ))
        .execute(connection)?;
    diesel::insert_into(second_factors::table)
        .values((
            second_factors::staff_id.eq(person),
            second_factors::seed.eq(vec![0_u8, 255, 7]),
            second_factors::last_step.eq(i64::MAX),
            second_factors::set_at.eq(now),
        ))
        .execute(connection)?;
    diesel::insert_into(recovery_codes::table)
        .values((
            recovery_codes::staff_id.eq(person),
            recovery_codes::code_hash.eq(vec![0_u8, 1, 255]),
        ))
        .execute(connection)?;
    diesel::insert_into(consultation_roles::table)
        .values((
            consultation_roles::staff_id.eq(person),
            consultation_roles::consultation_id.eq(consultation),
            consultation_roles::role.eq("reviewer"),
            consultation_roles::created_at.eq(now),
        ))
        .execute(connection)?;
    diesel::insert_into(authority_texts::table)
        .values((
            authority_texts::authority_id.eq(authority),
            authority_texts::name.eq("how"),
            authority_texts::language.eq("sl"),
            authority_texts::text.eq(TEXT),
        ))
        .execute(connection)?;
    diesel::insert_into(documents::table)
        .values((
            documents::consultation_id.eq(consultation),
            documents::position.eq(7),
            documents::title.eq(TEXT),
            documents::url.eq("https://example.org/"),
        ))
        .execute(connection)?;
    diesel::insert_into(preview_links::table)
        .values((
            preview_links::id.eq(Id::<Notice>::new(uuid::Uuid::from_u128(13))),
            preview_links::consultation_id.eq(consultation),
            preview_links::label.eq(TEXT),
            preview_links::created_by.eq(Some(person)),
            preview_links::created_at.eq(now),
            preview_links::expires_at.eq(now),
        ))
        .execute(connection)?;
    diesel::insert_into(invitations::table)
        .values((
            invitations::id.eq(Id::<Notice>::new(uuid::Uuid::from_u128(12))),
            invitations::authority_id.eq(authority),
            invitations::consultation_id.eq(Some(consultation)),
            invitations::email.eq(TEXT),
            invitations::role.eq("coordinator"),
            invitations::language.eq("sl"),
            invitations::created_at.eq(now),
            invitations::expires_at.eq(now),
        ))
        .execute(connection)?;
    Ok(())
}

async fn fill(db: &Database, ids: &Ids, now: Instant) -> AuthorityId {
    let (content, notice, job) = (ids.next(now), ids.next(now), ids.next(now));
    let adoption_id = ids.next(now);
    db.write::<_, DatabaseError, _>(move |connection| {
        let authority = authorities::table
            .select(authorities::id)
            .first(connection)?;
        let person = staff::table.select(staff::id).first(connection)?;
        let consultation = consultations::table
            .select(consultations::id)
            .first::<ConsultationId>(connection)?;
        begin_release(connection, consultation, person, 3, now)?;
        let adoption = Adoption {
            body: TEXT.to_owned(),
            session: "13. redna seja".to_owned(),
            adopted_on: chrono::NaiveDate::from_ymd_opt(2024, 3, 21).unwrap(),
            document_title: TEXT.to_owned(),
            document_url: String::new(),
            reason: String::new(),
            recorded_at: now,
        };
        insert_adoption(connection, (adoption_id, consultation), &adoption, now)?;
        jobs::enqueue(connection, &a_job(job, &consultation.to_string()), now)?;
        insert_awkward_values(connection, now)?;
        insert_sign_ins(connection, person, now)?;
        insert_accounts_business(connection, (authority, consultation, person), now)?;
        let params = json!({"z": TEXT, "aa": 1, "b": []});
        enqueue_content(connection, content, &params, now)?;
        insert_notice(connection, notice, content, person, now)?;
        report::hold_all(connection, now)?;
        let mail = enqueue_one(connection, authority, now)?;
        diesel::insert_into(deliveries::table)
            .values((
                deliveries::outbox_row.eq(mail),
                deliveries::notice_id.eq(notice),
                deliveries::reason.eq("authority"),
            ))
            .execute(connection)?;
        note_confirmed(
            connection,
            &EmailAddress::parse("ana@example.org").unwrap(),
            now,
        )?;
        diesel::update(outbox::table)
            .set(outbox::state.eq("deferred"))
            .execute(connection)?;
        Ok(authority)
    })
    .await
    .unwrap()
}

/// A moment before 1970, texts to be quoted, keys that collations sort differently, the greatest number.
fn insert_awkward_values(connection: &mut DbConnection, now: Instant) -> StoreResult<()> {
    let long_ago = now.plus(TimeDelta::microseconds(-1 - now.micros()));
    diesel::update(authorities::table)
        .set((
            authorities::postal_address.eq(TEXT),
            authorities::created_at.eq(long_ago),
        ))
        .execute(connection)?;
    for scope in ["b", "Č", "a", "B"] {
        diesel::insert_into(cache_versions::table)
            .values((
                cache_versions::scope.eq(scope),
                cache_versions::version.eq(i64::MAX),
            ))
            .execute(connection)?;
    }
    Ok(())
}

fn insert_sign_ins(
    connection: &mut DbConnection,
    person: StaffId,
    now: Instant,
) -> StoreResult<()> {
    diesel::insert_into(sessions::table)
        .values((
            sessions::token_hash.eq(vec![0_u8, 255, 10]),
            sessions::staff_id.eq(person),
            sessions::created_at.eq(now),
            sessions::expires_at.eq(now),
        ))
        .execute(connection)?;
    diesel::insert_into(sign_in_failures::table)
        .values((
            sign_in_failures::account_hash.eq(Vec::<u8>::new()),
            sign_in_failures::failed_at.eq(now),
        ))
        .execute(connection)?;
    Ok(())
}

fn insert_notice(
    connection: &mut DbConnection,
    id: Id<Notice>,
    content: MailContentId,
    person: StaffId,
    now: Instant,
) -> StoreResult<()> {
    let consultation: ConsultationId = consultations::table
        .select(consultations::id)
        .first(connection)?;
    diesel::insert_into(notices::table)
        .values((
            notices::id.eq(id),
            notices::consultation_id.eq(consultation),
            notices::state.eq("queued"),
            notices::version.eq(1),
            notices::subject.eq(TEXT),
            notices::body.eq(""),
            notices::audience.eq(JsonDoc(json!("all"))),
            notices::author_id.eq(person),
            notices::content_id.eq(content),
            notices::recipient_count.eq(0),
            notices::created_at.eq(now),
            notices::updated_at.eq(now),
        ))
        .execute(connection)?;
    Ok(())
}

pub(super) fn save(url: &DatabaseUrl, path: &Path, now: Instant) -> Saved {
    backup::save(url, path, &beside(path), now, &mut |_progress| {}).unwrap()
}

/// The file store of these tests: a folder beside the backup.
pub(super) fn beside(backup: &Path) -> impl Beside {
    files::beside(files_in(backup.parent().unwrap())).unwrap()
}

fn files_in(folder: &Path) -> Files {
    let settings = Settings::load(None).unwrap().files;
    Files::open(&settings, folder).unwrap()
}

/// Restores without holding mails, so that the copy is equal.
pub(super) fn restore(
    url: &DatabaseUrl,
    path: &Path,
    replace: Replace,
) -> anyhow::Result<Restored> {
    let (restored, ()) = backup::restore(
        url,
        path,
        &beside(path),
        replace,
        &mut |_progress| {},
        |_connection| Ok(()),
    )?;
    Ok(restored)
}

pub(super) fn rows(url: &DatabaseUrl, path: &Path) -> Rows {
    save(url, path, Instant::from_micros(0).unwrap()).rows
}
