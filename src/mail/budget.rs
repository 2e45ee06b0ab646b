//! How many mails a mailbox gets that anybody can have sent to it, and which of those that wait may leave. Pure: `now` is
//! a parameter.
//!
//! Nothing is dropped: what goes beyond the limit waits for its time and then leaves together, as one mail (ADR 0011).

use std::collections::{BTreeMap, HashMap};

use chrono::TimeDelta;

use crate::kernel::clock::Instant;

/// Most submissions and subscriptions one mail asks to confirm.
const MOST_TOGETHER: usize = 50;

/// Most mails in any hour and in any day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    hour: usize,
    day: usize,
}

impl Limit {
    /// For a mailbox whose owner has never said that it is them: somebody may be typing it in to annoy them.
    pub const STRANGER: Self = Self { hour: 3, day: 10 };
    /// For a mailbox whose owner confirmed something lately.
    pub const CONFIRMED: Self = Self { hour: 30, day: 100 };

    /// From when on the next mail may leave; `None` when it may now. `earlier` says when the others did, latest first.
    fn free_at(self, earlier: &[Instant], now: Instant) -> Option<Instant> {
        let of = |most: usize, window: TimeDelta| {
            let first_that_counts = earlier.get(most.checked_sub(1)?)?;
            Some(first_that_counts.plus(window)).filter(|free| *free > now)
        };
        of(self.hour, TimeDelta::hours(1)).max(of(self.day, TimeDelta::days(1)))
    }
}

/// How far back mails count.
pub fn counted_since(now: Instant) -> Instant {
    now.plus(-TimeDelta::days(1))
}

/// How far back a confirmation counts: about as long as a consultation and the answers to it take.
pub fn confirmed_since(now: Instant) -> Instant {
    now.plus(-TimeDelta::days(90))
}

/// A mail that is due and counts towards the limit of its mailbox.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub row_key: i64,
    /// Whose limit it counts towards.
    pub mailbox: String,
    /// Whom it is addressed to: mails to different addresses never become one, even if one mailbox may get both.
    pub recipient: String,
    /// Whether an earlier try may have arrived; then the same mail is repeated and nothing is added to it.
    pub is_repeat: bool,
    /// The mail that carried it at that try.
    pub sent_with: Option<i64>,
    /// Whether it has waited for its time before.
    pub was_held: bool,
}

/// What becomes of the mails that are due.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Each is one mail: the row that is sent and those it carries.
    pub go: Vec<(i64, Vec<i64>)>,
    /// Rows that wait, by when they are due again.
    pub held: BTreeMap<Instant, Vec<i64>>,
}

/// What makes mails one mail, in the order they leave.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Together {
    /// As they were at an earlier try.
    Again(i64),
    /// What had to wait.
    Held(String),
    /// Nothing else.
    Alone(i64),
}

/// Decides which of `waiting`, in their order, leave now. `earlier` says when mails left for each mailbox, latest first.
pub fn plan(
    waiting: &[Waiting],
    mut earlier: HashMap<String, Vec<Instant>>,
    limit: impl Fn(&str) -> Limit,
    now: Instant,
) -> Plan {
    let mut plan = Plan::default();
    for unit in units(waiting) {
        let Some((first, others)) = unit.split_first() else {
            continue;
        };
        let left = earlier.entry(first.mailbox.clone()).or_default();
        match limit(&first.mailbox).free_at(left, now) {
            None => {
                left.insert(0, now);
                let others = others.iter().map(|mail| mail.row_key).collect();
                plan.go.push((first.row_key, others));
            }
            Some(free) => {
                let rows = unit.iter().map(|mail| mail.row_key);
                plan.held.entry(free).or_default().extend(rows);
            }
        }
    }
    plan
}

