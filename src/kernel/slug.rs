//! Parts of addresses: what no browser has to escape.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Whether `text` has 1 to `most` lower-case ASCII letters, digits and hyphens, with hyphens only inside.
pub fn is_slug(text: &str, most: usize) -> bool {
    let plain = text
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    let hyphens_inside = !text.starts_with('-') && !text.ends_with('-');
    plain && hyphens_inside && (1..=most).contains(&text.len())
}

/// A slug made from a title, cut between words; empty when no letter of it is left.
pub fn slug_of(title: &str, most: usize) -> String {
    let letters = title
        .replace(['đ', 'Đ'], "d")
        .nfkd()
        .filter(|letter| !is_combining_mark(*letter))
        .map(|letter| match letter.to_ascii_lowercase() {
            plain if plain.is_ascii_alphanumeric() => plain,
            _ => ' ',
        })
        .collect::<String>();
    let mut slug = String::new();
    for word in letters.split_whitespace() {
        let needed = slug.len() + usize::from(!slug.is_empty()) + word.len();
        if needed > most {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_made_of_the_words_of_a_title() {
        for (title, slug) in [
            ("Socialno varstvo 2022–2028", "socialno-varstvo-2022-2028"),
            ("Čisto življenje & šport", "cisto-zivljenje-sport"),
            ("  Đuro!  ", "duro"),
            ("日本", ""),
        ] {
            assert_eq!(slug_of(title, 80), slug);
        }
        assert_eq!(
            slug_of("Strategija razvoja socialnega varstva", 20),
            "strategija-razvoja"
        );
    }

    #[test]
    fn whatever_is_made_is_a_slug() {
        for title in ["Osnutek št. 3/2022", "A-B--C", "«Dom»"] {
            assert!(is_slug(&slug_of(title, 80), 80), "{title}");
        }
    }
}
