//! Every text that comes in passes here, once: from a form, a query, the command line, an import.
//!
//! What is stored is Unicode in normal form C, with `\n` between lines and no other control character, and it is empty
//! when nothing of it can be seen. Emoji and the scripts of our neighbours keep the joiners and the marks of direction
//! they are written with; isolates are closed where they were left open, so that they end with the text.

use unicode_normalization::UnicodeNormalization as _;

use super::bidi::balanced;

/// Characters that show nothing: the default ignorable code points of Unicode and the blank letters people type in
/// their place.
const INVISIBLE: [(char, char); 20] = [
    ('\u{ad}', '\u{ad}'),
    ('\u{34f}', '\u{34f}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{115f}', '\u{1160}'),
    ('\u{17b4}', '\u{17b5}'),
    ('\u{180b}', '\u{180f}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{202a}', '\u{202e}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{2800}', '\u{2800}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{ffa0}', '\u{ffa0}'),
    ('\u{fff0}', '\u{fffb}'),
    ('\u{1bca0}', '\u{1bca3}'),
    ('\u{1d159}', '\u{1d159}'),
    ('\u{1d173}', '\u{1d17a}'),
    ('\u{e0000}', '\u{e007f}'),
    ('\u{e0080}', '\u{e0fff}'),
];

/// A text of several lines.
pub fn lines(typed: &str) -> String {
    let text: String = broken(typed).collect();
    let text: String = balanced(&text).nfc().collect();
    if is_blank(&text) {
        return String::new();
    }
    text.trim_matches(is_padding).to_owned()
}

/// A text of one line: line breaks are spaces, and spaces stand alone.
pub fn line(typed: &str) -> String {
    lines(typed)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether nothing of a text can be seen.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// Whether a character shows nothing and takes no room.
pub fn is_invisible(c: char) -> bool {
    INVISIBLE
        .iter()
        .any(|(first, last)| (*first..=*last).contains(&c))
}

/// The characters with every kind of line break as `\n` and without other control characters.
fn broken(typed: &str) -> impl Iterator<Item = char> {
    let mut previous = '\0';
    typed.chars().filter_map(move |c| {
        let is_second_half = previous == '\r' && c == '\n';
        previous = c;
        match c {
            _ if is_second_half => None,
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
            '\t' => Some(' '),
            c => (!c.is_control()).then_some(c),
        }
    })
}

/// What stands around a text without belonging to it. Marks of direction belong to it.
fn is_padding(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{180e}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::is_nfc;

    use super::*;

    #[test]
    fn every_kind_of_line_break_is_one_and_other_controls_go() {
        for broken in [
            "a\nb",
            "a\r\nb",
            "a\rb",
            "a\u{b}b",
            "a\u{c}b",
            "a\u{85}b",
            "a\u{2028}b",
            "a\u{2029}b",
            "\u{1b}a\u{7f}\n\u{90}b\u{8}",
        ] {
            assert_eq!(lines(broken), "a\nb", "{broken:?}");
            assert_eq!(line(broken), "a b", "{broken:?}");
        }
        assert_eq!(lines("a\r\n\r\nb"), "a\n\nb");
    }

    #[test]
    fn letters_are_composed() {
        assert_eq!(line("Z\u{30c}iga  C\u{30c}opic\u{301}"), "Žiga Čopić");
    }

    #[test]
    fn what_cannot_be_seen_is_empty() {
        for blank in [
            "",
            " \t\r\n\u{a0}\u{3000}",
            "\u{200b}",
            "\u{2060}\u{feff}\u{ad}",
            "\u{180e}\u{3164}\u{2800}\u{ffa0}\u{115f}",
            "\u{fe0f}\u{e0041}\u{e007f}",
            "\u{202e} \u{2068}\u{2069}\u{61c}\u{200f}",
            "\u{fffb}",
        ] {
            assert_eq!(lines(blank), "", "{blank:?}");
            assert!(is_blank(blank), "{blank:?}");
        }
    }

    #[test]
    fn emoji_and_other_scripts_keep_what_they_are_written_with() {
        for text in [
            "👩\u{200d}👧 ❤\u{fe0f}",
            "می\u{200c}خواهم",
            "\u{202b}שלום\u{202c}",
        ] {
            assert_eq!(lines(text), text);
            assert_eq!(line(text), text);
        }
    }

    #[test]
    fn padding_goes_from_both_ends_only() {
        assert_eq!(lines("\u{feff} a\u{200b}b \n\u{2060}"), "a\u{200b}b");
    }

    /// Any characters, those that are special here more often than chance would have them.
    fn typed() -> impl Strategy<Value = String> {
        let special: Vec<char> = "\r\n\t\u{b}\u{85}\u{2029}\0\u{9f} \u{a0}\u{200b}\u{feff}\u{ad}\u{202e}\u{301}\u{30c}cC"
            .chars()
            .collect();
        let letter = prop_oneof![any::<char>(), proptest::sample::select(special)];
        proptest::collection::vec(letter, 0..40).prop_map(|letters| letters.into_iter().collect())
    }

    proptest! {
        #[test]
        fn a_plain_text_is_composed_holds_no_control_and_stays_as_it_is(typed in typed()) {
            let text = lines(&typed);

            prop_assert!(is_nfc(&text));
            prop_assert!(text.chars().all(|c| c == '\n' || !c.is_control()));
            prop_assert_eq!(&lines(&text), &text);
            let text = line(&typed);
            prop_assert!(is_nfc(&text));
            prop_assert!(!text.chars().any(char::is_control));
            prop_assert_eq!(&line(&text), &text);
        }
    }
}
