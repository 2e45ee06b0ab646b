//! Pictures are re-encoded from their pixels. Whatever else came with them stays behind: where they were taken, comments,
//! a colour profile, another file after their end.

use std::io::Cursor;

use bytes::Bytes;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType as Filter, PngEncoder};
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

use super::{FileKind, KeepError};

/// The most memory a picture may take as pixels, in bytes: about 20 million of them.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// How well a photograph is kept, of 100.
const QUALITY: u8 = 88;

/// A picture that shows what this one shows, upright, and holds nothing else; not larger than `within`, in pixels. One in WebP
/// becomes a PNG when it is transparent somewhere, otherwise a JPEG.
///
/// # Errors
/// [`KeepError::BrokenPicture`], [`KeepError::TooManyPixels`].
pub(super) fn reencode(
    format: ImageFormat,
    content: &[u8],
    within: Option<(u32, u32)>,
) -> Result<(FileKind, Bytes), KeepError> {
    let mut picture = decode(format, content)?;
    if let Some((width, height)) = within
        && (picture.width() > width || picture.height() > height)
    {
        picture = picture.resize(width, height, FilterType::Lanczos3);
    }
    let mut written = Vec::new();
    let is_photograph = match format {
        ImageFormat::Png => false,
        _other => !picture.color().has_alpha(),
    };
    let (kind, done) = if is_photograph {
        if picture.color() != image::ColorType::L8 {
            picture = DynamicImage::ImageRgb8(picture.into_rgb8());
        }
        let encoder = JpegEncoder::new_with_quality(&mut written, QUALITY);
        (FileKind::Jpeg, picture.write_with_encoder(encoder))
    } else {
        let (pressed, filter) = (CompressionType::Default, Filter::Adaptive);
        let encoder = PngEncoder::new_with_quality(&mut written, pressed, filter);
        (FileKind::Png, picture.write_with_encoder(encoder))
    };
    done.map_err(refused)?;
    Ok((kind, written.into()))
}

fn decode(format: ImageFormat, content: &[u8]) -> Result<DynamicImage, KeepError> {
    let mut reader = ImageReader::with_format(Cursor::new(content), format);
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MOST_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(refused)?;
    if decoder.total_bytes() > MOST_BYTES {
        return Err(KeepError::TooManyPixels);
    }
    // What cannot be read of how the camera was held is left as it lies.
    let orientation = decoder.orientation().ok();
    let mut picture = DynamicImage::from_decoder(decoder).map_err(refused)?;
    if let Some(orientation) = orientation {
        picture.apply_orientation(orientation);
    }
    Ok(picture)
}

fn refused(error: ImageError) -> KeepError {
    match error {
        ImageError::Limits(_) => KeepError::TooManyPixels,
        other => KeepError::BrokenPicture(other),
    }
}

#[cfg(test)]
#[path = "picture_tests.rs"]
mod tests;
