//! What the register filters and counts, shared by all its pages.

use std::sync::Arc;

use crate::consultations::Consultation;
use crate::db::{DbConnection, StoreResult};
use crate::http::cache::{Figures, Found, Making, Recent};
use crate::kernel::clock::Instant;
use crate::kernel::ids::ConsultationId;
use crate::site::store::{self, FigureRow, ReleasedComments, Totals};
use crate::site::web::{COUNTED_ANEW, COUNTED_ONCE};

/// Of every consultation somebody has looked at.
pub struct SharedRegister {
    /// True until something is published.
    released: Recent<ConsultationId, ReleasedComments>,
    figures: Recent<ConsultationId, Counted>,
}

/// What was counted together.
pub(super) struct Counted {
    pub(super) figures: Vec<FigureRow>,
    pub(super) totals: Totals,
}

impl Figures for Counted {
    fn true_until(&self) -> Option<Instant> {
        self.totals.standings.next_expiry
    }
}

impl Figures for ReleasedComments {}

impl Default for SharedRegister {
    fn default() -> Self {
        Self {
            released: Recent::new(COUNTED_ONCE),
            figures: Recent::new(COUNTED_ANEW),
        }
    }
}

impl SharedRegister {
    pub(super) fn released(
        &self,
        consultation: &Consultation,
        making: &mut Making<'_>,
    ) -> StoreResult<Arc<ReleasedComments>> {
        let (id, is_public) = (consultation.id, consultation.released_at.is_some());
        let list = move |connection: &mut DbConnection, _now| {
            store::list_released(connection, id, is_public)
        };
        self.released.get(id, making, list).map(|found| found.value)
    }

    pub(super) fn counted(
        &self,
        consultation: &Consultation,
        released: &Arc<ReleasedComments>,
        making: &mut Making<'_>,
    ) -> StoreResult<Found<Counted>> {
        let (id, released) = (consultation.id, Arc::clone(released));
        self.figures.get(id, making, move |connection, now| {
            Ok(Counted {
                figures: store::count_figures(connection, id, &released)?,
                totals: store::count_totals(connection, id, &released, now)?,
            })
        })
    }
}
