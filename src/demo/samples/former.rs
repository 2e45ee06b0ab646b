//! What a sample says of itself, and what it was called before.

use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Tz;

use super::files::ConsultationSample;
use crate::consultations::{Basics, Texts};
use crate::kernel::clock::Instant;
use crate::kernel::local_time::start_of_day;
use crate::kernel::procedure::Procedure;

/// What it says when it is announced.
pub(super) fn first(sample: &ConsultationSample) -> Basics {
    let mut basics = last(sample);
    if let Some(former) = &sample.former {
        basics.own.title.clone_from(&former.title);
        basics.valid_from = former.valid_from;
    }
    basics
}

/// What it says later, and when that was changed.
pub(super) fn renamed(
    sample: &ConsultationSample,
    zone: Tz,
) -> anyhow::Result<Option<(Instant, Basics)>> {
    let Some(former) = &sample.former else {
        return Ok(None);
    };
    let day: NaiveDate = former.until.parse()?;
    let at = start_of_day(day, zone)?.plus(TimeDelta::hours(10));
    Ok(Some((at, last(sample))))
}

fn last(sample: &ConsultationSample) -> Basics {
    let english = Texts {
        title: sample.title_en.clone().unwrap_or_default(),
        summary: sample.summary_en.clone().unwrap_or_default(),
        target_groups: sample.target_groups_en.clone(),
        ..Texts::default()
    };
    Basics {
        slug: sample.slug.clone(),
        draft_noun: sample.draft_noun.clone().unwrap_or_default(),
        procedure: Procedure::Strategy,
        valid_from: sample.valid_from,
        valid_to: sample.valid_to,
        own: Texts {
            title: sample.title.clone(),
            short_title: sample.short_title.clone(),
            summary: sample.summary.clone(),
            purpose: sample.purpose.trim().to_owned(),
            target_groups: sample.target_groups.clone(),
        },
        english,
    }
}
