//! What is kept: each page under one address, all of them within a bound of bytes.

use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use url::form_urlencoded::{Serializer, parse};

use super::flights::Flights;
use super::published::Published;
use crate::kernel::clock::Instant;

/// Bytes of pages kept; the whole Kranj draft in two languages needs one of these 32 MB.
const MOST_BYTES: usize = 32 * 1024 * 1024;

/// How much had been published when something was read. What was made in an earlier epoch is never kept in a later one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Epoch(u64);

/// The pages in memory. Cheap to clone.
#[derive(Clone, Default)]
pub struct PublishedPages {
    inner: Arc<Inner>,
    pub(super) flights: Flights,
}

#[derive(Default)]
struct Inner {
    pages: RwLock<Pages>,
    /// Changes only while `pages` is locked.
    epoch: AtomicU64,
    made: AtomicU64,
    /// Styles and fonts: part of the binary, so never forgotten.
    assets: RwLock<HashMap<String, Arc<Published>>>,
}

#[derive(Default)]
struct Pages {
    by_address: HashMap<String, Entry>,
    /// Which parameters the pages at a path read, where they read any.
    reads: HashMap<String, &'static [&'static str]>,
    bytes: usize,
}

struct Entry {
    page: Arc<Published>,
    /// The second it was asked for last.
    asked: AtomicI64,
}

/// What there is at an address.
pub(super) enum Kept {
    /// A page as good as a new one.
    Fresh(Arc<Published>),
    /// One whose figures are old, though nothing in it is wrong.
    True(Arc<Published>),
    Nothing,
}

/// The one address of a page, and the part of it after the question mark: only the parameters it reads, in their order,
/// without empty ones.
pub(super) fn address(path: &str, query: &str, reads: &[&str]) -> (String, String) {
    if query.is_empty() || reads.is_empty() {
        return (path.to_owned(), String::new());
    }
    let mut kept = Serializer::new(String::new());
    for name in reads {
        let sent = parse(query.as_bytes()).find(|(key, _value)| key == name);
        if let Some((key, value)) = sent.filter(|(_key, value)| !value.is_empty()) {
            kept.append_pair(&key, &value);
        }
    }
    let query = kept.finish();
    if query.is_empty() {
        (path.to_owned(), query)
    } else {
        (format!("{path}?{query}"), query)
    }
}

impl PublishedPages {
    /// How much has been published so far, as far as this node knows. Ask before reading what a page is made of.
    pub fn epoch(&self) -> Epoch {
        Epoch(self.inner.epoch.load(Ordering::Acquire))
    }

    /// How many pages were made since the start.
    pub fn made(&self) -> u64 {
        self.inner.made.load(Ordering::Relaxed)
    }

    /// Forgets every page, also those being made: something was published.
    pub fn clear(&self) {
        let mut pages = self.write();
        self.inner.epoch.fetch_add(1, Ordering::AcqRel);
        pages.by_address.clear();
        pages.bytes = 0;
    }

    /// The asset kept under this path.
    pub fn asset(&self, path: &str) -> Option<Arc<Published>> {
        let assets = &self.inner.assets;
        let assets = assets.read().unwrap_or_else(PoisonError::into_inner);
        assets.get(path).cloned()
    }

    /// Keeps an asset.
    pub fn keep_asset(&self, path: &str, asset: Arc<Published>) {
        let assets = &self.inner.assets;
        let mut assets = assets.write().unwrap_or_else(PoisonError::into_inner);
        assets.insert(path.to_owned(), asset);
    }

    /// The page a request asks for, as long as it is as good as a new one. Parameters it does not read are ignored.
    pub(super) fn fresh(&self, path: &str, query: &str, now: Instant) -> Option<Arc<Published>> {
        let pages = self.inner.pages.read();
        let pages = pages.unwrap_or_else(PoisonError::into_inner);
        let kept = match pages.reads.get(path) {
            Some(reads) if !query.is_empty() => pages.find(&address(path, query, reads).0, now),
            _no_parameters => pages.find(path, now),
        };
        match kept {
            Kept::Fresh(page) => Some(page),
            Kept::True(_) | Kept::Nothing => None,
        }
    }

    pub(super) fn find(&self, key: &str, now: Instant) -> Kept {
        let pages = self.inner.pages.read();
        pages.unwrap_or_else(PoisonError::into_inner).find(key, now)
    }

