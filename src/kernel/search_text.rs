//! What both databases search in: words in lower case without diacritics, reduced to light stems.
//!
//! Both sides of a search are made here, so `pripombe` finds `pripomba` and `c` finds `č`. The databases get finished
//! words and compare them letter by letter; neither divides, folds or stems anything by itself, so they find the same.
//! The Slovene stemmer strips one inflectional ending, longest first, in the manner of Popovič and Willett, "The
//! effectiveness of stemming for natural-language access to Slovene textual data" (1992); the English one joins
//! singular and plural as Harman does in "How effective is suffixing?" (1991).

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::plain_text::is_invisible;

/// Endings of Slovene nouns, adjectives and verbs after folding, longest first.
const ENDINGS: [&str; 44] = [
    "ovanjem", "ovanja", "ovanje", "ijami", "ostmi", "ostjo", "ostih", "anjem", "enjem", "ejsih",
    "ejsim", "osti", "anja", "anje", "enja", "enje", "ejsi", "ijam", "ijah", "emu", "ega", "imi",
    "ami", "ijo", "ija", "ije", "iji", "ova", "ovi", "ost", "ih", "im", "em", "om", "am", "ah",
    "eh", "oj", "ov", "a", "e", "i", "o", "u",
];

/// Fewer letters than this are never cut off from the front of a word.
const SHORTEST_STEM: usize = 3;

/// Letters of a word that count. PostgreSQL keeps no word of more than 2 kB.
const LONGEST_WORD: usize = 64;

/// Words of one search that count.
const MOST_WORDS: usize = 20;

/// The words of a text as they are stored, each once, separated by single spaces.
pub fn words(text: &str) -> String {
    joined(text, |word| vec![stem(word)])
}

/// The same for a text that may be English.
pub fn words_in_english(text: &str) -> String {
    joined(text, |word| vec![stem(word), singular(word)])
}

fn joined(text: &str, stems: fn(&str) -> Vec<String>) -> String {
    let words: BTreeSet<String> = split(text).iter().flat_map(|word| stems(word)).collect();
    let words: Vec<String> = words.into_iter().collect();
    words.join(" ")
}

/// What somebody looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Search {
    /// Nothing was typed: every comment is meant.
    #[default]
    All,
    /// Comments with all of these words. None has no words: who types only signs finds nothing.
    Words(Vec<Word>),
}

/// A word that is looked for, ready for the query languages of both databases: no quote and no operator is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub stem: String,
    /// The same word if it is English.
    pub singular: Option<String>,
}

impl Search {
    /// The search somebody typed.
    pub fn of(typed: &str) -> Self {
        if typed.trim().is_empty() {
            return Self::All;
        }
        let mut words: Vec<Word> = Vec::new();
        for word in split(typed) {
            let stem = stem(&word);
            let singular = Some(singular(&word)).filter(|singular| *singular != stem);
            let word = Word { stem, singular };
            if words.len() < MOST_WORDS && !words.contains(&word) {
                words.push(word);
            }
        }
        Self::Words(words)
    }

    /// Whether the words of a stored text have all that are looked for.
    pub fn finds(&self, stored: &str) -> bool {
        match self {
            Self::All => true,
            Self::Words(words) => {
                !words.is_empty() && words.iter().all(|word| word.is_among(stored))
            }
        }
    }
}

impl Word {
    /// Whether longer words that begin like this one may be meant too. Numbers and short words are meant as they are.
    pub fn is_beginning(&self) -> bool {
        self.stem.chars().count() >= SHORTEST_STEM && self.stem.chars().any(char::is_alphabetic)
    }

    fn is_among(&self, stored: &str) -> bool {
        stored
            .split(' ')
            .any(|one| one == self.stem || Some(one) == self.singular.as_deref())
    }
}

/// The folded words of a text. Two numbers around a slash are one word besides: `0042/1` is a comment, `15/2022` a law.
fn split(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut words: Vec<String> = Vec::new();
    for chunk in folded.split(|c: char| !is_of_word(c) && c != '/') {
        let parts: Vec<&str> = chunk.split('/').filter(|part| !part.is_empty()).collect();
        for pair in parts.windows(2) {
            if let [one, other] = pair
                && [one, other].iter().all(|part| is_number(part))
            {
                words.push(cut(&format!("{one}{JOINT}{other}")));
            }
        }
        words.extend(parts.into_iter().map(cut));
    }
    words
}

/// Between the numbers of a word made of two. No letter, and outside ASCII, so that FTS5 does not divide the word.
const JOINT: char = '·';

fn is_number(part: &str) -> bool {
    part.chars().all(char::is_numeric)
}

