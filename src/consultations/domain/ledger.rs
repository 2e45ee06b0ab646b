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
    Withdrawn,
}

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
