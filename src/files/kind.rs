//! What a file is, by what is in it.

use std::io::Cursor;

use image::ImageFormat;
use strum::{EnumString, IntoStaticStr};
use zip::ZipArchive;

use super::KeepError;
use crate::db::stored_as_text;

/// The most entries of an Office package that is looked into.
const MOST_ENTRIES: u16 = 5_000;

/// Kinds of files people may bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum FileKind {
    Png,
    Jpeg,
    Webp,
    Pdf,
    Docx,
    Xlsx,
}

stored_as_text!(FileKind);

impl FileKind {
    /// The media type (IANA).
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }

    /// What its name ends with.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            other => other.into_str(),
        }
    }

    /// How it is painted, when it is a picture.
    pub(super) fn picture(self) -> Option<ImageFormat> {
        match self {
            Self::Png => Some(ImageFormat::Png),
            Self::Jpeg => Some(ImageFormat::Jpeg),
            Self::Webp => Some(ImageFormat::WebP),
            Self::Pdf | Self::Docx | Self::Xlsx => None,
        }
    }

    /// The kind of a file with this content.
    ///
    /// # Errors
    /// [`KeepError::OtherKind`] when it is none of these, [`KeepError::HasMacros`] when it would be but for a program in it.
    pub fn of(content: &[u8]) -> Result<Self, KeepError> {
        let Some(found) = infer::get(content) else {
            return Err(KeepError::OtherKind);
        };
        match found.extension() {
            "png" => Ok(Self::Png),
            "jpg" => Ok(Self::Jpeg),
            "webp" => Ok(Self::Webp),
            "pdf" => Ok(Self::Pdf),
            // A package is what its parts are: the order of its entries, by which it is often told, says nothing.
            "zip" | "docx" | "xlsx" | "pptx" => Self::of_package(content),
            _other => Err(KeepError::OtherKind),
        }
    }

    fn of_package(content: &[u8]) -> Result<Self, KeepError> {
        if entries(content).is_none_or(|entries| entries > MOST_ENTRIES) {
            return Err(KeepError::OtherKind);
        }
        let package = ZipArchive::new(Cursor::new(content)).map_err(|_no| KeepError::OtherKind)?;
        let names: Vec<_> = package.file_names().filter_map(Result::ok).collect();
        if names.iter().any(|name| name.ends_with("vbaProject.bin")) {
            return Err(KeepError::HasMacros);
        }
        let has = |part: &str| names.iter().any(|name| name == part);
        let (document, workbook) = (has("word/document.xml"), has("xl/workbook.xml"));
        match (has("[Content_Types].xml"), document, workbook) {
            (true, true, false) => Ok(Self::Docx),
            (true, false, true) => Ok(Self::Xlsx),
            _other => Err(KeepError::OtherKind),
        }
    }
}

/// How many entries a package says it has, by its end record (APPNOTE 4.3.16), before anything is made room for.
fn entries(content: &[u8]) -> Option<u16> {
    const SIGNATURE: &[u8] = b"PK\x05\x06";
    let last = content.len().saturating_sub(22 + usize::from(u16::MAX));
    let tail = content.get(last..)?;
    let at = tail
        .windows(SIGNATURE.len())
        .rposition(|window| window == SIGNATURE)?;
    let count = tail.get(at + 10..at + 12)?;
    Some(u16::from_le_bytes(count.try_into().ok()?))
}
