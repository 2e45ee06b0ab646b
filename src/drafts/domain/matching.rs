//! Which passages of a text are those of another state of it: what hangs on a passage stays with it when its words change.

use similar::{Algorithm, DiffOp, TextDiff, capture_diff_slices};

/// How much of their words two texts share at least to be one passage, of 1.
const ALIKE: f32 = 0.5;

/// More pairs than these are not looked at one by one: so much was written anew that nothing stayed.
const MOST_PAIRS: usize = 10_000;

/// The places of passages before and after that are the same one. What is equal comes first, in order and then wherever it was
/// moved to; then, between those, what shares most of its words.
pub fn matched(before: &[String], after: &[String]) -> Vec<(usize, usize)> {
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
    (before, olds): (&[String], &[usize]),
    (after, news): (&[String], &[usize]),
) -> Vec<(usize, usize)> {
    if olds.len() * news.len() > MOST_PAIRS {
        return Vec::new();
    }
    let mut found: Vec<(f32, usize, usize)> = Vec::new();
    for old in olds {
        for new in news {
            let (Some(one), Some(other)) = (before.get(*old), after.get(*new)) else {
                continue;
            };
            let ratio = TextDiff::from_words(one.as_str(), other.as_str()).ratio();
            found.push((ratio, *old, *new));
        }
    }
    found.retain(|(ratio, ..)| *ratio >= ALIKE);
    found.sort_by(|one, other| other.0.total_cmp(&one.0));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_ratio, old, new) in found {
        if pairs
            .iter()
            .all(|(one, other)| *one != old && *other != new)
        {
            pairs.push((old, new));
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matched_of(before: &[&str], after: &[&str]) -> Vec<(usize, usize)> {
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        let (before, after): (Vec<String>, Vec<String>) = (owned(before), owned(after));
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
