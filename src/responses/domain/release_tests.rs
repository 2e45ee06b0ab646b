//! The rules of a release, one test each.

use chrono::TimeDelta;

use super::*;
use crate::consultations::{Window, domain::tests::kranj};

fn opening() -> Instant {
    Instant::from_micros(1_646_866_800_000_000).expect("in range")
}

fn closing() -> Instant {
    opening().plus(TimeDelta::days(32))
}

fn consultation() -> Consultation {
    Consultation {
        window: Window {
            opens_at: opening(),
            closes_at: closing(),
        },
        announced_at: Some(opening()),
        released_at: None,
        ..kranj()
    }
}

fn answered() -> Totals {
    Totals {
        unconfirmed: 2,
        approved: 5,
        ..Totals::default()
    }
}

#[test]
fn responses_are_released_from_the_moment_the_window_closes() {
    let before = closing().plus(TimeDelta::microseconds(-1));
    let refused = Err(ReleaseError::WindowOpen {
        closes_at: closing(),
    });

    assert_eq!(check_release(&consultation(), &answered(), before), refused);
    assert_eq!(
        check_release(&consultation(), &answered(), closing()),
        Ok(())
    );
}

#[test]
fn nothing_is_released_before_the_window_has_opened() {
    let before = opening().plus(TimeDelta::days(-1));

    assert!(check_release(&consultation(), &answered(), before).is_err());
}

#[test]
fn one_comment_without_an_approved_response_keeps_the_gate_closed() {
    for totals in [
        Totals {
            new: 1,
            ..answered()
        },
        Totals {
            drafted: 1,
            ..answered()
        },
        Totals {
            in_approval: 1,
            ..answered()
        },
    ] {
        assert_eq!(
            check_release(&consultation(), &totals, closing()),
            Err(ReleaseError::Unanswered { totals })
        );
    }
}

#[test]
fn unconfirmed_comments_do_not_keep_it_closed() {
    let totals = Totals {
        unconfirmed: 100,
        ..answered()
    };

    assert_eq!(check_release(&consultation(), &totals, closing()), Ok(()));
}

#[test]
fn a_release_happens_once_unless_a_late_comment_was_answered() {
    let mut consultation = consultation();
    consultation.released_at = Some(closing());
    let done = Totals {
        approved: 0,
        released: 5,
        ..answered()
    };
    let one_more = Totals {
        approved: 1,
        ..done
    };

    assert_eq!(
        check_release(&consultation, &done, closing()),
        Err(ReleaseError::AlreadyReleased)
    );
    assert_eq!(check_release(&consultation, &one_more, closing()), Ok(()));
}

#[test]
fn what_was_withdrawn_is_not_released() {
    let mut consultation = consultation();
    consultation.withdrawn_at = Some(opening());

    assert_eq!(
        check_release(&consultation, &answered(), closing()),
        Err(ReleaseError::Withdrawn)
    );
}

#[test]
fn totals_are_sums() {
    let totals = Totals {
        unconfirmed: 9,
        new: 1,
        drafted: 2,
        in_approval: 3,
        approved: 4,
        released: 5,
    };

    assert_eq!((totals.missing(), totals.confirmed()), (6, 15));
}
