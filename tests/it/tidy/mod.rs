//! The lines of architecture.md and style.md that a compiler does not hold.

mod floors;
pub(crate) mod source;
mod writers;

use std::collections::BTreeSet;
use std::path::Path;

use walkdir::WalkDir;

use floors::SLICES;
use source::{Source, root, sources};

fn violations(of: impl Fn(&Source) -> Option<String>) -> Vec<String> {
    sources("src").iter().filter_map(of).collect()
}

fn none(found: Vec<String>) {
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// Breaches of a rule that the house still has to mend: `rule: breach`, one a line. The list only gets shorter.
const DEBTS: &str = include_str!("debts.txt");

/// Nothing breaks a rule but what is a known debt, and no debt is listed that was paid.
fn none_but_debts(rule: &str, found: &BTreeSet<String>) {
    let known: BTreeSet<String> = DEBTS
        .lines()
        .filter_map(|line| line.strip_prefix(rule)?.strip_prefix(": "))
        .map(str::to_owned)
        .collect();
    let new: Vec<String> = found
        .difference(&known)
        .map(|one| format!("{rule}: {one}"))
        .collect();
    let paid: Vec<String> = known
        .difference(found)
        .map(|one| format!("{rule}: {one}"))
        .collect();

    assert!(new.is_empty(), "breaks a rule:\n{}", new.join("\n"));
    assert!(
        paid.is_empty(),
        "paid, take it off debts.txt:\n{}",
        paid.join("\n")
    );
}

#[test]
fn domains_name_no_framework_and_never_ask_the_time() {
    none(violations(|source| {
        let is_domain = SLICES.contains(&source.room()) && source.floor() == "domain";
        is_domain.then(|| {
            source.has(&[
                "diesel",
                "actix",
                "tera::",
                "lettre",
                "Clock",
                "crate::db",
                "crate::http",
            ])
        })?
    }));
}

#[test]
fn diesel_stays_in_db_stores_and_the_outbox() {
    none(violations(|source| {
        let may = source.room() == "db"
            || source.floor() == "store"
            || source.path.starts_with("src/mail/outbox");
        if may {
            None
        } else {
            source.has(&["diesel::", "use diesel"])
        }
    }));
}

#[test]
fn actix_and_tera_stay_in_http_and_on_the_web() {
    none(violations(|source| {
        let may = ["http", "app"].contains(&source.room())
            || ["web", "guard", "api"].contains(&source.floor());
        if may {
            None
        } else {
            source.has(&["actix_web", "tera::"])
        }
    }));
}

#[test]
fn lettre_stays_in_mail() {
    none(violations(|source| {
        if source.room() == "mail" {
            None
        } else {
            source.has(&["lettre"])
        }
    }));
}

#[test]
fn the_kernel_knows_nobody() {
    none(violations(|source| {
        (source.room() == "kernel").then(|| {
            source.has(&[
                "crate::db",
                "crate::http",
                "crate::mail",
                "crate::i18n",
                "diesel",
                "actix",
            ])
        })?
    }));
}

#[test]
fn sql_that_differs_between_backends_stays_in_the_dialect() {
    none(violations(|source| {
        if source.room() == "db" {
            None
        } else {
            source.has(&["DbConnection::Sqlite", "DbConnection::Postgres"])
        }
    }));
}

#[test]
fn one_function_decides_whether_a_window_is_open() {
    let deciders: Vec<String> = sources("src")
        .iter()
        .flat_map(|source| {
            source
                .lines
                .iter()
                .filter(|line| line.contains("fn is_open("))
                .map(|_| source.path.clone())
        })
        .collect();

    assert_eq!(deciders, ["src/consultations/window.rs"]);
    none(violations(|source| {
        let may = source.path == "src/consultations/window.rs";
        if may {
            None
        } else {
            source.has(&[
                "opens_at <= at &&",
                "opens_at <= now &&",
                "now < consultation.window.closes_at",
            ])
        }
    }));
}

#[test]
fn no_room_is_called_utils() {
    none(violations(|source| {
        let bad = ["utils", "common", "helpers", "misc"].iter().any(|name| {
            source
                .path
                .split('/')
                .any(|part| part == *name || part == format!("{name}.rs"))
        });
        bad.then(|| source.path.clone())
    }));
}

#[test]
fn files_are_small_enough_to_read_at_one_sitting() {
    const HARD: usize = 400;
    let mut all = sources("src");
    all.extend(sources("tests"));
    let large = all.iter().filter(|source| source.total > HARD);
    none(
        large
            .map(|source| format!("{}: {} lines", source.path, source.total))
            .collect(),
    );
}

#[test]
fn nothing_is_left_for_later() {
    let marks = [
        "to".to_owned() + "do!(",
        "unimple".to_owned() + "mented!(",
        "TO".to_owned() + "DO",
        "FIX".to_owned() + "ME",
    ];
    let words: Vec<&str> = marks.iter().map(String::as_str).collect();
    none(violations(|source| source.has(&words)));
}

#[test]
fn every_room_says_what_it_owns() {
    let silent = WalkDir::new(root().join("src"))
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| {
            entry
                .path()
                .extension()
                .is_some_and(|extension| extension == "rs")
                && !std::fs::read_to_string(entry.path())
                    .unwrap()
                    .starts_with("//!")
        });
    none(
        silent
            .map(|entry| entry.path().display().to_string())
            .collect(),
    );
}

#[test]
fn the_top_level_is_as_the_architecture_names_it() {
    for name in [
        "Cargo.toml",
        "clippy.toml",
        "deny.toml",
        "justfile",
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "docker-compose.yml",
        "Dockerfile",
        "docs/adr",
        "src",
        "migrations/sqlite",
        "migrations/postgres",
        "templates",
        "config/default.toml",
        "tests/it",
        "tests/browser",
        "benches",
        ".ci/run",
    ] {
        assert!(Path::new(&root()).join(name).exists(), "{name} is missing");
    }
}