fn cut(word: &str) -> String {
    word.chars().take(LONGEST_WORD).collect()
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// Lower case without the marks of European, Hebrew and Arabic letters, and without what cannot be seen. Letters that
/// do not come apart are told in `base`.
fn fold(text: &str) -> String {
    text.nfkd()
        .filter(|c| !is_invisible(*c) && !is_decoration(*c))
        .flat_map(char::to_lowercase)
        .fold(String::with_capacity(text.len()), |mut folded, c| {
            match base(c) {
                Some(letters) => folded.push_str(letters),
                None => folded.push(c),
            }
            folded
        })
}

/// Marks without which a word is still the same word; the vowel signs of other scripts are none of them.
fn is_decoration(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}'
        | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// The letters a letter that does not come apart stands for.
fn base(c: char) -> Option<&'static str> {
    Some(match c {
        'đ' | 'ð' => "d",
        'ł' => "l",
        'ø' => "o",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        'ŋ' => "n",
        'ŧ' => "t",
        'ς' => "σ",
        '⁄' => "/",
        _ => return None,
    })
}

fn stem(word: &str) -> String {
    ENDINGS
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .find(|stem| stem.chars().count() >= SHORTEST_STEM)
        .unwrap_or(word)
        .to_owned()
}

/// The singular of an English word.
fn singular(word: &str) -> String {
    let ends_in = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    if word.chars().count() <= SHORTEST_STEM {
        return word.to_owned();
    }
    match (word.strip_suffix("ies"), word.strip_suffix('s')) {
        (Some(rest), _) if !ends_in(&["eies", "aies"]) => format!("{rest}y"),
        (_, Some(rest)) if !ends_in(&["us", "ss", "aes", "ees", "oes"]) => rest.to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(typed: &str, text: &str) -> bool {
        Search::of(typed).finds(&words(text))
    }

    #[test]
    fn inflected_forms_share_a_stem() {
        for (one, other) in [
            ("pripombe", "pripomba"),
            ("pripomb", "pripombami"),
            ("zavetišče", "zavetiščem"),
            ("zavetisca", "zavetišče"),
            ("občine", "občini"),
            ("strategijo", "strategija"),
        ] {
            assert_eq!(words(one), words(other), "{one} {other}");
        }
    }

    #[test]
    fn different_words_stay_apart() {
        assert_ne!(words("hrana"), words("hrast"));
    }

    #[test]
    fn a_word_is_the_same_however_it_is_written() {
        for (typed, text) in [
            ("c\u{30c}as", "ČAS"),
            ("zavetišče", "zave\u{ad}ti\u{200b}šče"),
            ("Đoković", "đokovic"),
            ("straße", "STRASSE"),
            ("Łódź", "lodz"),
            ("œuvre", "OEUVRE"),
            ("ΟΔΟΣ", "οδός"),
            ("Київ", "КИЇВ"),
            ("שָׁלוֹם", "שלום"),
            ("مُحَمَّد", "محمد"),
            ("ﬁnance", "finance"),
            ("m²", "m2"),
            ("東京", "東京"),
            ("ж", "Ж"),
            ("a\u{331}", "A"),
        ] {
            assert!(found(typed, text), "{typed} {text}");
        }
        assert!(!found("कि", "का"), "vowel signs are letters");
    }

    #[test]
    fn signs_only_find_nothing_and_nothing_finds_all() {
        assert_eq!(Search::of("\u{200b} "), Search::Words(Vec::new()));
        assert!(!found("\"*)(-", "Pripomba"));
        assert!(found(" ", "Pripomba"));
    }

    #[test]
    fn a_reference_number_is_found_with_its_position_and_no_other() {
        let first = "KRANJ-2022-0042/1 Pripomba o 2 avtobusih";
        let second = "KRANJ-2022-0042/2 Pripomba o 1 avtobusu";

        assert!(found("kranj-2022-0042", first) && found("KRANJ-2022-0042", second));
        assert!(found("KRANJ-2022-0042/1", first) && !found("KRANJ-2022-0042/1", second));
        assert!(found("0042/2", second) && !found("0042/2", first));
    }

    #[test]
    fn a_word_without_end_is_cut_alike_on_both_sides() {
        let word = "č".repeat(3_000);

        assert!(found(&word, &word));
        assert_eq!(words(&word).len(), LONGEST_WORD);
    }

    #[test]
    fn english_words_are_found_in_singular_and_plural() {
        for (one, other) in [
            ("comment", "comments"),
            ("bike", "bikes"),
            ("city", "cities"),
            ("glass", "glass"),
        ] {
            for (typed, text) in [(one, other), (other, one)] {
                let stored = words_in_english(text);
                assert!(Search::of(typed).finds(&stored), "{typed} {text}");
            }
        }
        assert!(
            !found("gla", "glas"),
            "Slovene words have no English singular"
        );
    }

    proptest! {
        #[test]
        fn what_is_stored_is_found_and_is_made_of_words(text in any::<String>()) {
            let stored = words(&text);

            prop_assert!(stored.split(' ').all(|word| word.chars().count() <= LONGEST_WORD));
            prop_assert!(stored.chars().all(|c| is_of_word(c) || c == ' ' || c == JOINT));
            if let Search::Words(words) = Search::of(&text) && !words.is_empty() {
                prop_assert!(Search::Words(words).finds(&stored));
            }
        }
    }
}
