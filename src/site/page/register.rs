//! The public register: figures that add up, a chart, and every comment beside its response.

use serde::Serialize;

use super::SubmissionCounts;
use crate::drafts::Place;
use crate::http::render::Page;
use crate::kernel::clock::Instant;
use crate::submissions::Outcome;

/// The public register. Before the release it has figures of what was received and no texts.
#[derive(Clone, Debug, Serialize)]
pub struct Register {
    /// When the responses were released; `None` before.
    pub released_at: Option<Instant>,
    /// Local date by which responses are expected.
    pub answers_expected_on: Option<String>,
    /// Totals over all sections; `received` is the sum of the others.
    pub totals: Figures,
    /// Confirmed submissions.
    pub submissions: i64,
    /// Submissions by channel, only those above zero.
    pub channels: Vec<ChannelCount>,
    /// Where all submissions stand.
    pub standing: SubmissionCounts,
    /// Comments that came late; not counted elsewhere.
    pub late: i64,
    /// Figures by section, in order; comments on the whole draft last.
    pub sections: Vec<SectionFigures>,
    /// The filters in force.
    pub filter: RegisterFilter,
    /// How many comments match.
    pub matching: usize,
    /// At most 100 of them.
    pub pairs: Vec<Pair>,
    /// Query string of the next page, such as `section=3&after=42`.
    pub next_query: Option<String>,
    /// Query string of the filters alone, for the way to paper; empty without filters.
    pub print_query: String,
    /// Whether this is not the first page.
    pub is_continued: bool,
}

/// Received comments and what became of them.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Figures {
    /// All that count.
    pub received: i64,
    /// Accepted.
    pub accepted: i64,
    /// Accepted in part.
    pub accepted_in_part: i64,
    /// Not accepted.
    pub not_accepted: i64,
    /// Noted.
    pub noted: i64,
    /// Out of scope.
    pub out_of_scope: i64,
    /// Without a released response.
    pub waiting: i64,
}

impl Figures {
    /// Figures from the counts of the five dispositions in their usual order and of those without a response.
    pub fn of(
        [
            accepted,
            accepted_in_part,
            not_accepted,
            noted,
            out_of_scope,
        ]: [i64; 5],
        waiting: i64,
    ) -> Self {
        Self {
            received: accepted + accepted_in_part + not_accepted + noted + out_of_scope + waiting,
            accepted,
            accepted_in_part,
            not_accepted,
            noted,
            out_of_scope,
            waiting,
        }
    }
}

/// How many submissions came one way.
#[derive(Clone, Debug, Serialize)]
pub struct ChannelCount {
    /// `web`, `email`, `post`, `in_person`, `hearing`, `import`.
    pub channel: String,
    /// How many.
    pub count: i64,
}

/// One row of the chart and of the table under it.
#[derive(Clone, Debug, Serialize)]
pub struct SectionFigures {
    /// Number of the section; `None` for comments on the whole draft.
    pub number: Option<i32>,
    /// Number of its page, unless it is in the adopted text no more.
    pub page: Option<u32>,
    /// Its title.
    pub title: String,
    /// Its figures.
    pub figures: Figures,
    /// The bar, drawn from the figures.
    pub bar: Vec<BarPart>,
}

/// One piece of a bar; positions are percentages of the longest bar.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BarPart {
    /// Class of the outcome: `acc`, `par`, `not`, `see`, `out`, `new`.
    pub class: String,
    /// Where it begins.
    pub x: String,
    /// How wide it is.
    pub width: String,
    /// Its middle, where the number stands.
    pub middle: String,
    /// The number.
    pub count: i64,
    /// Whether the number fits.
    pub is_labelled: bool,
}

impl SectionFigures {
    /// A row whose bar is scaled so that `longest` comments fill the width.
    pub fn new(number: Option<i32>, title: String, figures: Figures, longest: i64) -> Self {
        let bar = bar(&figures, longest);
        Self {
            number,
            page: number.and_then(|number| u32::try_from(number).ok()),
            title,
            figures,
            bar,
        }
    }
}

