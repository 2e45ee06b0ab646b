//! The tables are as the audit chain says: whatever was changed, put in or taken away beside the application is named.

use diesel::prelude::*;
use diesel::result::Error::RollbackTransaction;
use posvet::testing::audit::{Deviation, DeviationKind};
use posvet::testing::db::DbConnection;
use posvet::testing::db::{schema::comments, schema::responses, schema::submissions};

use crate::harness::{Program, TestApp, TestDatabase, deviations, load_samples};

/// Runs what must succeed and does something.
fn run(connection: &mut DbConnection, statement: &str) {
    let count = diesel::sql_query(statement).execute(connection).unwrap();
    assert!(count > 0, "nothing happened: {statement}");
}

/// What is found after these statements, which are undone again.
fn found_after(connection: &mut DbConnection, statements: &[String]) -> Vec<Deviation> {
    let mut found = Vec::new();
    let undone = connection.transaction::<(), _, _>(|connection| {
        for statement in statements {
            run(connection, statement);
        }
        found = deviations(connection);
        Err(RollbackTransaction)
    });
    assert_eq!(undone, Err(RollbackTransaction));
    found
}

/// Two answered comments of different decisions, and one without an answer: their reference numbers.
fn samples(connection: &mut DbConnection) -> (String, String, String) {
    let answered: Vec<(String, String)> = comments::table
        .inner_join(submissions::table.on(submissions::id.eq(comments::submission_id)))
        .inner_join(responses::table.on(comments::response_id.eq(responses::id.nullable())))
        .filter(comments::work.eq("released"))
        .filter(comments::position.eq(1))
        .filter(responses::disposition.ne("noted"))
        .order(comments::row_key)
        .select((submissions::reference, responses::reason))
        .load(connection)
        .unwrap();
    let (one, reason) = answered.first().unwrap();
    let (other, _) = answered.iter().find(|(_, other)| other != reason).unwrap();
    let new: String = comments::table
        .inner_join(submissions::table.on(submissions::id.eq(comments::submission_id)))
        .filter(comments::work.eq("new"))
        .select(submissions::reference)
        .first(connection)
        .unwrap();
    (one.clone(), other.clone(), new)
}

#[tokio::test]
async fn untouched_samples_are_as_the_chain_says() {
    let app = TestApp::spawn_demo().await;
    load_samples(&app).await;

    assert_eq!(deviations(&mut app.database.url.connect().unwrap()), []);
}

#[tokio::test]
async fn a_submission_that_was_tampered_with_is_named() {
    let app = TestApp::spawn_demo().await;
    load_samples(&app).await;
    let mut connection = app.database.url.connect().unwrap();
    let (reference, other, _new) = samples(&mut connection);
    let id = format!("(select id from submissions where reference = '{reference}')");
    let comment = |set: &str| format!("update comments set {set} where submission_id = {id}");
    let submission =
        |set: &str| format!("update submissions set {set} where reference = '{reference}'");
    let elsewhere =
        format!("(select max(received_at) from submissions where reference <> '{reference}')");

    let item = |set: &str| format!("update submission_items set {set} where submission_id = {id}");
    let everywhere = |set: &str| vec![item(set), comment(set)];

    let alone = [
        comment("body = body || ' Ne.'"),
        comment("proposed_text = 'Drugače.'"),
        comment("section_id = null"),
        comment("paragraph_id = null, kind = 'general', position = 9"),
        comment("standing = 'awaiting'"),
        comment("is_late = not is_late"),
        submission("is_late = not is_late"),
        submission("content_digest = (select hash from audit_events where sequence = 1)"),
        submission(&format!("received_at = {elsewhere}")),
        submission(&format!("confirmed_at = {elsewhere}")),
        submission("confirmed_at = null"),
        submission("channel = 'post'"),
        submission(
            "consultation_id = (select c.id from consultations c where c.id not in (select s.consultation_id from submissions s) limit 1)",
        ),
        format!("delete from comments where submission_id = {id}"),
        format!(
            "update comments set submission_id = {id}
             where submission_id = (select id from submissions where reference = '{other}')"
        ),
        item("body = body || ' Ne.'"),
    ];
    let together = [
        "body = body || ' Ne.'",
        "proposed_text = 'Drugače.'",
        "position = 9",
    ];
    let together = together.map(everywhere).into_iter();
    for statements in alone.map(|one| vec![one]).into_iter().chain(together) {
        let found = found_after(&mut connection, &statements);

        let named = found.iter().any(|one| {
            one.reference == reference
                && one.kind == DeviationKind::Changed
                && one.subject.starts_with("submission:")
        });
        assert!(named, "{statements:?}: {found:?}");
    }
}

