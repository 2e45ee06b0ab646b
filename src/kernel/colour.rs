//! Colours of authorities, and whether words in them can be read.

/// The smallest contrast to white a main colour may have. Words in it stand on tinted surfaces, too, where they keep the 4.5 of
/// WCAG 2.2, success criterion 1.4.3.
pub const LEAST_CONTRAST: f64 = 5.5;

/// A colour of the screen (sRGB).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

impl Colour {
    /// Posvet's own main colour, as in `theme.css`.
    pub const OWN: Self = Self {
        red: 0x0b,
        green: 0x55,
        blue: 0x63,
    };

    /// Reads `#1a5f4b`, with or without the sign before it.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        let is_colour = digits.len() == 6 && digits.bytes().all(|sign| sign.is_ascii_hexdigit());
        let number = u32::from_str_radix(digits, 16).ok().filter(|_| is_colour)?;
        let [_none, red, green, blue] = number.to_be_bytes();
        Some(Self { red, green, blue })
    }

    /// Red, green and blue.
    pub fn channels(self) -> [u8; 3] {
        [self.red, self.green, self.blue]
    }

    /// Six digits, lower case, without the sign before them.
    pub fn digits(self) -> String {
        format!("{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }

    /// Contrast to white (WCAG 2.2, "contrast ratio"): 1 for white, 21 for black.
    pub fn contrast_to_white(self) -> f64 {
        1.05 / (self.luminance() + 0.05)
    }

    /// Whether words in it can be read on our light surfaces, and white words on it.
    pub fn is_legible(self) -> bool {
        self.contrast_to_white() >= LEAST_CONTRAST
    }

    /// WCAG 2.2, "relative luminance".
    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let part = f64::from(channel) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contrast(text: &str) -> f64 {
        Colour::parse(text).expect("a colour").contrast_to_white()
    }

    #[test]
    fn contrast_is_what_others_measure() {
        assert!((contrast("#000000") - 21.0).abs() < 0.001);
        assert!((contrast("#ffffff") - 1.0).abs() < 0.001);
        // The well-known border of 4.5 to white.
        assert!((contrast("#767676") - 4.54).abs() < 0.01);
        assert!((contrast("#ff0000") - 3.998).abs() < 0.001);
    }

    #[test]
    fn a_colour_is_read_with_and_without_its_sign() {
        for text in ["#1A5F4B", "1a5f4b"] {
            let colour = Colour::parse(text).expect("a colour");
            assert_eq!(colour.digits(), "1a5f4b");
            assert!(colour.is_legible());
        }
        for none in ["", "#", "#fff", "red", "#12345g", "+12345", "#1234567"] {
            assert_eq!(Colour::parse(none), None, "{none}");
        }
        assert!(!Colour::parse("#ffcc00").expect("a colour").is_legible());
    }
}
