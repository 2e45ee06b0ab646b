//! What a file is called.

use super::FileKind;
use crate::kernel::plain_text::line;

/// The longest name that is kept, in characters.
const LONGEST: usize = 200;

/// What a file is called that came without a name.
const NAMELESS: &str = "priloga";

/// Endings that say what a file of a kind we take is.
const ENDINGS: [&str; 7] = ["png", "jpg", "jpeg", "webp", "pdf", "docx", "xlsx"];

/// A name that ends as its kind does: it is what a computer goes by that opens it.
pub(super) fn of_kind(name: &str, kind: FileKind) -> String {
    let name = line(name);
    let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
    let ending = ending.to_ascii_lowercase();
    let is_right = ending == kind.extension() || (kind == FileKind::Jpeg && ending == "jpeg");
    // Another ending of ours is wrong here; anything else is part of what people call it.
    let stem = match is_right || ENDINGS.contains(&ending.as_str()) {
        true => stem,
        false => &name,
    };
    let stem: String = match stem {
        "" => NAMELESS.to_owned(),
        stem => stem.chars().take(LONGEST - ending_length(kind)).collect(),
    };
    format!("{stem}.{}", kind.extension())
}

/// With its point.
fn ending_length(kind: FileKind) -> usize {
    1 + kind.extension().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_called_what_it_is() {
        for (name, kind, called) in [
            ("Analiza.pdf", FileKind::Pdf, "Analiza.pdf"),
            ("Analiza.PDF", FileKind::Pdf, "Analiza.pdf"),
            ("Trg.jpeg", FileKind::Jpeg, "Trg.jpg"),
            ("Trg.webp", FileKind::Png, "Trg.png"),
            ("program.exe", FileKind::Pdf, "program.exe.pdf"),
            ("2. različica", FileKind::Docx, "2. različica.docx"),
            ("", FileKind::Xlsx, "priloga.xlsx"),
        ] {
            assert_eq!(of_kind(name, kind), called, "{name}");
        }
    }
}
