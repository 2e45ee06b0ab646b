//! How numbers are written.

use super::Language;

/// A whole number with its thousands apart: `1.200` in Slovene, `1,200` in English.
pub fn whole(lang: Language, number: i64) -> String {
    let separator = match lang {
        Language::Sl => '.',
        Language::En => ',',
    };
    let digits = number.unsigned_abs().to_string();
    let mut text = String::new();
    if number < 0 {
        text.push('−');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(whole(Language::Sl, 1_200), "1.200");
        assert_eq!(whole(Language::En, 1_234_567), "1,234,567");
        assert_eq!(whole(Language::Sl, 999), "999");
        assert_eq!(whole(Language::Sl, -61_000), "−61.000");
    }
}
