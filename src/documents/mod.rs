//! Formats without business: what other programs read. Each file writes one of them from plain values, by a library that knows
//! its escapes, and nothing here knows a consultation.

pub mod atom;
pub mod calendar;
pub mod card;
pub mod sitemap;

/// A text as these formats can hold it: without control characters, which XML 1.0 (section 2.2) has no way to write and
/// calendars would take for the end of a line.
fn printable(text: &str) -> String {
    text.chars()
        .filter(|sign| !sign.is_control() || *sign == '\n')
        .filter(|sign| !matches!(sign, '\u{fffe}' | '\u{ffff}'))
        .collect()
}
