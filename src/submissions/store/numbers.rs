//! Reference numbers without gaps.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::db::schema::reference_counters;
use crate::db::{DbConnection, StoreResult, prepared};
use crate::kernel::ids::ConsultationId;

/// The numbers given out in one write. Only one write goes on at a time (ADR 0003), so the counters are read once and
/// written once; what is undone leaves no gap.
#[derive(Debug, Default)]
pub struct Numbers {
    counters: HashMap<ConsultationId, Counter>,
}

#[derive(Debug)]
struct Counter {
    last: i64,
    /// The consultation has had no submission before.
    is_new: bool,
}

impl Numbers {
    /// The next number of a consultation.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn next(
        &mut self,
        connection: &mut DbConnection,
        consultation: ConsultationId,
    ) -> StoreResult<i64> {
        if let Some(counter) = self.counters.get_mut(&consultation) {
            counter.last += 1;
            return Ok(counter.last);
        }
        let stored: Option<i64> = reference_counters::table
            .find(consultation)
            .select(reference_counters::last_number)
            .first(connection)
            .optional()?;
        let counter = Counter {
            last: stored.unwrap_or_default() + 1,
            is_new: stored.is_none(),
        };
        let number = counter.last;
        self.counters.insert(consultation, counter);
        Ok(number)
    }

    /// Stores the counters. Call it in the same write.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn store(self, connection: &mut DbConnection) -> StoreResult<()> {
        for (consultation, Counter { last, is_new }) in self.counters {
            if is_new {
                diesel::insert_into(reference_counters::table)
                    .values((
                        reference_counters::consultation_id.eq(consultation),
                        reference_counters::last_number.eq(last),
                    ))
                    .execute(connection)?;
                continue;
            }
            let counter = diesel::update(reference_counters::table.find(consultation))
                .set(reference_counters::last_number.eq(last))
                .returning(reference_counters::last_number);
            let _last: i64 = prepared(counter).get_result(connection)?;
        }
        Ok(())
    }
}
