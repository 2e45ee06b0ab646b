//! What changed between two texts, as HTML with `del` and `ins`.

use similar::{ChangeTag, TextDiff};

/// Most pairs of words that are compared one by one; longer texts are compared line by line, so that nobody can make
/// a page slow by proposing a very long text.
const MOST_PAIRS: usize = 4_000_000;

/// The change from `old` to `new`, safe to print: everything is escaped, only `del`, `ins` and `br` are added.
///
/// Words that change together are shown together: three new words in a row are one insertion.
pub fn html(old: &str, new: &str) -> String {
    let (old, new) = (old.replace('\r', ""), new.replace('\r', ""));
    let (old, new) = (old.trim(), new.trim());
    let pairs = words(old).saturating_mul(words(new));
    let diff = if pairs <= MOST_PAIRS {
        TextDiff::from_words(old, new)
    } else {
        TextDiff::from_lines(old, new)
    };
    let mut redline = Redline::default();
    for change in diff.iter_all_changes() {
        redline.push(change.tag(), change.value());
    }
    redline.finish()
}

/// Words and the gaps between them.
fn words(text: &str) -> usize {
    2 * text.split_whitespace().count()
}

/// HTML under construction: what is certain, and the change being collected.
#[derive(Default)]
struct Redline {
    html: String,
    deleted: String,
    inserted: String,
    /// Unchanged white space after a change: part of it when the next word has changed as well.
    gap: String,
}

impl Redline {
    fn push(&mut self, tag: ChangeTag, text: &str) {
        match tag {
            ChangeTag::Equal if self.is_changing() && text.trim().is_empty() => {
                self.gap.push_str(text);
            }
            ChangeTag::Equal => {
                self.end_change();
                escape_into(&mut self.html, text);
            }
            ChangeTag::Delete => {
                self.join_gap();
                self.deleted.push_str(text);
            }
            ChangeTag::Insert => {
                self.join_gap();
                self.inserted.push_str(text);
            }
        }
    }

    fn is_changing(&self) -> bool {
        !(self.deleted.is_empty() && self.inserted.is_empty())
    }

    fn join_gap(&mut self) {
        self.deleted.push_str(&self.gap);
        self.inserted.push_str(&self.gap);
        self.gap.clear();
    }

    fn end_change(&mut self) {
        element_into(&mut self.html, "del", &self.deleted);
        if !self.deleted.is_empty() && !self.inserted.is_empty() {
            self.html.push(' ');
        }
        element_into(&mut self.html, "ins", &self.inserted);
        escape_into(&mut self.html, &self.gap);
        self.deleted.clear();
        self.inserted.clear();
        self.gap.clear();
    }

    fn finish(mut self) -> String {
        self.end_change();
        self.html
    }
}

fn element_into(html: &mut String, name: &str, text: &str) {
    if text.is_empty() {
        return;
    }
    html.push_str(&format!("<{name}>"));
    escape_into(html, text);
    html.push_str(&format!("</{name}>"));
}

fn escape_into(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            '\n' => html.push_str("<br>"),
            other => html.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_words_are_marked_and_the_rest_is_left_alone() {
        assert_eq!(
            html(
                "Zavetišče obratuje od 1. novembra do 31. marca.",
                "Zavetišče obratuje od 1. oktobra do 31. marca."
            ),
            "Zavetišče obratuje od 1. <del>novembra</del> <ins>oktobra</ins> do 31. marca."
        );
    }

    #[test]
    fn words_that_change_together_are_shown_together() {
        assert_eq!(
            html("pet novih postelj", "deset toplih prostorov"),
            "<del>pet novih postelj</del> <ins>deset toplih prostorov</ins>"
        );
        assert_eq!(
            html("Sprejme 12 oseb.", "Sprejme 12 oseb. Ob mrazu tudi več."),
            "Sprejme 12 oseb.<ins> Ob mrazu tudi več.</ins>"
        );
    }

    #[test]
    fn line_breaks_survive() {
        assert_eq!(html("ena\n\ndve", "ena\r\n\r\ndve"), "ena<br><br>dve");
    }

    #[test]
    fn nothing_typed_becomes_markup() {
        for text in [
            "<script>alert(1)</script>",
            "</ins><img src=x onerror=alert(1)>",
            "\"><svg onload='x'>",
            "&lt;b&gt;",
        ] {
            for marked in [html(text, ""), html("", text), html(text, text)] {
                let plain = marked
                    .replace("<del>", "")
                    .replace("</del>", "")
                    .replace("<ins>", "")
                    .replace("</ins>", "");
                assert!(!plain.contains(['<', '>', '"', '\'']), "{text} → {marked}");
            }
        }
    }

    #[test]
    fn a_very_long_text_is_compared_line_by_line() {
        let old = "beseda ".repeat(3_000);
        let new = "druga ".repeat(3_000);

        let marked = html(&old, &new);

        assert!(marked.starts_with("<del>beseda beseda"));
        assert!(marked.contains("<ins>druga druga"));
    }

    proptest::proptest! {
        #[test]
        fn both_texts_can_be_read_back(old in "[a-c<&\" ]{0,40}", new in "[a-c<&\" ]{0,40}") {
            let marked = html(&old, &new);

            proptest::prop_assert_eq!(without(&marked, "ins"), dense(&old));
            proptest::prop_assert_eq!(without(&marked, "del"), dense(&new));
        }
    }

    /// The text left when all elements `name` are dropped, without white space.
    fn without(html: &str, name: &str) -> String {
        let mut text = String::new();
        for (number, part) in html.split(&format!("<{name}>")).enumerate() {
            match part.split_once(&format!("</{name}>")) {
                Some((_dropped, rest)) if number > 0 => text.push_str(rest),
                _ => text.push_str(part),
            }
        }
        for (from, to) in [("<del>", ""), ("</del>", ""), ("<ins>", ""), ("</ins>", "")] {
            text = text.replace(from, to);
        }
        for (from, to) in [("&lt;", "<"), ("&quot;", "\""), ("&amp;", "&")] {
            text = text.replace(from, to);
        }
        dense(&text)
    }

    fn dense(text: &str) -> String {
        text.split_whitespace().collect()
    }
}