#[tokio::test]
async fn a_submission_that_is_gone_or_was_put_in_is_named() {
    let app = TestApp::spawn_demo().await;
    load_samples(&app).await;
    let mut connection = app.database.url.connect().unwrap();
    let (reference, _other, _new) = samples(&mut connection);
    let new_id = match &connection {
        DbConnection::Sqlite(_) => "randomblob(16)",
        DbConnection::Postgres(_) => "gen_random_uuid()",
    };
    let (gone, invented) = (
        format!("delete from submissions where reference = '{reference}'"),
        format!(
            "insert into submissions (id, consultation_id, number, reference, channel, language, standing,
                 received_at, is_late, confirmed_at, confirm_by, content_digest)
             select {new_id}, consultation_id, 9999, 'IZMISLJENA-9999', channel, language, standing,
                 received_at, is_late, confirmed_at, confirm_by, content_digest
             from submissions where reference = '{reference}'"
        ),
    );
    let at = |kind, reference: &str| Deviation {
        subject: format!("submission:{reference}"),
        reference: reference.to_owned(),
        kind,
    };

    let found = found_after(&mut connection, std::slice::from_ref(&gone));
    assert!(
        found.contains(&at(DeviationKind::Missing, &reference)),
        "{found:?}"
    );
    let found = found_after(&mut connection, std::slice::from_ref(&invented));
    assert_eq!(found, [at(DeviationKind::Unrecorded, "IZMISLJENA-9999")]);
    let found = found_after(&mut connection, &[invented, gone]);
    assert!(
        found.contains(&at(DeviationKind::Missing, &reference)),
        "{found:?}"
    );
    assert!(found.contains(&at(DeviationKind::Unrecorded, "IZMISLJENA-9999")));
}

#[tokio::test]
async fn a_released_response_that_was_tampered_with_is_named() {
    let app = TestApp::spawn_demo().await;
    load_samples(&app).await;
    let mut connection = app.database.url.connect().unwrap();
    let (reference, other, new) = samples(&mut connection);
    let of = |reference: &str| {
        format!(
            "(select response_id from comments where position = 1
              and submission_id = (select id from submissions where reference = '{reference}'))"
        )
    };
    let id = of(&reference);
    let set = |set: &str| format!("update responses set {set} where id = {id}");

    for (statement, kind) in [
        (set("reason = reason || ' Ne.'"), DeviationKind::Changed),
        (set("disposition = 'noted'"), DeviationKind::Changed),
        (set("text_change = 'changed', changed_text = 'Drugače.'"), DeviationKind::Changed),
        (set("version = version + 1"), DeviationKind::Changed),
        (set("state = 'approved'"), DeviationKind::Changed),
        (
            format!(
                "update comments set response_id = {}
                 where submission_id = (select id from submissions where reference = '{reference}') and position = 1",
                of(&other)
            ),
            DeviationKind::Changed,
        ),
        (format!("delete from responses where id = {id}"), DeviationKind::Missing),
    ] {
        let found = found_after(&mut connection, std::slice::from_ref(&statement));

        let named = found.iter().any(|one| {
            one.reference.contains(&reference)
                && one.kind == kind
                && one.subject.starts_with("response:")
        });
        assert!(named, "{statement}: {found:?}");
    }
    assert_invented_response_is_named(&mut connection, &id, &new);
}

