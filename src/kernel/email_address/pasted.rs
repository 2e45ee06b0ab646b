//! Addresses are pasted from mails, documents and address books, with whatever stood around them.

use super::InvalidEmailAddress;

/// Ends of a text that belong together and not to the address.
const PAIRS: [(char, char); 10] = [
    ('"', '"'),
    ('\'', '\''),
    ('“', '”'),
    ('„', '“'),
    ('„', '”'),
    ('»', '«'),
    ('«', '»'),
    ('‹', '›'),
    ('›', '‹'),
    ('(', ')'),
];

/// The address a text means, without what stood around it.
pub(super) fn meant(text: &str) -> Result<String, InvalidEmailAddress> {
    let text = plain(text);
    let mut rest = text.as_str();
    loop {
        let before = rest;
        rest = rest.trim().trim_end_matches([',', ';', '.', ':']);
        rest = without_scheme(rest);
        rest = unpaired(rest);
        rest = in_brackets(rest)?;
        if rest == before {
            return Ok(rest.to_owned());
        }
    }
}

/// Without characters nobody sees, and with the apostrophes and hyphens that word processors replace put back.
fn plain(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let is_foreign = |at: Option<usize>| {
        let letter = at.and_then(|at| letters.get(at));
        letter.is_some_and(|letter| !letter.is_ascii())
    };
    let mut plain = String::with_capacity(text.len());
    for (at, letter) in letters.iter().enumerate() {
        match letter {
            // Joiners are part of the spelling in Persian or Sinhala domains.
            '\u{200c}' | '\u{200d}'
                if is_foreign(at.checked_sub(1)) && is_foreign(Some(at + 1)) =>
            {
                plain.push(*letter);
            }
            letter if is_invisible(*letter) => {}
            '‘' | '’' | 'ʼ' | '＇' => plain.push('\''),
            '‐'..='―' | '−' => plain.push('-'),
            letter => plain.push(*letter),
        }
    }
    plain
}

/// Control and format characters, among them those that turn the direction of writing.
fn is_invisible(letter: char) -> bool {
    (letter.is_control() && !letter.is_whitespace())
        || matches!(
            letter,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        )
}

/// What a link to write a mail is about, without its subject and text.
fn without_scheme(text: &str) -> &str {
    match text.split_at_checked(7) {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("mailto:") => {
            rest.split('?').next().unwrap_or_default()
        }
        _ => text,
    }
}

fn unpaired(text: &str) -> &str {
    let within = |(open, close): &(char, char)| text.strip_prefix(*open)?.strip_suffix(*close);
    PAIRS.iter().find_map(within).unwrap_or(text)
}

/// `Ana Novak <ana@example.org>` means what stands in the brackets; a name that is another address means nobody knows
/// which.
fn in_brackets(text: &str) -> Result<&str, InvalidEmailAddress> {
    let Some((name, address)) = text
        .strip_suffix('>')
        .and_then(|text| text.rsplit_once('<'))
    else {
        return Ok(text);
    };
    let name = unpaired(name.trim());
    if name.contains('@') && !name.eq_ignore_ascii_case(without_scheme(address.trim())) {
        return Err(InvalidEmailAddress::Several);
    }
    Ok(address)
}
