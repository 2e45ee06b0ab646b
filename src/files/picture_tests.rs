//! What a picture is painted into.

use image::{ColorType, ImageEncoder as _, Rgb, RgbImage, RgbaImage};

use super::*;

/// Exif that says the camera was turned (0x0112 = 6, to be turned clockwise), and where (0x8825).
const EXIF: &[u8] = b"II*\0\x08\0\0\0\x02\0\
    \x12\x01\x03\0\x01\0\0\0\x06\0\0\0\
    \x25\x88\x04\0\x01\0\0\0\x26\0\0\0\
    \0\0\0\0GPS 46.2397 N 14.3556 E";

fn photograph(width: u32, height: u32) -> Vec<u8> {
    let mut picture = RgbImage::from_pixel(width, height, Rgb([200, 30, 30]));
    for x in 0..width {
        picture.put_pixel(x, 0, Rgb([30, 30, 200]));
    }
    let mut written = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut written, 100);
    encoder.set_exif_metadata(EXIF.to_vec()).unwrap();
    let pixels = picture.as_raw();
    let done = encoder.write_image(pixels, width, height, ColorType::Rgb8.into());
    done.unwrap();
    written
}

fn encoded(picture: &RgbaImage, format: ImageFormat) -> Vec<u8> {
    let mut written = Cursor::new(Vec::new());
    picture.write_to(&mut written, format).unwrap();
    written.into_inner()
}

fn has(content: &[u8], what: &[u8]) -> bool {
    content.windows(what.len()).any(|window| window == what)
}

#[test]
fn a_photograph_stands_upright_and_says_neither_where_it_was_taken_nor_what_was_hidden_in_it() {
    let mut brought = photograph(64, 32);
    brought.extend_from_slice(b"PK\x03\x04<script>alert(1)</script>");
    assert!(has(&brought, b"GPS 46"));

    let (kind, content) = reencode(ImageFormat::Jpeg, &brought, None).unwrap();

    assert_eq!(kind, FileKind::Jpeg);
    for gone in [&b"GPS"[..], b"Exif", b"PK\x03\x04", b"script"] {
        assert!(!has(&content, gone), "{}", gone.escape_ascii());
    }
    let shown = image::load_from_memory(&content).unwrap();
    assert_eq!((shown.width(), shown.height()), (32, 64));
    let top = shown.to_rgb8();
    let (left, right) = (top.get_pixel(0, 30)[2], top.get_pixel(31, 30)[2]);
    assert!(
        right > left + 60,
        "its top is on the right now: {left}, {right}"
    );
}

#[test]
fn what_a_picture_says_beside_its_dots_is_left_behind() {
    let picture = RgbaImage::from_pixel(4, 4, image::Rgba([0, 90, 0, 128]));
    let mut brought = encoded(&picture, ImageFormat::Png);
    let end = brought.len() - 12;
    // A tEXt chunk with its length, and a CRC nobody asks for.
    let text = b"\0\0\0\x0dtEXtGPS\x0046.2397N\x8e\x01\x02\x03";
    brought.splice(end..end, text.iter().copied());

    let (kind, content) = reencode(ImageFormat::Png, &brought, None).unwrap();

    assert_eq!(kind, FileKind::Png);
    assert!(!has(&content, b"GPS") && !has(&content, b"tEXt"));
    let shown = image::load_from_memory(&content).unwrap().to_rgba8();
    assert_eq!(shown, picture);
}

#[test]
fn a_webp_becomes_what_every_program_opens() {
    let clear = RgbaImage::from_pixel(4, 4, image::Rgba([9, 9, 9, 0]));
    let (kind, _png) =
        reencode(ImageFormat::WebP, &encoded(&clear, ImageFormat::WebP), None).unwrap();
    assert_eq!(kind, FileKind::Png);
    let mut opaque = Cursor::new(Vec::new());
    let picture = RgbImage::from_pixel(4, 4, Rgb([9, 9, 9]));
    picture.write_to(&mut opaque, ImageFormat::WebP).unwrap();
    let (kind, _jpeg) = reencode(ImageFormat::WebP, opaque.get_ref(), None).unwrap();
    assert_eq!(kind, FileKind::Jpeg);
}

#[test]
fn a_sign_is_made_to_fit_and_never_larger() {
    for (size, fits) in [
        ((1200, 300), (640, 160)),
        ((40, 400), (20, 200)),
        ((64, 32), (64, 32)),
    ] {
        let picture = RgbaImage::new(size.0, size.1);
        let brought = encoded(&picture, ImageFormat::Png);
        let (_kind, content) = reencode(ImageFormat::Png, &brought, Some((640, 200))).unwrap();
        let shown = image::load_from_memory(&content).unwrap();
        assert_eq!((shown.width(), shown.height()), fits, "{size:?}");
    }
}

#[test]
fn a_picture_that_cannot_be_read_or_would_fill_the_memory_is_refused() {
    let whole = photograph(64, 32);
    let (half, _rest) = whole.split_at(24);
    let broken = reencode(ImageFormat::Jpeg, half, None);
    assert!(
        matches!(broken, Err(KeepError::BrokenPicture(_))),
        "{broken:?}"
    );

    // Says it is 30,000 × 30,000 pixels.
    let mut bomb = encoded(&RgbaImage::new(1, 1), ImageFormat::Png);
    let size = 30_000_u32.to_be_bytes();
    bomb.splice(16..24, [size, size].concat());
    let mut crc = flate2::Crc::new();
    crc.update(&bomb[12..29]);
    bomb.splice(29..33, crc.sum().to_be_bytes());
    let refused = reencode(ImageFormat::Png, &bomb, None);
    assert!(
        matches!(refused, Err(KeepError::TooManyPixels)),
        "{refused:?}"
    );
}
