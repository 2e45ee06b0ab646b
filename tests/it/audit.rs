//! The audit chain finds every kind of tampering.

use diesel::prelude::*;
use posvet::testing::audit::{self, Entry, Fault, Scope};
use posvet::testing::db::{DatabaseError, DbConnection};
use posvet::testing::db::{schema::audit_events, schema::audit_heads};
use posvet::testing::kernel::clock::Instant;
use posvet::testing::kernel::token::Tokens;
use serde_json::json;

use crate::harness::TestDatabase;

fn chain_of(entries: i64) -> (TestDatabase, DbConnection, Tokens) {
    let database = TestDatabase::migrated();
    let mut connection = database.url.connect().unwrap();
    let tokens = Tokens::new(b"key");
    for number in 0..entries {
        let entry = Entry {
            actor: "guest".to_owned(),
            action: "submission.received",
            subject: format!("submission:{number}"),
            scope: Scope::default(),
            before: None,
            after: &json!({ "number": number }),
        };
        connection
            .transaction::<_, diesel::result::Error, _>(|connection| {
                let at = Instant::from_micros(number).unwrap();
                audit::append(connection, &tokens, at, &entry)
                    .map_err(|_error| diesel::result::Error::RollbackTransaction)
            })
            .unwrap();
    }
    unlock(&mut connection);
    (database, connection, tokens)
}

/// Takes away what refuses to change the chain, as somebody who owns the database could.
fn unlock(connection: &mut DbConnection) {
    let statements = match connection {
        DbConnection::Sqlite(_) => [
            "drop trigger audit_events_refuse_update",
            "drop trigger audit_events_refuse_delete",
            "drop trigger audit_heads_refuse_return",
        ],
        DbConnection::Postgres(_) => [
            "drop trigger audit_events_refuse on audit_events",
            "drop trigger audit_heads_refuse on audit_heads",
            "drop trigger audit_heads_refuse_return on audit_heads",
        ],
    };
    for statement in statements {
        diesel::sql_query(statement).execute(connection).unwrap();
    }
}

fn fault(connection: &mut DbConnection, tokens: &Tokens) -> Option<Fault> {
    audit::verify(connection, tokens)
        .map_err(|error: DatabaseError| error.to_string())
        .unwrap()
        .fault
}

#[test]
fn an_untouched_chain_verifies() {
    let (_database, mut connection, tokens) = chain_of(30);

    let report = audit::verify(&mut connection, &tokens).unwrap();

    assert_eq!((report.entries, report.fault), (30, None));
}

#[test]
fn every_changed_field_is_found_at_its_entry() {
    for (column, value) in [
        ("actor", "'staff:x'"),
        ("action", "'submission.confirmed'"),
        ("subject", "'submission:0'"),
        ("authority_id", "an_id"),
        ("consultation_id", "an_id"),
        ("batch_id", "an_id"),
        ("after", "'{\"number\": 9}'"),
        ("recorded_at", "recorded_at_moved"),
        ("after_hash", "previous_hash"),
        ("previous_hash", "after_hash"),
        ("hash", "after_hash"),
    ] {
        let (_database, mut connection, tokens) = chain_of(10);
        let value = match (value, &connection) {
            ("recorded_at_moved", DbConnection::Sqlite(_)) => "recorded_at + 1",
            ("recorded_at_moved", DbConnection::Postgres(_)) => "recorded_at + interval '1 second'",
            ("an_id", DbConnection::Sqlite(_)) => "unhex('00000000000000000000000000000009')",
            ("an_id", DbConnection::Postgres(_)) => "'00000000-0000-0000-0000-000000000009'::uuid",
            (value, _) => value,
        };
        diesel::sql_query(format!(
            "update audit_events set {column} = {value} where sequence = 6"
        ))
        .execute(&mut connection)
        .unwrap();

        assert_eq!(
            fault(&mut connection, &tokens),
            Some(Fault::Changed { sequence: 6 }),
            "{column}"
        );
    }
}

#[test]
fn a_removed_entry_is_found_wherever_it_was() {
    for sequence in 1..=10 {
        let (_database, mut connection, tokens) = chain_of(10);
        diesel::delete(audit_events::table.find(sequence))
            .execute(&mut connection)
            .unwrap();

        assert!(fault(&mut connection, &tokens).is_some(), "{sequence}");
    }
}

#[test]
fn a_cut_off_end_is_found_even_when_the_head_was_moved_back() {
    let (_database, mut connection, tokens) = chain_of(10);
    let hash: Vec<u8> = audit_events::table
        .find(8)
        .select(audit_events::hash)
        .first(&mut connection)
        .unwrap();
    diesel::delete(audit_events::table.filter(audit_events::sequence.gt(8)))
        .execute(&mut connection)
        .unwrap();
    assert_eq!(
        fault(&mut connection, &tokens),
        Some(Fault::Truncated { last: 8, head: 10 })
    );

    diesel::update(audit_heads::table.find(1))
        .set((audit_heads::sequence.eq(8), audit_heads::hash.eq(hash)))
        .execute(&mut connection)
        .unwrap();

    assert_eq!(fault(&mut connection, &tokens), Some(Fault::Seal));
}

#[test]
fn another_installation_cannot_seal_the_chain() {
    let (_database, mut connection, _tokens) = chain_of(3);

    assert_eq!(
        fault(&mut connection, &Tokens::new(b"other")),
        Some(Fault::Seal)
    );
}
