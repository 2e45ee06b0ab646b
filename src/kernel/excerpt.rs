//! The beginning of a text, for lists.

use unicode_segmentation::UnicodeSegmentation as _;

/// The beginning of a text in one line of at most `most` characters. It is cut between words, or inside a word that is
/// so long that little else would be left; never inside what is read as one character, and never to nothing.
pub fn excerpt(text: &str, most: usize) -> String {
    let line = one_line(text, most);
    if line.chars().count() <= most {
        return line;
    }
    let mut excerpt = beginning(&line, most.saturating_sub(1));
    let is_inside_word = line
        .strip_prefix(excerpt.as_str())
        .is_some_and(|rest| !rest.starts_with(' '));
    if is_inside_word
        && let Some((words, _cut)) = excerpt.rsplit_once(' ')
        && words.chars().count() * 2 >= most
    {
        excerpt.truncate(words.len());
    }
    excerpt.truncate(excerpt.trim_end().len());
    excerpt.push('…');
    excerpt
}

/// The words of a text with single spaces between them, as far as they are needed.
fn one_line(text: &str, most: usize) -> String {
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
        // A character has up to four bytes.
        if line.len() > 4 * most {
            break;
        }
    }
    line
}

/// As many whole characters as the room has, as readers count them; of one that has no room, what fits.
fn beginning(line: &str, room: usize) -> String {
    let mut beginning = String::new();
    let mut used = 0;
    for grapheme in line.graphemes(true) {
        used += grapheme.chars().count();
        if used > room {
            break;
        }
        beginning.push_str(grapheme);
    }
    if beginning.is_empty() {
        beginning.extend(line.chars().take(room.max(1)));
    }
    beginning
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_excerpt_is_one_line_cut_between_words() {
        assert_eq!(excerpt("ena\n\n dve", 200), "ena dve");

        let long = excerpt(&"beseda ".repeat(100), 200);

        assert!(long.ends_with("beseda…"));
        assert!(long.chars().count() <= 200);
    }

    #[test]
    fn a_word_without_end_is_cut_inside() {
        assert_eq!(excerpt(&"č".repeat(300), 10), "ččččččččč…");
        assert_eq!(
            excerpt(&format!("Glej https://example.org/{}", "x".repeat(300)), 20),
            "Glej https://exampl…"
        );
        assert_eq!(excerpt("Najprej dolga poved in nato", 12), "Najprej…");
    }

    #[test]
    fn what_is_read_as_one_character_is_not_cut() {
        let family = "👩\u{200d}👩\u{200d}👧";

        assert_eq!(excerpt(&family.repeat(3), 8), format!("{family}…"));
        assert_eq!(excerpt(&"c\u{30c}".repeat(10), 4), "c\u{30c}…");
    }

    proptest! {
        #[test]
        fn an_excerpt_is_short_and_never_only_dots(text in ".{1,80}", most in 2_usize..40) {
            let excerpt = excerpt(&text, most);

            prop_assert!(excerpt.chars().count() <= most);
            prop_assert_eq!(excerpt.is_empty(), text.trim().is_empty());
            prop_assert!(excerpt != "…" || text.trim() == "…");
        }
    }
}