/// The mails that could leave, each as the rows it is made of; what waited longest comes first.
fn units(waiting: &[Waiting]) -> Vec<Vec<&Waiting>> {
    let mut places: HashMap<Together, usize> = HashMap::new();
    let mut units: Vec<Vec<&Waiting>> = Vec::new();
    for mail in waiting {
        let together = match mail {
            Waiting {
                is_repeat: true, ..
            } => Together::Again(mail.sent_with.unwrap_or(mail.row_key)),
            Waiting { was_held: true, .. } => Together::Held(mail.recipient.clone()),
            _ => Together::Alone(mail.row_key),
        };
        let place = *places.entry(together.clone()).or_insert(units.len());
        match units.get_mut(place) {
            Some(unit) if unit.len() < MOST_TOGETHER => unit.push(mail),
            _ => {
                places.insert(together, units.len());
                units.push(vec![mail]);
            }
        }
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAILBOX: &str = "ana@example.org";

    fn at(minutes: i64) -> Instant {
        let start = Instant::from_micros(1_649_628_000_000_000).expect("in range");
        start.plus(TimeDelta::minutes(minutes))
    }

    fn mail(row_key: i64) -> Waiting {
        Waiting {
            row_key,
            mailbox: MAILBOX.to_owned(),
            recipient: MAILBOX.to_owned(),
            is_repeat: false,
            sent_with: None,
            was_held: false,
        }
    }

    fn held(row_key: i64) -> Waiting {
        Waiting {
            was_held: true,
            ..mail(row_key)
        }
    }

    /// What becomes of `waiting` at minute `now` if mails left at the minutes `left`, latest first.
    fn planned(waiting: &[Waiting], left: &[i64], now: i64) -> Plan {
        let left = left.iter().map(|minute| at(*minute)).collect();
        let earlier = HashMap::from([(MAILBOX.to_owned(), left)]);
        plan(waiting, earlier, |_mailbox| Limit::STRANGER, at(now))
    }

    #[test]
    fn what_counts_lies_behind() {
        let now = at(0);

        assert_eq!(now.since(counted_since(now)), TimeDelta::days(1));
        assert_eq!(now.since(confirmed_since(now)), TimeDelta::days(90));
    }

    #[test]
    fn three_leave_alone_and_the_rest_waits_an_hour() {
        let plan = planned(&[mail(1), mail(2), mail(3), mail(4), mail(5)], &[], 0);

        assert_eq!(plan.go, [(1, vec![]), (2, vec![]), (3, vec![])]);
        assert_eq!(plan.held, BTreeMap::from([(at(60), vec![4, 5])]));
    }

    #[test]
    fn what_has_waited_leaves_as_one_mail() {
        let plan = planned(&[held(4), held(5), mail(6)], &[0, 0, 0], 60);

        assert_eq!(plan.go, [(4, vec![5]), (6, vec![])]);
        assert!(plan.held.is_empty());
    }

    #[test]
    fn the_tenth_of_a_day_is_the_last() {
        let left = [540, 480, 420, 360, 300, 240, 180, 120, 60, 0];

        assert!(planned(&[mail(1)], &left, 24 * 60 - 1).go.is_empty());
        assert_eq!(
            planned(&[mail(1)], &left, 600).held,
            BTreeMap::from([(at(24 * 60), vec![1])])
        );
        assert_eq!(planned(&[mail(1)], &left, 24 * 60).go.len(), 1);
    }

    #[test]
    fn a_mail_whose_fate_is_unknown_is_repeated_as_it_was() {
        let repeat = |row_key| Waiting {
            is_repeat: true,
            sent_with: Some(1),
            ..held(row_key)
        };
        let first = Waiting {
            sent_with: None,
            ..repeat(1)
        };

        let plan = planned(&[first, repeat(2), held(3)], &[], 0);

        assert_eq!(plan.go, [(1, vec![2]), (3, vec![])]);
    }

    #[test]
    fn mails_to_two_addresses_of_one_mailbox_count_together_and_stay_apart() {
        let tagged = |row_key| Waiting {
            recipient: "ana+1@example.org".to_owned(),
            ..held(row_key)
        };

        let plan = planned(
            &[held(1), tagged(2), held(3), tagged(4), mail(5), mail(6)],
            &[],
            0,
        );

        assert_eq!(plan.go, [(1, vec![3]), (2, vec![4]), (5, vec![])]);
        assert_eq!(plan.held, BTreeMap::from([(at(60), vec![6])]));
    }

    #[test]
    fn a_mail_asks_for_no_more_than_a_reader_can_survey() {
        let many: Vec<Waiting> = (0..120).map(held).collect();

        let sizes: Vec<usize> = planned(&many, &[], 0)
            .go
            .iter()
            .map(|(_first, others)| others.len() + 1)
            .collect();

        assert_eq!(sizes, [50, 50, 20]);
    }
}