/// A response that nobody wrote, copied from `id`, to the unanswered comment `reference`.
fn assert_invented_response_is_named(connection: &mut DbConnection, id: &str, reference: &str) {
    let new_id = match connection {
        DbConnection::Sqlite(_) => "unhex('00000000000000000000000000000009')",
        DbConnection::Postgres(_) => "'00000000-0000-0000-0000-000000000009'::uuid",
    };
    let found = found_after(
        connection,
        &[
            format!(
                "insert into responses (id, consultation_id, state, version, disposition, reason, text_change,
                     changed_text, author_id, released_at, updated_at)
                 select {new_id}, consultation_id, state, version, disposition, reason, text_change, changed_text,
                     author_id, released_at, updated_at
                 from responses where id = {id}"
            ),
            format!(
                "update comments set response_id = {new_id}, work = 'released'
                 where submission_id = (select id from submissions where reference = '{reference}')"
            ),
        ],
    );

    let named = found
        .iter()
        .any(|one| one.reference == reference && one.kind == DeviationKind::Unrecorded);
    assert!(named, "{found:?}");
}

#[test]
fn the_databases_refuse_to_change_or_delete_what_the_chain_says() {
    let database = TestDatabase::migrated();
    let program = Program::on(&database).prepare();
    let mut connection = database.url.connect().unwrap();
    let own = match &connection {
        DbConnection::Sqlite(_) => [
            "insert or replace into audit_events select * from audit_events where sequence = 1",
            "insert or replace into audit_heads select * from audit_heads",
        ],
        DbConnection::Postgres(_) => ["truncate audit_events", "truncate audit_heads"],
    };

    for statement in [
        "update audit_events set actor = 'staff:x' where sequence = 1",
        "delete from audit_events where sequence = 1",
        "update audit_heads set sequence = sequence - 1",
        "delete from audit_heads",
    ]
    .into_iter()
    .chain(own)
    {
        let refused = diesel::sql_query(statement).execute(&mut connection);

        let error = refused.expect_err(statement).to_string();
        assert!(error.contains("the audit log only grows"), "{error}");
    }
    program.must(&["audit", "verify"]);
}

#[test]
fn audit_verify_names_what_was_changed_and_fails() {
    let database = TestDatabase::migrated();
    let program = Program::on(&database).prepare();
    program.must(&["seed", "--comments", "600"]);
    let untouched = program.must(&["audit", "verify", "--json"]);
    let mut connection = database.url.connect().unwrap();
    let (submitted, answered, _new) = samples(&mut connection);
    let seeded: String = submissions::table
        .order(submissions::id.desc())
        .select(submissions::reference)
        .first(&mut connection)
        .unwrap();
    for (reference, table) in [(&submitted, "comments"), (&seeded, "comments")] {
        run(
            &mut connection,
            &format!(
                "update {table} set body = 'Drugo.'
                 where submission_id = (select id from submissions where reference = '{reference}')"
            ),
        );
    }
    run(
        &mut connection,
        &format!(
            "update responses set reason = 'Drugo.' where id in (select response_id from comments
             where submission_id = (select id from submissions where reference = '{answered}'))"
        ),
    );

    let (told, json) = (
        program.run(&["audit", "verify"]),
        program.run(&["audit", "verify", "--json"]),
    );

    let report: serde_json::Value = serde_json::from_str(&untouched.out).unwrap();
    assert_eq!(report["deviations"], serde_json::json!([]));
    assert_eq!((told.code, json.code), (Some(2), Some(2)));
    for line in [
        format!("{submitted}: the submission is not as it was recorded"),
        format!("{seeded}: the submission is not as it was recorded"),
        format!("{answered}: the response is not as it was recorded"),
    ] {
        assert!(told.out.lines().any(|told| told == line), "{}", told.out);
    }
    let report: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let named = report["deviations"].as_array().unwrap();
    assert!(
        named
            .iter()
            .any(|one| one["reference"] == seeded.as_str() && one["kind"] == "changed"),
        "{report}"
    );
}
