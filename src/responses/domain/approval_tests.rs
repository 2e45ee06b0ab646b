//! Who may do what with a finished response.

use strum::VariantArray as _;

use super::*;
use crate::kernel::clock::Instant;
use crate::kernel::ids::Ids;
use crate::responses::domain::ResponseDraft;

fn now() -> Instant {
    Instant::from_micros(0).expect("in range")
}

fn response(state: ResponseState) -> Response {
    let ids = Ids::seeded(1);
    Response {
        id: ids.next(now()),
        state,
        version: 2,
        draft: ResponseDraft::default(),
        author_id: ids.next(now()),
        updated_at: now(),
    }
}

fn somebody_else() -> StaffId {
    Ids::seeded(2).next(now())
}

#[test]
fn the_author_takes_back_only_what_waits_for_approval() {
    for &state in ResponseState::VARIANTS {
        let response = response(state);

        let taken = take_back(&response, response.author_id);

        assert_eq!(
            taken.is_ok(),
            state == ResponseState::InApproval,
            "{state:?}"
        );
    }
}

#[test]
fn nobody_takes_back_what_another_person_wrote() {
    let response = response(ResponseState::InApproval);

    assert_eq!(
        take_back(&response, somebody_else()),
        Err(AnswerError::NotAuthor)
    );
}

#[test]
fn only_what_is_approved_and_not_yet_public_is_reopened() {
    for &state in ResponseState::VARIANTS {
        let reopened = reopen(&response(state), "Predpis se je spremenil.");

        assert_eq!(
            reopened.is_ok(),
            state == ResponseState::Approved,
            "{state:?}"
        );
    }
    assert_eq!(
        reopen(&response(ResponseState::Released), "Prepozno."),
        Err(AnswerError::Locked {
            state: ResponseState::Released
        })
    );
}

#[test]
fn whoever_reopens_says_why() {
    let approved = response(ResponseState::Approved);

    assert_eq!(reopen(&approved, " \n"), Err(AnswerError::MissingNote));
    assert_eq!(
        reopen(&approved, &"a".repeat(limits::NOTE.most + 1)),
        Err(AnswerError::NoteTooLong)
    );
}
