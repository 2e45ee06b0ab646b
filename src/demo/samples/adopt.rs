//! Records the adoption of a sample and its adopted text, after its comments were answered.

use chrono::{NaiveDate, TimeDelta};

use super::draft;
use super::files::{AdoptionSample, Draft, read};
use super::load::Loader;
use crate::accounts::By;
use crate::consultations::{
    Act, AdoptError, Consultation, Content, Part, SaveError, Values, record_adoption_in, save_in,
};
use crate::db::Failure;
use crate::drafts::{WrittenPiece, WrittenSection};
use crate::kernel::local_time::start_of_day;

/// Why a sample could not be adopted.
#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error(transparent)]
    Adopt(#[from] AdoptError),
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// As a coordinator does it, on the day after.
pub(super) async fn load(
    loader: &Loader<'_>,
    consultation: &Consultation,
    draft: &str,
    sample: &AdoptionSample,
) -> anyhow::Result<()> {
    let day: NaiveDate = sample.on.parse()?;
    let day_after = start_of_day(day, consultation.authority.zone)?.plus(TimeDelta::hours(34));
    let act = Act {
        ids: loader.ids.clone(),
        tokens: loader.tokens.clone(),
        by: By::System,
        now: day_after,
    };
    let values: Values = [
        ("body", &sample.body),
        ("session", &sample.session),
        ("adopted_on", &sample.on),
        ("document_title", &sample.document_title),
        ("document_url", &sample.document_url),
    ]
    .map(|(name, value)| (name.to_owned(), value.clone()))
    .into();
    let draft: Draft = read(draft)?;
    let text = Content::Text(adopted(draft::sections(&draft), &sample.changes));
    let id = consultation.id;
    loader
        .db
        .write::<_, Failure<Refused>, _>(move |connection| {
            record_adoption_in(connection, &act, id, &values).map_err(Failure::widen)?;
            save_in(connection, &act, id, (Part::Text, &text)).map_err(Failure::widen)
        })
        .await?;
    Ok(())
}

fn adopted(mut sections: Vec<WrittenSection>, changes: &[(String, String)]) -> Vec<WrittenSection> {
    for piece in sections.iter_mut().flat_map(|section| &mut section.pieces) {
        let body = match piece {
            WrittenPiece::Heading(_) => continue,
            WrittenPiece::Text(body) => body,
            WrittenPiece::Goal(goal) => &mut goal.body,
        };
        for (from, to) in changes {
            *body = body.replace(from, to);
        }
    }
    sections
}
