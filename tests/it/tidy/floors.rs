//! Who may name whom: floors inside a slice, slices in their order, faces.

use std::collections::BTreeSet;

use super::source::{Source, sources};
use super::{none, none_but_debts};

/// The slices, left to right: each uses only those before it.
pub const SLICES: [&str; 12] = [
    "audit",
    "accounts",
    "drafts",
    "consultations",
    "comments",
    "submissions",
    "responses",
    "subscribers",
    "notices",
    "site",
    "desk",
    "demo",
];

/// The floors of a slice, from the ground up, each with the files and folders that are on it.
const FLOORS: [(&str, &[&str]); 4] = [
    ("domain", &["domain", "window", "place", "evidence"]),
    ("store", &["store"]),
    ("service", &["service", "password", "verify", "samples"]),
    ("web", &["page", "web", "guard"]),
];

fn floor_of(name: &str) -> Option<usize> {
    FLOORS
        .iter()
        .position(|(_floor, names)| names.contains(&name))
}

fn is_slice(room: &str) -> bool {
    SLICES.contains(&room)
}

#[test]
fn every_file_of_a_slice_is_on_a_floor() {
    none(
        sources("src")
            .iter()
            .filter(|source| is_slice(source.room()) && source.floor() != "mod")
            .filter(|source| {
                floor_of(source.floor()).is_none() && !source.path.ends_with("_tests.rs")
            })
            .map(|source| source.path.clone())
            .collect(),
    );
}

/// `file: path` for each path named in a slice for which `is_wrong` says so.
fn named(is_wrong: impl Fn(&Source, &[String]) -> bool) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for source in sources("src") {
        for name in source.names.iter().filter(|name| is_wrong(&source, name)) {
            found.insert(format!("{}: {}", source.path, name.join("::")));
        }
    }
    found
}

#[test]
fn a_floor_names_nothing_above_it() {
    none_but_debts(
        "floors",
        &named(|source, name| {
            let (Some(room), Some(part)) = (name.first(), name.get(1)) else {
                return false;
            };
            let own = floor_of(source.floor()).filter(|_floor| is_slice(source.room()));
            let other = floor_of(part).filter(|_floor| is_slice(room));
            own.zip(other).is_some_and(|(own, other)| other > own)
        }),
    );
}

#[test]
fn services_know_no_web() {
    none_but_debts(
        "no web below",
        &named(|source, name| {
            let own = floor_of(source.floor()).filter(|_floor| is_slice(source.room()));
            own.is_some_and(|own| own < 3) && name.first().is_some_and(|room| room == "http")
        }),
    );
}

#[test]
fn slices_use_only_slices_to_their_left() {
    let place = |room: &str| SLICES.iter().position(|slice| *slice == room);
    none_but_debts(
        "order",
        &named(|source, name| {
            let other = name.first().and_then(|room| place(room));
            place(source.room())
                .zip(other)
                .is_some_and(|(own, other)| other > own)
        }),
    );
}

#[test]
fn a_slice_is_used_through_its_face() {
    none_but_debts(
        "faces",
        &named(|source, name| {
            let (Some(room), Some(part)) = (name.first(), name.get(1)) else {
                return false;
            };
            // `testing` shows the suite what no slice shows another.
            let is_other = room != source.room() && source.room() != "testing";
            is_slice(room) && is_other && floor_of(part).is_some()
        }),
    );
}
