//! Responses as a release leaves them.

use std::collections::HashSet;

use diesel::prelude::*;
use posvet::testing::comments::Disposition;
use posvet::testing::consultations::Consultation;
use posvet::testing::db::DatabaseError;
use posvet::testing::db::{schema::audit_events, schema::outbox, schema::staff};
use posvet::testing::kernel::ids::StaffId;
use posvet::testing::kernel::role::Role;
use posvet::testing::responses::ResponseRecord;
use posvet::testing::responses::{ResponseDraft, ResponseState, TextChange};

use super::app::TestApp;
use super::database::TestDatabase;

const AUTHOR: &str = "avtorica@example.org";

/// A released response, not stored yet, by an author who is.
pub async fn response(
    app: &TestApp,
    consultation: &Consultation,
    disposition: Disposition,
) -> ResponseRecord {
    let now = app.clock.now();
    ResponseRecord {
        id: app.state.context.ids.next(now),
        consultation_id: consultation.id,
        state: ResponseState::Released,
        version: 1,
        draft: ResponseDraft {
            disposition: Some(disposition),
            reason: "Ker je tako dogovorjeno.".to_owned(),
            text_change: TextChange::Unchanged,
            changed_text: String::new(),
        },
        author_id: author(app).await,
        approver_id: None,
        approved_at: Some(now),
        released_at: Some(now),
        updated_at: now,
    }
}

/// Somebody who writes responses: one for the whole database.
async fn author(app: &TestApp) -> StaffId {
    let known = app.db().read(|connection| {
        let of_author = staff::table.filter(staff::email.eq(AUTHOR));
        Ok::<_, DatabaseError>(of_author.select(staff::id).first(connection).optional()?)
    });
    match known.await.unwrap() {
        Some(id) => id,
        None => app.person(AUTHOR, app.kranj, Role::Reviewer).await,
    }
}

/// Asserts that somebody released once, and that each of `count` submitters with addresses like `people` gets one mail of it.
pub fn assert_released_once(database: &TestDatabase, people: &str, count: usize) {
    let mut connection = database.url.connect().unwrap();
    let recipients: Vec<String> = outbox::table
        .filter(outbox::message.eq("responses_released"))
        .filter(outbox::recipient.like(people))
        .select(outbox::recipient)
        .load(&mut connection)
        .unwrap();
    let acts: i64 = audit_events::table
        .filter(audit_events::action.eq("responses.released"))
        .filter(audit_events::actor.like("staff:%"))
        .count()
        .get_result(&mut connection)
        .unwrap();
    let different: HashSet<&String> = recipients.iter().collect();

    assert_eq!((different.len(), recipients.len(), acts), (count, count, 1));
}
