//! Pictures as cameras and drawing programs make them.

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};

/// A picture of one colour.
pub fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut written = Cursor::new(Vec::new());
    let picture = RgbImage::from_pixel(width, height, Rgb([26, 95, 75]));
    picture.write_to(&mut written, format).unwrap();
    written.into_inner()
}
