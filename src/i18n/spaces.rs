//! No-break spaces where a line must not end.

use super::Language;

const NO_BREAK: char = '\u{a0}';

/// Binds one-letter words to the next word; in Slovene also ordinal numbers (`10.`), in English short numbers, so that
/// a day stays with its month.
pub fn bind(lang: Language, text: &str) -> String {
    let mut bound = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(' ') {
        bound.push_str(before);
        let word = before.rsplit([NO_BREAK, '\n']).next().unwrap_or_default();
        bound.push(if stays_with_next(lang, word) {
            NO_BREAK
        } else {
            ' '
        });
        rest = after;
    }
    bound.push_str(rest);
    bound
}

fn stays_with_next(lang: Language, word: &str) -> bool {
    let word = word.trim_start_matches(['(', '»', '"']);
    match lang {
        Language::Sl => is_one_letter(word, "kszvouaihKSZVOUAIH") || is_ordinal(word),
        Language::En => is_one_letter(word, "aAI") || is_short_number(word),
    }
}

fn is_one_letter(word: &str, letters: &str) -> bool {
    let mut all = word.chars();
    matches!((all.next(), all.next()), (Some(letter), None) if letters.contains(letter))
}

/// Days and months (`10.`); longer numbers end sentences, as in `leta 2022.`.
fn is_ordinal(word: &str) -> bool {
    word.strip_suffix('.').is_some_and(is_short_number)
}

fn is_short_number(word: &str) -> bool {
    matches!(word.len(), 1 | 2) && word.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prepositions_and_dates_are_bound() {
        assert_eq!(
            bind(
                Language::Sl,
                "Do nedelje, 10. aprila 2022, v Kranju in z vami."
            ),
            "Do nedelje, 10.\u{a0}aprila 2022, v\u{a0}Kranju in z\u{a0}vami."
        );
    }

    #[test]
    fn a_day_stays_with_its_month_in_english() {
        assert_eq!(
            bind(Language::En, "Monday, 16 May 2022"),
            "Monday, 16\u{a0}May 2022"
        );
    }

    #[test]
    fn a_year_at_the_end_of_a_sentence_is_not() {
        assert_eq!(bind(Language::Sl, "leta 2022. Potem"), "leta 2022. Potem");
    }
}
