//! The order of the Slovene alphabet, for every list of names, as Unicode's collation for Slovene (CLDR `sl`) has it: č, ć
//! after c, đ after d, š after s, ž after z; other marks and capitals count only where nothing else differs.
//!
//! Lists of names are short and sorted here, not by the databases, whose orders differ.

use icu_collator::Collator;
use icu_collator::options::CollatorOptions;
use icu_locale_core::locale;

/// Sorts by what `name` says of each.
#[expect(
    clippy::expect_used,
    reason = "the collation of every language is compiled in"
)]
pub fn sort_by_name<T>(list: &mut [T], name: impl Fn(&T) -> &str) {
    let collator = Collator::try_new(locale!("sl").into(), CollatorOptions::default())
        .expect("the collation of Slovene is compiled in");
    list.sort_by(|one, other| {
        let (one, other) = (name(one), name(other));
        collator.compare(one, other).then_with(|| one.cmp(other))
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_in_the_order_of_the_alphabet() {
        let mut names = [
            "Žiri",
            "Zreče",
            "đurđa",
            "Dravograd",
            "Šentjur",
            "Sežana",
            "Ćirić",
            "C\u{30c}atež",
            "Cerkno",
            "celje",
            "Čarni",
            "Ankaran",
            "Članica A",
            "Član B",
            "Müller",
            "Muller",
            "Mulj",
        ];
        sort_by_name(&mut names, |name| name);

        assert_eq!(
            names,
            [
                "Ankaran",
                "celje",
                "Cerkno",
                "Čarni",
                "C\u{30c}atež",
                "Član B",
                "Članica A",
                "Ćirić",
                "Dravograd",
                "đurđa",
                "Mulj",
                "Muller",
                "Müller",
                "Sežana",
                "Šentjur",
                "Zreče",
                "Žiri",
            ]
        );
    }
}