fn bar(figures: &Figures, longest: i64) -> Vec<BarPart> {
    let counts = [
        ("acc", figures.accepted),
        ("par", figures.accepted_in_part),
        ("not", figures.not_accepted),
        ("see", figures.noted),
        ("out", figures.out_of_scope),
        ("new", figures.waiting),
    ];
    let mut before = 0;
    let mut parts = Vec::new();
    for (class, count) in counts {
        if count > 0 {
            parts.push(bar_part(class, before, count, longest));
        }
        before += count;
    }
    parts
}

fn bar_part(class: &str, before: i64, count: i64, longest: i64) -> BarPart {
    // Hundredths of a per cent, so that whole numbers stay exact: 4.5 % is the narrowest piece a number fits in.
    let hundredths = |n: i64| n.saturating_mul(10_000) / longest.max(1);
    let percent = |h: i64| format!("{}.{:02}%", h / 100, h % 100);
    let (start, end) = (hundredths(before), hundredths(before + count));
    BarPart {
        class: class.to_owned(),
        x: percent(start),
        width: percent(end - start),
        middle: percent(start.midpoint(end)),
        count,
        is_labelled: end - start >= 450,
    }
}

/// The filters of the register as they came: `q`, `section`, `disposition`, `submitter`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct RegisterFilter {
    /// Words looked for.
    pub q: String,
    /// Number of a section as text, `draft` for the whole draft, empty for all.
    pub section: String,
    /// A disposition, empty for all.
    pub disposition: String,
    /// `individual`, `organisation`, empty for all.
    pub submitter: String,
}

/// The register for paper: the same figures with the table open, and all comments that match, in parts.
#[derive(Clone, Debug, Serialize)]
pub struct RegisterPrint {
    /// The register with the comments of this part.
    #[serde(flatten)]
    pub register: Register,
    /// Which part this is, from 1.
    pub part: usize,
    /// Query strings of all parts, in order.
    pub parts: Vec<String>,
    /// Most comments in one part.
    pub most: usize,
    /// Place of its first comment among those that match, from 1.
    pub first: usize,
    /// Place of its last.
    pub last: usize,
}

impl Page for RegisterPrint {
    const TEMPLATE: &'static str = "site/register_print.html";
}

/// A comment beside its response.
#[derive(Clone, Debug, Serialize)]
pub struct Pair {
    /// Such as `KRANJ-2022-0042/3`.
    pub reference: String,
    /// Code of the language it was submitted in.
    pub language: String,
    /// What it is about.
    pub place: Place,
    /// The passage it is about, as plain text.
    pub quote: Option<String>,
    /// The comment.
    pub body: String,
    /// How the passage should read.
    pub proposed_text: Option<String>,
    /// The published name; `None` for a person who did not choose to be named.
    pub public_name: Option<String>,
    /// When it was received.
    pub received_at: Instant,
    /// The released response.
    pub outcome: Outcome,
}

impl Page for Register {
    const TEMPLATE: &'static str = "site/register.html";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_bar_follow_one_another_and_fill_the_longest() {
        let figures = Figures::of([1, 2, 0, 0, 0], 1);

        let row = SectionFigures::new(Some(1), String::new(), figures, 4);

        let spans: Vec<_> = row
            .bar
            .iter()
            .map(|p| (p.x.as_str(), p.width.as_str()))
            .collect();
        assert_eq!(
            spans,
            [
                ("0.00%", "25.00%"),
                ("25.00%", "50.00%"),
                ("75.00%", "25.00%")
            ]
        );
    }

    #[test]
    fn figures_are_the_sum_of_their_parts() {
        assert_eq!(Figures::of([38, 61, 19, 23, 7], 2).received, 150);
    }
}
