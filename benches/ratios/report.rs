//! Medians, ratios and the table.

use std::fmt;
use std::time::Duration;

/// What one run of one side did.
#[derive(Clone, Debug, Default)]
pub(crate) struct Run {
    pub(crate) per_second: f64,
    /// How long each request took, sorted; empty where it was not noted.
    pub(crate) latencies: Vec<Duration>,
}

impl Run {
    /// The time within which `percent` of the requests were answered.
    pub(crate) fn percentile(&self, percent: usize) -> Duration {
        let rank = (self.latencies.len() * percent).div_ceil(100);
        self.latencies
            .get(rank.saturating_sub(1))
            .copied()
            .unwrap_or_default()
    }
}

/// The middle one.
pub(crate) fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}

/// What a figure must be.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Required {
    AtLeast(f64),
    AtMost(f64),
    /// Told for comparison only.
    Nothing,
}

struct Figure {
    name: String,
    ours: String,
    baseline: String,
    measured: f64,
    spread: String,
    required: Required,
}

/// All figures measured so far.
#[derive(Default)]
pub(crate) struct Report {
    figures: Vec<Figure>,
}

impl Report {
    /// Requests per second, ours against the baseline's, round by round.
    pub(crate) fn rates(&mut self, name: &str, ours: &[Run], baseline: &[Run], required: Required) {
        let rates = |runs: &[Run]| -> Vec<f64> { runs.iter().map(|run| run.per_second).collect() };
        let (ours, baseline) = (rates(ours), rates(baseline));
        let mut ratios: Vec<f64> = ours.iter().zip(&baseline).map(|(a, b)| a / b).collect();
        ratios.sort_by(f64::total_cmp);
        let ends = ratios.first().zip(ratios.last());
        self.figures.push(Figure {
            name: name.to_owned(),
            ours: format!("{:.0}/s", median(&ours)),
            baseline: format!("{:.0}/s", median(&baseline)),
            measured: median(&ratios),
            spread: ends
                .map(|(least, most)| format!("{least:.2}–{most:.2}"))
                .unwrap_or_default(),
            required,
        });
    }

    /// The median over the runs of the 99th percentile, in milliseconds.
    pub(crate) fn p99(&mut self, name: &str, runs: &[Run], required: Required) {
        let millis = |percent| -> Vec<f64> {
            runs.iter()
                .map(|run| run.percentile(percent).as_secs_f64() * 1_000.0)
                .collect()
        };
        let (p50, p99) = (median(&millis(50)), median(&millis(99)));
        self.absolute(name, format!("p50 {p50:.1} ms"), p99, required);
    }

    /// A figure that is compared with nothing but its limit.
    pub(crate) fn absolute(&mut self, name: &str, ours: String, measured: f64, required: Required) {
        self.figures.push(Figure {
            name: name.to_owned(),
            ours,
            baseline: String::new(),
            measured,
            spread: String::new(),
            required,
        });
    }

    /// Notes that a part could not be measured: a figure that meets nothing.
    pub(crate) fn part(&mut self, name: &str, done: anyhow::Result<()>) {
        if let Err(error) = done {
            eprintln!("{name}: {error:?}");
            let failed = format!("{name} was not measured to its end");
            self.absolute(&failed, String::new(), f64::NAN, Required::AtMost(0.0));
        }
    }

    /// Whether a part could not be measured to its end.
    pub(crate) fn is_incomplete(&self) -> bool {
        self.figures.iter().any(|figure| figure.measured.is_nan())
    }

    /// Whether any figure is missed.
    pub(crate) fn is_missed(&self) -> bool {
        self.figures.iter().any(|figure| !figure.is_met())
    }
}

impl Figure {
    fn is_met(&self) -> bool {
        match self.required {
            Required::AtLeast(least) => self.measured >= least,
            Required::AtMost(most) => self.measured <= most,
            Required::Nothing => true,
        }
    }
}

impl fmt::Display for Required {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtLeast(least) => write!(f, "≥ {least}"),
            Self::AtMost(most) => write!(f, "≤ {most}"),
            Self::Nothing => f.write_str("–"),
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let widest = self.figures.iter().map(|one| one.name.chars().count());
        let width = widest.max().unwrap_or_default();
        writeln!(
            f,
            "{:width$}  {:>14}  {:>10}  {:>8}  {:>12}  {:>8}",
            "figure", "ours", "baseline", "measured", "from–to", "required"
        )?;
        for one in &self.figures {
            let missed = if one.is_met() { "" } else { "  MISSED" };
            writeln!(
                f,
                "{:width$}  {:>14}  {:>10}  {:>8.2}  {:>12}  {:>8}{missed}",
                one.name,
                one.ours,
                one.baseline,
                one.measured,
                one.spread,
                one.required.to_string()
            )?;
        }
        Ok(())
    }
}
