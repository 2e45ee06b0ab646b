//! Another person's text never turns ours around: where it stands inside a sentence of plain text it is isolated (Unicode
//! Standard Annex 9). In HTML `<bdi>` and `dir="auto"` do the same.

use std::borrow::Cow;

use serde_json::Value;

/// First strong isolate: what follows has the direction of its own first letter.
const ISOLATE: char = '\u{2068}';
/// Pop directional isolate: ends it, and every embedding and override that was begun inside.
const END: char = '\u{2069}';

/// A text that can stand in any sentence. Letters that are written from left to right cannot disturb it and stay as
/// they are.
pub fn isolated(text: &str) -> Cow<'_, str> {
    if !text.chars().any(turns) {
        return Cow::Borrowed(text);
    }
    let lines: Vec<String> = text.split('\n').map(isolated_line).collect();
    Cow::Owned(lines.join("\n"))
}

fn isolated_line(line: &str) -> String {
    if !line.chars().any(turns) || is_isolated(line) {
        return line.to_owned();
    }
    format!("{ISOLATE}{}{END}", balanced(line))
}

/// Every text in a document, isolated.
pub fn isolate_all(value: &mut Value) {
    match value {
        Value::String(text) => {
            if let Cow::Owned(isolated) = isolated(text) {
                *text = isolated;
            }
        }
        Value::Array(values) => values.iter_mut().for_each(isolate_all),
        Value::Object(fields) => fields.values_mut().for_each(isolate_all),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The text with an end for every isolate and an isolate for every end, line by line: an end too many would close the
/// isolate around it.
pub fn balanced(text: &str) -> String {
    let mut balanced = String::with_capacity(text.len());
    let mut open = 0_usize;
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => open += 1,
            END if open == 0 => continue,
            END => open -= 1,
            '\n' => close(&mut balanced, &mut open),
            _ => {}
        }
        balanced.push(c);
    }
    close(&mut balanced, &mut open);
    balanced
}

fn close(text: &mut String, open: &mut usize) {
    text.extend(std::iter::repeat_n(END, *open));
    *open = 0;
}

/// Whether one isolate holds the whole line.
fn is_isolated(line: &str) -> bool {
    line.strip_prefix(ISOLATE)
        .and_then(|rest| rest.strip_suffix(END))
        .is_some_and(|inner| balanced(inner) == inner)
}

/// Whether a character can change the order of its neighbours: letters and digits written from right to left, marks and
/// controls of direction.
fn turns(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}'
        | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_from_left_to_right_stays_as_it_is() {
        for text in ["Ana Čopič, 22. 4. 2022", "Київ 東京 👩\u{200d}👧", ""] {
            assert!(matches!(isolated(text), Cow::Borrowed(same) if same == text));
        }
    }

    #[test]
    fn what_could_turn_a_sentence_around_is_isolated_once() {
        for text in ["Ana \u{202e}KAVON", "محمد", "\u{200f}1"] {
            let once = isolated(text).into_owned();

            assert_eq!(once, format!("\u{2068}{text}\u{2069}"));
            assert_eq!(isolated(&once), once);
        }
        assert_eq!(
            isolated("ena\nשלום\n\u{202e}tri"),
            "ena\n\u{2068}שלום\u{2069}\n\u{2068}\u{202e}tri\u{2069}"
        );
    }

    #[test]
    fn no_text_ends_the_isolate_around_it() {
        assert_eq!(
            isolated("\u{2069}Ana\u{2067}"),
            "\u{2068}Ana\u{2067}\u{2069}\u{2069}"
        );
        assert_eq!(balanced("\u{2066}a\nb\u{2069}"), "\u{2066}a\u{2069}\nb");
    }

    #[test]
    fn every_text_of_a_document_is_isolated() {
        let mut value = serde_json::json!({ "a": ["محمد", 1], "b": { "c": "Ana" } });
        isolate_all(&mut value);

        assert_eq!(
            value,
            serde_json::json!({ "a": ["\u{2068}محمد\u{2069}", 1], "b": { "c": "Ana" } })
        );
    }
}
