//! One writer for each table, whatever the form of the write.

use std::collections::{BTreeMap, BTreeSet};

use super::none_but_debts;
use super::source::{Source, root, sources};

/// Every table and the room that writes it.
const OWNERS: [(&str, &[&str]); 12] = [
    ("audit", &["audit_events", "audit_heads"]),
    (
        "accounts",
        &[
            "authorities",
            "authority_texts",
            "staff",
            "memberships",
            "sessions",
            "sign_in_failures",
            "account_links",
            "second_factors",
            "recovery_codes",
            "consultation_roles",
            "invitations",
        ],
    ),
    (
        "drafts",
        &[
            "drafts",
            "revisions",
            "sections",
            "section_texts",
            "goals",
            "paragraphs",
            "paragraph_texts",
        ],
    ),
    (
        "consultations",
        &[
            "consultations",
            "window_events",
            "working_group_members",
            "consultation_texts",
            "contacts",
            "relations",
            "phases",
            "adoptions",
            "events",
            "documents",
            "preview_links",
            "consultation_changes",
            "cache_versions",
        ],
    ),
    ("comments", &["comments"]),
    (
        "submissions",
        &[
            "submissions",
            "submission_items",
            "submitters",
            "reference_counters",
        ],
    ),
    ("responses", &["responses", "response_versions", "releases"]),
    ("files", &["files"]),
    ("jobs", &["jobs"]),
    ("subscribers", &["subscribers", "subscriptions"]),
    ("notices", &["notices", "deliveries"]),
    (
        "mail",
        &[
            "outbox",
            "mail_contents",
            "mail_holds",
            "confirmed_mailboxes",
        ],
    ),
];

/// The tables diesel is told of.
fn declared() -> BTreeSet<String> {
    let folder = std::fs::read_dir(root().join("src/db/schema")).unwrap();
    let text: String = folder
        .map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap())
        .collect();
    text.lines()
        .filter_map(|line| {
            Some(
                line.trim()
                    .strip_suffix(") {")?
                    .split_once(" (")?
                    .0
                    .to_owned(),
            )
        })
        .collect()
}

fn owners() -> BTreeMap<&'static str, &'static str> {
    OWNERS
        .iter()
        .flat_map(|(room, tables)| tables.iter().map(|table| (*table, *room)))
        .collect()
}

#[test]
fn every_table_has_an_owner() {
    let owned: BTreeSet<String> = owners().into_keys().map(str::to_owned).collect();

    assert_eq!(declared(), owned);
}

/// The tables a file changes, by diesel or by SQL of its own.
fn changed(source: &Source) -> BTreeSet<String> {
    let mut tables = source.writes.clone();
    for text in &source.texts {
        tables.extend(changed_by(text));
    }
    tables
}

/// The tables a statement changes.
fn changed_by(sql: &str) -> Vec<String> {
    let sql = sql.to_lowercase();
    let words: Vec<&str> = sql
        .split(|sign: char| !(sign.is_alphanumeric() || sign == '_'))
        .filter(|word| !word.is_empty())
        .collect();
    let acts: [&[&str]; 3] = [&["insert", "into"], &["delete", "from"], &["update"]];
    let is_table = |word: &&&str| owners().contains_key(**word);
    acts.iter()
        .flat_map(|act| {
            let starts = words.windows(act.len() + 1);
            starts.filter_map(move |window| window.strip_prefix(*act)?.first())
        })
        .filter(is_table)
        .map(|word| (*word).to_owned())
        .collect()
}

#[test]
fn every_table_has_one_writer() {
    let owners = owners();
    let mut found = BTreeSet::new();
    // The macro's own text names no table; each use of it does.
    let is_macro = |source: &Source| source.path == "src/db/insert_rows.rs";
    for source in sources("src").iter().filter(|source| !is_macro(source)) {
        for table in changed(source) {
            if owners.get(table.as_str()) != Some(&source.room()) {
                found.insert(format!("{}: {table}", source.path));
            }
        }
    }
    none_but_debts("writers", &found);
}

#[test]
fn every_form_of_a_write_is_seen() {
    let of = |text: &str| changed(&Source::of("src/x/store.rs".to_owned(), text));
    for text in [
        "fn f() { diesel::update(outbox::table.find(1)).set(1) }",
        "fn f() { diesel::delete(outbox::table) }",
        "fn f() { insert_rows!(connection, outbox::table, rows, |row| (row)) }",
        "fn f() { let held = outbox::table.filter(1); diesel::update(held).set(1) }",
        "fn f() { diesel::sql_query(\"insert into outbox (a) select b from comments\") }",
        "const SQL: &str = \"update\n outbox set a = 1\";",
    ] {
        assert_eq!(of(text), BTreeSet::from(["outbox".to_owned()]), "{text}");
    }
    let unknown = of("fn f(held: Held) { diesel::update(held).set(1) }");
    assert_eq!(unknown, BTreeSet::from(["?held".to_owned()]));
    assert_eq!(
        of("fn f() { outbox::table.load(connection) }"),
        BTreeSet::new()
    );
}
