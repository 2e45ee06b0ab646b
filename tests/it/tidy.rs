//! The lines of architecture.md and style.md that a compiler does not hold.

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// A source file and its lines of code, without comments and without its tests.
struct Source {
    /// Below the root: `src/comments/store/state.rs`.
    path: String,
    lines: Vec<String>,
    total: usize,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &str) -> Vec<Source> {
    WalkDir::new(root().join(folder))
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| {
            entry
                .path()
                .extension()
                .is_some_and(|extension| extension == "rs")
        })
        .map(|entry| {
            let text = std::fs::read_to_string(entry.path()).unwrap();
            let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
            Source {
                path: entry
                    .path()
                    .strip_prefix(root())
                    .unwrap()
                    .display()
                    .to_string(),
                lines: code
                    .lines()
                    .filter(|line| !line.trim_start().starts_with("//"))
                    .map(str::to_owned)
                    .collect(),
                total: text.lines().count(),
            }
        })
        .collect()
}

impl Source {
    fn slice(&self) -> &str {
        self.path.split('/').nth(1).unwrap_or_default()
    }

    /// `domain`, `store`, `service`, `web` … of a slice, or the file's own name.
    fn floor(&self) -> &str {
        let name = self.path.split('/').nth(2).unwrap_or_default();
        name.strip_suffix(".rs").unwrap_or(name)
    }

    fn has(&self, words: &[&str]) -> Option<String> {
        let is_in = |line: &&String| words.iter().any(|word| line.contains(word));
        self.lines
            .iter()
            .find(is_in)
            .map(|line| format!("{}: {}", self.path, line.trim()))
    }
}

fn violations(of: impl Fn(&Source) -> Option<String>) -> Vec<String> {
    sources("src").iter().filter_map(of).collect()
}

fn none(found: Vec<String>) {
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

const SLICES: [&str; 6] = [
    "audit",
    "accounts",
    "consultations",
    "comments",
    "triage",
    "notices",
];

#[test]
fn domains_name_no_framework_and_never_ask_the_time() {
    none(violations(|source| {
        let is_domain = SLICES.contains(&source.slice()) && source.floor() == "domain";
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
        let may = source.slice() == "db"
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
        let may = ["http", "app.rs"].contains(&source.slice())
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
        if source.slice() == "mail" {
            None
        } else {
            source.has(&["lettre"])
        }
    }));
}

#[test]
fn slices_use_only_slices_to_their_left() {
    none(violations(|source| {
        let own = SLICES.iter().position(|slice| *slice == source.slice())?;
        let right: Vec<String> = SLICES
            .iter()
            .skip(own + 1)
            .map(|slice| format!("crate::{slice}::"))
            .collect();
        source.has(&right.iter().map(String::as_str).collect::<Vec<_>>())
    }));
}

#[test]
fn the_kernel_knows_nobody() {
    none(violations(|source| {
        (source.slice() == "kernel").then(|| {
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
fn every_table_has_one_writer() {
    let owners = [
        ("audit", &["audit_events", "audit_heads"][..]),
        (
            "accounts",
            &[
                "authorities",
                "staff",
                "memberships",
                "sessions",
                "sign_in_failures",
            ],
        ),
        (
            "consultations",
            &[
                "consultations",
                "window_events",
                "working_group_members",
                "revisions",
                "sections",
                "section_texts",
                "paragraphs",
                "cache_versions",
            ],
        ),
        ("comments", &["submissions", "submitters", "comments"]),
        ("triage", &["responses", "response_versions"]),
        ("notices", &["subscribers", "notices"]),
        ("mail", &["outbox", "mail_contents"]),
    ];
    let mut found = Vec::new();
    for (owner, tables) in owners {
        for table in tables {
            let acts = ["insert_into", "update", "delete"]
                .map(|act| format!("diesel::{act}({table}::table"));
            let words: Vec<&str> = acts.iter().map(String::as_str).collect();
            found.extend(violations(|source| {
                if source.slice() == owner {
                    None
                } else {
                    source.has(&words)
                }
            }));
        }
    }
    none(found);
}

#[test]
fn sql_that_differs_between_backends_stays_in_the_dialect() {
    none(violations(|source| {
        if source.slice() == "db" {
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
    let large = all
        .iter()
        .filter(|source| source.total > HARD && !source.path.ends_with("db/schema.rs"));
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
