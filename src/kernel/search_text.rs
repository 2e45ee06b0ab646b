//! The text both databases search in: lower case, without diacritics, words reduced to light stems.
//!
//! Both sides of a search go through [`stems`], so `pripombe` finds `pripomba` and `c` finds `č` on either backend.
//! The stemmer strips one inflectional ending, longest first, in the manner of Popovič and Willett, "The
//! effectiveness of stemming for natural-language access to Slovene textual data" (1992).

/// Endings of Slovene nouns, adjectives and verbs after folding, longest first.
const ENDINGS: [&str; 44] = [
    "ovanjem", "ovanja", "ovanje", "ijami", "ostmi", "ostjo", "ostih", "anjem", "enjem", "ejsih",
    "ejsim", "osti", "anja", "anje", "enja", "enje", "ejsi", "ijam", "ijah", "emu", "ega", "imi",
    "ami", "ijo", "ija", "ije", "iji", "ova", "ovi", "ost", "ih", "im", "em", "om", "am", "ah",
    "eh", "oj", "ov", "a", "e", "i", "o", "u",
];

/// Fewer letters than this are never cut off from the front of a word.
const SHORTEST_STEM: usize = 3;

/// The words of `text` as stems, separated by single spaces.
pub fn stems(text: &str) -> String {
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(stem)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Lower case, with the letters of Slovene and its neighbours reduced to their base letter.
fn fold(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'č' | 'ć' | 'ç' => 'c',
            'š' | 'ś' | 'ş' => 's',
            'ž' | 'ź' | 'ż' => 'z',
            'đ' | 'ď' => 'd',
            'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' => 'a',
            'é' | 'è' | 'ê' | 'ë' | 'ě' => 'e',
            'í' | 'ì' | 'î' | 'ï' => 'i',
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ő' => 'o',
            'ú' | 'ù' | 'û' | 'ü' | 'ű' | 'ů' => 'u',
            'ñ' | 'ń' => 'n',
            'ł' => 'l',
            'ř' => 'r',
            'ý' => 'y',
            other => other,
        })
        .collect()
}

fn stem(word: &str) -> &str {
    ENDINGS
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .find(|stem| stem.chars().count() >= SHORTEST_STEM)
        .unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(stems(one), stems(other), "{one} {other}");
        }
    }

    #[test]
    fn different_words_stay_apart() {
        assert_ne!(stems("hrana"), stems("hrast"));
    }
}
