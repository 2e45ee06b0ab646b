//! Which passages of a text are those of another state of it: what hangs on a passage stays with it when its words change.

use std::cmp::{Ordering, Reverse};

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// How many per cent of their words two texts share at least to be one passage.
const ALIKE: usize = 50;

/// More pairs than these are not looked at one by one: so much was written anew that nothing stayed.
const MOST_PAIRS: usize = 40_000;

/// What a passage is and what it says. Only two of a kind can be the same one.
pub type Said = (&'static str, String);

/// The places of passages before and after that are the same one. What is equal comes first, in order and then wherever it was
/// moved to; then, between those, what shares most of its words.
pub fn matched(before: &[Said], after: &[Said]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut gaps = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, before, after) {
        match op {
            DiffOp::Equal {
                old_index,
                new_index,
                len,
            } => pairs.extend((old_index..old_index + len).zip(new_index..new_index + len)),
            other => gaps.push((other.old_range(), other.new_range())),
        }
    }
    let olds = || gaps.iter().flat_map(|(old, _new)| old.clone());
    let news = || gaps.iter().flat_map(|(_old, new)| new.clone());
    for new in news() {
        let moved = olds().find(|old| {
            let is_free = pairs.iter().all(|(taken, _)| taken != old);
            is_free && before.get(*old) == after.get(new)
        });
        pairs.extend(moved.map(|old| (old, new)));
    }
    for (old, new) in gaps {
        let free_old: Vec<usize> = old
            .filter(|place| pairs.iter().all(|(taken, _)| taken != place))
            .collect();
        let free_new: Vec<usize> = new
            .filter(|place| pairs.iter().all(|(_, taken)| taken != place))
            .collect();
        pairs.extend(alike((before, &free_old), (after, &free_new)));
    }
    pairs
}

/// Both states of a list in one order: that of the present one, with what is gone where it stood. Each pair has what was and what
/// is there.
pub fn side_by_side<'a, T, Id: PartialEq>(
    before: &'a [T],
    after: &'a [T],
    id: impl Fn(&T) -> Id,
) -> Vec<(Option<&'a T>, Option<&'a T>)> {
    let is_in = |list: &[T], one: &T| list.iter().any(|other| id(other) == id(one));
    let mut rows = Vec::new();
    let mut gone = before.iter().peekable();
    for new in after {
        let old = before.iter().find(|old| id(old) == id(new));
        if let Some(old) = old {
            // Those that stood before it and are gone, up to its own place.
            while let Some(next) = gone.next_if(|next| id(next) != id(old)) {
                if !is_in(after, next) {
                    rows.push((Some(next), None));
                }
            }
            gone.next_if(|next| id(next) == id(old));
        }
        rows.push((old, Some(new)));
    }
    rows.extend(
        gone.filter(|old| !is_in(after, old))
            .map(|old| (Some(old), None)),
    );
    rows
}

/// The most alike first, each once.
fn alike(
    (before, olds): (&[Said], &[usize]),
    (after, news): (&[Said], &[usize]),
) -> Vec<(usize, usize)> {
    if olds.len() * news.len() > MOST_PAIRS {
        return Vec::new();
    }
    let (olds, news) = (words_of(before, olds), words_of(after, news));
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for old in &olds {
        for new in news.iter().filter(|new| new.kind == old.kind) {
            let percent = shared(&old.words, &new.words);
            if percent >= ALIKE {
                found.push((percent, old.place, new.place));
            }
        }
    }
    found.sort_by_key(|(percent, ..)| Reverse(*percent));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_percent, old, new) in found {
        let is_free = |(one, other): &(usize, usize)| *one != old && *other != new;
        if pairs.iter().all(is_free) {
            pairs.push((old, new));
        }
    }
    pairs
}

/// A passage as a bag of words.
struct Words<'a> {
    place: usize,
    kind: &'static str,
    /// In order.
    words: Vec<&'a str>,
}

