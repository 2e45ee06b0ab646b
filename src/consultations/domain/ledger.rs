//! The public ledger of the window: each entry holds what the one before it comes to, so that none can be changed, put in
//! or taken out without changing the last, which is printed on the page.

use strum::{EnumString, IntoStaticStr};

use super::Window;
use crate::kernel::clock::Instant;
use crate::kernel::token::{digest, hex};

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WindowEvent {
    pub kind: WindowEventKind,
    /// The window from then on; of an outage, from when until when the site was away.
    pub window: Window,
    /// Why; public.
    pub reason: String,
    pub recorded_at: Instant,
}

/// What happened to the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum WindowEventKind {
    Announced,
    Extended,
    /// The site could not be reached for some time of the window.
    Outage,
    Withdrawn,
}

/// By how many whole days a window would have to be extended for the outages since it was extended last; 0 without any.
pub fn days_lost(events: &[WindowEvent]) -> i64 {
    let since = events
        .iter()
        .rposition(|event| event.kind == WindowEventKind::Extended)
        .map_or(0, |last| last + 1);
    let outages = events.iter().skip(since);
    let lost: i64 = outages
        .filter(|event| event.kind == WindowEventKind::Outage)
        .map(|event| {
            event
                .window
                .closes_at
                .since(event.window.opens_at)
                .num_seconds()
        })
        .sum();
    lost.div_euclid(DAY) + i64::from(lost.rem_euclid(DAY) > 0)
}

/// Seconds of a day.
const DAY: i64 = 24 * 60 * 60;

/// The hash after each entry, in hexadecimal: SHA-256 of the one before, kind, opening and closing in microseconds since
/// 1970, reason and time of the entry.
pub fn heads(events: &[WindowEvent]) -> Vec<String> {
    let mut head = Vec::new();
    events
        .iter()
        .map(|event| {
            head = digest(&[
                &head,
                event.kind.into_str().as_bytes(),
                &event.window.opens_at.micros().to_be_bytes(),
                &event.window.closes_at.micros().to_be_bytes(),
                event.reason.as_bytes(),
                &event.recorded_at.micros().to_be_bytes(),
            ])
            .to_vec();
            hex(&head)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(kind: WindowEventKind, reason: &str, micros: i64) -> WindowEvent {
        let at = |micros| Instant::from_micros(micros).expect("in range");
        WindowEvent {
            kind,
            window: Window {
                opens_at: at(10),
                closes_at: at(20),
            },
            reason: reason.to_owned(),
            recorded_at: at(micros),
        }
    }

    #[test]
    fn outages_since_the_last_extension_are_made_good_in_whole_days() {
        let hours = |hours: i64| hours * 60 * 60 * 1_000_000;
        let outage = |from, until| {
            let at = |micros| Instant::from_micros(micros).expect("in range");
            WindowEvent {
                window: Window {
                    opens_at: at(hours(from)),
                    closes_at: at(hours(until)),
                },
                ..event(WindowEventKind::Outage, "Strežnik.", hours(until))
            }
        };
        let announced = event(WindowEventKind::Announced, "", 1);
        let extended = event(WindowEventKind::Extended, "Izpad.", hours(40));
        let lost = |events: &[&WindowEvent]| {
            let events: Vec<WindowEvent> = events.iter().map(|one| (*one).clone()).collect();
            days_lost(&events)
        };

        assert_eq!(lost(&[&announced]), 0);
        assert_eq!(lost(&[&announced, &outage(1, 2)]), 1);
        assert_eq!(lost(&[&outage(1, 13), &outage(20, 33)]), 2);
        assert_eq!(lost(&[&outage(0, 24)]), 1);
        assert_eq!(lost(&[&outage(1, 2), &extended]), 0);
    }

    #[test]
    fn a_changed_entry_changes_every_head_after_it() {
        let ledger = [
            event(WindowEventKind::Announced, "", 1),
            event(WindowEventKind::Extended, "Prazniki.", 2),
            event(WindowEventKind::Withdrawn, "Napaka.", 3),
        ];
        let mut forged = ledger.clone();
        forged[1].reason = "Drugo.".to_owned();

        let (kept, changed) = (heads(&ledger), heads(&forged));

        assert_eq!(kept[0], changed[0]);
        assert_ne!(kept[1], changed[1]);
        assert_ne!(kept[2], changed[2]);
    }
}
