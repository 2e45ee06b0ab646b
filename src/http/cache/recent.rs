//! Figures that many pages show, whatever else they show: counted once for all of them.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::TimeDelta;

use super::Making;
use super::pages::Epoch;
use crate::db::{DatabaseError, DbConnection, StoreResult};
use crate::http::AppState;
use crate::kernel::clock::Instant;

/// What was counted last, for each key. In the second half of its lifetime it is counted anew beside the requests, so
/// that while anybody asks, nobody waits.
pub struct Recent<K, T> {
    lifetime: TimeDelta,
    slots: Mutex<HashMap<K, Arc<Slot<T>>>>,
}

struct Slot<T> {
    found: Mutex<Option<(Epoch, Found<T>)>>,
    /// Held by the one who counts while the others wait for it.
    counting: Mutex<()>,
    is_renewed: AtomicBool,
}

/// Something that is counted.
pub trait Figures: Send + Sync + 'static {
    /// When the clock alone makes them wrong.
    fn true_until(&self) -> Option<Instant> {
        None
    }
}

/// What was counted, when, and for how long it is good.
pub struct Found<T> {
    pub value: Arc<T>,
    pub at: Instant,
    pub(super) true_until: Instant,
    pub(super) fresh_until: Instant,
}

impl<T> Clone for Found<T> {
    fn clone(&self) -> Self {
        Self {
            value: Arc::clone(&self.value),
            at: self.at,
            true_until: self.true_until,
            fresh_until: self.fresh_until,
        }
    }
}

impl<K: Eq + Hash, T: Figures> Recent<K, T> {
    /// Figures that are counted anew after this time, and whenever something is published.
    pub fn new(lifetime: TimeDelta) -> Self {
        Self {
            lifetime,
            slots: Mutex::default(),
        }
    }

    /// The figures of this key, counted by `count` unless there are some.
    ///
    /// # Errors
    /// What `count` returns.
    pub fn get<C>(&self, key: K, making: &mut Making<'_>, count: C) -> StoreResult<Found<T>>
    where
        C: FnOnce(&mut DbConnection, Instant) -> StoreResult<T> + Send + 'static,
    {
        let slot = self.slot(key);
        let is_fresh = |found: &Found<T>| making.now < found.fresh_until;
        if let Some(found) = slot.of(making.epoch).filter(is_fresh) {
            if found.at.plus(self.lifetime / 2) <= making.now {
                slot.renew(making.state.clone(), self.lifetime, count);
            }
            return Ok(found);
        }
        let _turn = slot.counting.lock().unwrap_or_else(PoisonError::into_inner);
        match slot.of(making.epoch).filter(is_fresh) {
            Some(found) => Ok(found),
            None => {
                let when = (making.epoch, making.now);
                slot.count(making.connection, when, self.lifetime, count)
            }
        }
    }

    fn slot(&self, key: K) -> Arc<Slot<T>> {
        let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(slots.entry(key).or_default())
    }
}

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self {
            found: Mutex::default(),
            counting: Mutex::default(),
            is_renewed: AtomicBool::default(),
        }
    }
}

impl<T: Figures> Slot<T> {
    /// What was counted in this epoch.
    fn of(&self, epoch: Epoch) -> Option<Found<T>> {
        let found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        found
            .as_ref()
            .filter(|(counted, _found)| *counted == epoch)
            .map(|(_counted, found)| found.clone())
    }

    fn count(
        &self,
        connection: &mut DbConnection,
        (epoch, at): (Epoch, Instant),
        lifetime: TimeDelta,
        count: impl FnOnce(&mut DbConnection, Instant) -> StoreResult<T>,
    ) -> StoreResult<Found<T>> {
        let value = Arc::new(count(connection, at)?);
        let end = at.plus(lifetime);
        let true_until = value.true_until().unwrap_or(Instant::MAX);
        let new = Found {
            value,
            at,
            true_until,
            fresh_until: end.min(true_until),
        };
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        *found = Some((epoch, new.clone()));
        Ok(new)
    }

    fn renew<C>(self: Arc<Self>, state: AppState, lifetime: TimeDelta, count: C)
    where
        C: FnOnce(&mut DbConnection, Instant) -> StoreResult<T> + Send + 'static,
    {
        if self.is_renewed.swap(true, Ordering::AcqRel) {
            return;
        }
        tokio::spawn(async move {
            let when = (state.pages.epoch(), state.now());
            let slot = Arc::clone(&self);
            let counting = state.context.db.read_page(move |connection| {
                slot.count(connection, when, lifetime, count)?;
                Ok::<_, DatabaseError>(())
            });
            if let Err(error) = counting.await {
                tracing::warn!(%error, "Figures could not be counted anew");
            }
            self.is_renewed.store(false, Ordering::Release);
        });
    }
}