fn words_of<'a>(said: &'a [Said], places: &[usize]) -> Vec<Words<'a>> {
    let words = |place: &usize| {
        let (kind, text) = said.get(*place)?;
        let mut words: Vec<&str> = text.split_whitespace().collect();
        words.sort_unstable();
        Some(Words {
            place: *place,
            kind,
            words,
        })
    };
    places.iter().filter_map(words).collect()
}

/// How many per cent of the words of both are in both (Sørensen–Dice coefficient).
fn shared(one: &[&str], other: &[&str]) -> usize {
    let all = one.len() + other.len();
    let (mut one, mut other) = (one.iter().peekable(), other.iter().peekable());
    let mut common = 0_usize;
    while let (Some(left), Some(right)) = (one.peek(), other.peek()) {
        match left.cmp(right) {
            Ordering::Less => one.next(),
            Ordering::Greater => other.next(),
            Ordering::Equal => {
                common += 1;
                one.next();
                other.next()
            }
        };
    }
    (200 * common).checked_div(all).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matched_of(before: &[&str], after: &[&str]) -> Vec<(usize, usize)> {
        let owned = |texts: &[&str]| {
            let said = texts.iter().map(|text| ("text", (*text).to_owned()));
            said.collect::<Vec<Said>>()
        };
        let (before, after) = (owned(before), owned(after));
        let mut pairs = matched(&before, &after);
        pairs.sort_unstable();
        pairs
    }

    #[test]
    fn what_is_equal_is_the_same_wherever_it_stands_now() {
        let pairs = matched_of(&["a b", "c d", "e f"], &["e f", "a b", "novo"]);

        assert_eq!(pairs, [(0, 1), (2, 0)]);
    }

    #[test]
    fn a_passage_with_some_other_words_is_the_same_and_one_with_few_of_them_is_new() {
        let pairs = matched_of(
            &[
                "Uvod",
                "Zavetišče je odprto od 1. novembra do 31. marca.",
                "Konec",
            ],
            &[
                "Uvod",
                "Vse na novo zapisano.",
                "Zavetišče je odprto od 1. oktobra do 30. aprila.",
                "Konec",
            ],
        );

        assert_eq!(pairs, [(0, 0), (1, 2), (2, 3)]);
    }

    #[test]
    fn of_several_that_are_alike_the_most_alike_are_the_same() {
        let pairs = matched_of(
            &["ena dve tri štiri", "ena dve tri pet"],
            &["ena dve tri pet šest", "ena dve tri štiri sedem"],
        );

        assert_eq!(pairs, [(0, 1), (1, 0)]);
    }

    #[test]
    fn only_two_of_a_kind_are_the_same_and_what_they_are_is_none_of_their_words() {
        let said = |kind, text: &str| vec![(kind, text.to_owned())];

        assert!(matched(&said("heading", "Stanje"), &said("text", "Stanje")).is_empty());
        assert!(matched(&said("heading", "Stanje"), &said("heading", "Potrebe")).is_empty());
        assert!(matched(&said("text", ""), &said("text", " ")).is_empty());
    }

    #[test]
    fn what_is_gone_stands_where_it_stood_and_what_was_moved_where_it_stands_now() {
        let rows = |before: &[char], after: &[char]| -> String {
            let sign = |one: Option<&char>| one.copied().unwrap_or('-');
            side_by_side(before, after, |one| *one)
                .into_iter()
                .flat_map(|(old, new)| [sign(old), sign(new), ' '])
                .collect()
        };

        assert_eq!(rows(&['a', 'b', 'c'], &['a', 'x', 'c']), "aa -x b- cc ");
        assert_eq!(rows(&['a', 'b', 'c'], &['c', 'a']), "b- cc aa ");
        assert_eq!(rows(&['a', 'b'], &[]), "a- b- ");
        assert_eq!(rows(&[], &['a']), "-a ");
    }

    #[test]
    fn of_nothing_and_of_two_equal_ones_each_is_taken_once() {
        assert!(matched_of(&[], &["a"]).is_empty());
        assert_eq!(matched_of(&["a", "a"], &["a"]).len(), 1);
        assert_eq!(matched_of(&["b", "a"], &["a", "a"]), [(1, 0)]);
    }
}