    /// Keeps a page, unless something was published since `epoch`.
    pub(super) fn keep(
        &self,
        key: &str,
        reads: &'static [&'static str],
        page: &Arc<Published>,
        epoch: Epoch,
        now: Instant,
    ) {
        self.inner.made.fetch_add(1, Ordering::Relaxed);
        let mut pages = self.write();
        if self.epoch() != epoch {
            return;
        }
        if !reads.is_empty() {
            let path = key.split('?').next().unwrap_or(key);
            pages.reads.insert(path.to_owned(), reads);
        }
        pages.insert(key.to_owned(), Arc::clone(page), now);
        pages.evict(MOST_BYTES, now);
    }

    fn write(&self) -> std::sync::RwLockWriteGuard<'_, Pages> {
        let pages = self.inner.pages.write();
        pages.unwrap_or_else(PoisonError::into_inner)
    }
}

impl Pages {
    fn find(&self, key: &str, now: Instant) -> Kept {
        let Some(entry) = self.by_address.get(key) else {
            return Kept::Nothing;
        };
        let second = second(now);
        // Written at most once a second, so that processors do not take the line from each other for every request.
        if entry.asked.load(Ordering::Relaxed) != second {
            entry.asked.store(second, Ordering::Relaxed);
        }
        let page = &entry.page;
        if now < page.fresh_until {
            Kept::Fresh(Arc::clone(page))
        } else if now < page.true_until {
            Kept::True(Arc::clone(page))
        } else {
            Kept::Nothing
        }
    }

    fn insert(&mut self, key: String, page: Arc<Published>, now: Instant) {
        self.bytes += page.weight() + key.len();
        let entry = Entry {
            page,
            asked: AtomicI64::new(second(now)),
        };
        let length = key.len();
        if let Some(old) = self.by_address.insert(key, entry) {
            self.bytes = self.bytes.saturating_sub(old.page.weight() + length);
        }
    }

    /// Forgets what is untrue and then what nobody has asked for longest, until an eighth of the room is free again.
    fn evict(&mut self, most: usize, now: Instant) {
        if self.bytes <= most {
            return;
        }
        let order = |(key, entry): (&String, &Entry)| {
            let is_true = now < entry.page.true_until;
            (is_true, entry.asked.load(Ordering::Relaxed), key.clone())
        };
        let mut oldest: Vec<_> = self.by_address.iter().map(order).collect();
        oldest.sort_unstable();
        for (_is_true, _asked, key) in oldest {
            if self.bytes <= most - most / 8 {
                return;
            }
            if let Some(entry) = self.by_address.remove(&key) {
                self.bytes = self.bytes.saturating_sub(entry.page.weight() + key.len());
            }
        }
    }
}

fn second(now: Instant) -> i64 {
    now.micros() / 1_000_000
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::super::Rendered;
    use super::*;

    fn now() -> Instant {
        Instant::new("2026-11-25T12:00:00Z".parse().expect("valid"))
    }

    fn page(bytes: usize) -> Arc<Published> {
        let until = now().plus(TimeDelta::hours(1));
        let rendered = Rendered::until("x".repeat(bytes), until);
        Arc::new(Published::new(rendered, false))
    }

    #[test]
    fn an_address_holds_only_the_parameters_the_page_reads_in_one_order() {
        let reads = &["q", "section"];
        let key = |query| address("/register", query, reads).0;

        assert_eq!(key("fbclid=1&utm_source=x"), "/register");
        assert_eq!(
            key("section=3&q=mraz&utm_source=x"),
            "/register?q=mraz&section=3"
        );
        assert_eq!(key("q=&section=3"), "/register?section=3");
        assert_eq!(address("/section", "q=1", &[]).0, "/section");
    }

    #[test]
    fn a_page_made_before_a_publication_is_not_kept_after_it() {
        let pages = PublishedPages::default();

        let before = pages.epoch();
        pages.clear();
        pages.keep("/old", &[], &page(10), before, now());
        pages.keep("/new", &[], &page(10), pages.epoch(), now());

        assert!(pages.fresh("/old", "", now()).is_none());
        assert!(pages.fresh("/new", "utm_source=x", now()).is_some());
    }

    #[test]
    fn what_was_asked_for_longest_ago_goes_first_and_only_as_much_as_needed() {
        let mut pages = Pages::default();
        let at = |seconds| now().plus(TimeDelta::seconds(seconds));
        for number in 0..8 {
            pages.insert(format!("/{number}"), page(10_000), at(number));
        }
        let full = pages.bytes;
        pages.find("/0", at(9));

        pages.evict(full - 1, at(10));

        let mut left: Vec<_> = pages.by_address.keys().cloned().collect();
        left.sort();
        assert_eq!(
            left,
            ["/0", "/2", "/3", "/4", "/5", "/6", "/7"].map(str::to_owned)
        );
        assert!(pages.bytes <= full * 7 / 8);
    }
}
