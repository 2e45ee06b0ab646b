//! How long what is typed into a field may be: one figure for the `maxlength` of the input, the sentence above it, the check
//! on arrival and the size of the body. Templates ask with `longest(of="text")`.
//!
//! Length is counted as browsers count `maxlength`: in UTF-16 code units, a line break as one (HTML, "The maxlength and
//! minlength attributes"). So whatever a browser lets through is taken, and nothing longer is.

/// The longest text of a kind of field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// What templates call it.
    pub name: &'static str,
    /// UTF-16 code units.
    pub most: usize,
}

/// A comment, a proposed wording, a reason, a changed text, the text of a notice.
pub const TEXT: Limit = Limit::new("text", 20_000);
/// What one colleague writes to another.
pub const NOTE: Limit = Limit::new("note", 5_000);
/// The subject of a notice.
pub const SUBJECT: Limit = Limit::new("subject", 150);
/// A person or an organisation.
pub const NAME: Limit = Limit::new("name", 200);
/// A mail address (RFC 5321, 4.5.3.1.3); the address itself counts bytes.
pub const ADDRESS: Limit = Limit::new("address", 254);
/// The words of a search.
pub const SEARCH: Limit = Limit::new("search", 200);

/// The address of a page.
pub const LINK: Limit = Limit::new("link", 500);
/// The text of a draft: about 150 printed pages.
pub const DRAFT: Limit = Limit::new("draft", 400_000);

/// A password: far above what NIST SP 800-63B, section 5.1.1.2, asks to allow (64), low enough to be hashed.
pub const PASSWORD: Limit = Limit::new("password", 256);

/// All of them.
pub const ALL: [Limit; 9] = [
    TEXT, NOTE, SUBJECT, NAME, ADDRESS, SEARCH, LINK, DRAFT, PASSWORD,
];

/// Most bytes one code unit takes in a URL-encoded form: three of UTF-8, each as `%E2`. A line break takes six.
const BYTES: usize = 9;

/// Most bytes of a form with two long texts, the names and the address; what is left over is for codes and keys.
pub const LARGEST_FORM: usize =
    BYTES * (2 * TEXT.most + SUBJECT.most + 2 * NAME.most + ADDRESS.most) + 16 * 1024;

/// Most bytes of a form of the desk: the text of a draft, whatever its letters.
pub const LARGEST_DESK_FORM: usize = BYTES * DRAFT.most + 64 * 1024;

impl Limit {
    const fn new(name: &'static str, most: usize) -> Self {
        Self { name, most }
    }

    /// Whether a text is short enough.
    pub fn allows(self, text: &str) -> bool {
        length(text) <= self.most
    }
}

/// The length of a text as browsers count it.
pub fn length(text: &str) -> usize {
    text.encode_utf16().count() - text.matches("\r\n").count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_is_what_a_browser_counts() {
        for (text, units) in [
            ("", 0),
            ("čšž", 3),
            ("a\nb", 3),
            ("a\r\nb", 3),
            ("👍", 2),
            ("\u{1F1F8}\u{1F1EE}", 4),
        ] {
            assert_eq!(length(text), units, "{text:?}");
        }
    }

    #[test]
    fn the_longest_texts_fit_into_a_form_whatever_their_letters() {
        for letter in ["a", "č", "\u{20ac}", "👍", "\r\n"] {
            let text = letter.repeat(TEXT.most / length(letter));
            let encoded = serde_urlencoded::to_string([("body", &text), ("proposed_text", &text)]);

            assert!(TEXT.allows(&text) && !TEXT.allows(&format!("{text}a")));
            assert!(encoded.expect("text").len() < LARGEST_FORM, "{letter:?}");
        }
    }
}
