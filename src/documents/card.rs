//! The picture that is shown where somebody shares a link (Open Graph, `og:image`).

use std::borrow::Cow;
use std::io::Cursor;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{Rgb, RgbImage};
use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::{
    FontContext, FontFamily, FontFamilyName, GlyphRun, Layout, LayoutContext, LineHeight,
    OverflowWrap, PositionedLayoutItem, StyleProperty,
};
use std::sync::Arc;
use swash::FontRef;
use swash::scale::{Render, ScaleContext, Scaler, Source};
use swash::zeno::{Format, Vector};

/// What it is.
pub const MEDIA_TYPE: &str = "image/png";

/// Its size in pixels, as the services that show it ask for.
const WIDTH: u32 = 1200;
const HEIGHT: u32 = 630;

static FONT: &[u8] = include_bytes!("../../templates/fonts/SourceSans3-Semibold.ttf");

/// From the edge to the text; the bar stands in it.
const MARGIN: u32 = 88;
const BAR: u32 = 28;
const LINE_WIDTH: u32 = WIDTH - 2 * MARGIN;

/// The largest size at which the title fits is taken: pixels, and lines it may have.
const TITLE_SIZES: [(f32, usize); 3] = [(76.0, 3), (60.0, 4), (48.0, 5)];
const SMALL: f32 = 36.0;

const PAPER: Rgb<u8> = Rgb([255, 255, 255]);
const INK: Rgb<u8> = Rgb([24, 32, 38]);
const SOFT: Rgb<u8> = Rgb([84, 96, 104]);

/// What it says.
#[derive(Clone, Debug)]
pub struct Card<'a> {
    /// Who speaks; above.
    pub from: &'a str,
    pub title: &'a str,
    /// Below.
    pub under: &'a str,
    /// Of the bar: red, green, blue.
    pub colour: [u8; 3],
}

/// Paints a card, as PNG.
///
/// # Errors
/// When it cannot be encoded.
pub fn paint(card: &Card<'_>) -> Result<Vec<u8>, image::ImageError> {
    let mut canvas = RgbImage::from_pixel(WIDTH, HEIGHT, PAPER);
    for y in 0..HEIGHT {
        for x in 0..BAR {
            canvas.put_pixel(x, y, Rgb(card.colour));
        }
    }
    let mut pen = Pen::new();
    let from = pen.fitting(card.from, SMALL, 1);
    pen.draw(&mut canvas, &from, MARGIN, SOFT);
    let under = pen.fitting(card.under, SMALL, 1);
    pen.draw(&mut canvas, &under, HEIGHT - MARGIN - height(&under), SOFT);
    let title = pen.title(card.title);
    // A little above the middle, where a title is looked for.
    let room = HEIGHT.saturating_sub(height(&title));
    pen.draw(&mut canvas, &title, room * 9 / 20, INK);
    let mut written = Cursor::new(Vec::new());
    let (pressed, filter) = (CompressionType::Default, FilterType::Adaptive);
    canvas.write_with_encoder(PngEncoder::new_with_quality(&mut written, pressed, filter))?;
    Ok(written.into_inner())
}

fn height(layout: &Layout<()>) -> u32 {
    // Never negative, and smaller than the picture is high.
    layout.height().ceil() as u32
}

/// Lays text out and draws it.
struct Pen {
    fonts: FontContext,
    family: String,
    layouts: LayoutContext<()>,
    scaling: ScaleContext,
}

impl Pen {
    fn new() -> Self {
        let mut collection = Collection::new(CollectionOptions {
            shared: false,
            system_fonts: false,
        });
        let families = collection.register_fonts(Blob::new(Arc::new(FONT)), None);
        let family = families.first().map(|(id, _fonts)| *id);
        let family = family.and_then(|id| collection.family_name(id).map(str::to_owned));
        Self {
            fonts: FontContext {
                collection,
                source_cache: SourceCache::default(),
            },
            family: family.unwrap_or_default(),
            layouts: LayoutContext::new(),
            scaling: ScaleContext::new(),
        }
    }

    fn layout(&mut self, text: &str, size: f32) -> Layout<()> {
        let mut builder = self
            .layouts
            .ranged_builder(&mut self.fonts, text, 1.0, true);
        let family = FontFamilyName::Named(Cow::Borrowed(self.family.as_str()));
        builder.push_default(StyleProperty::FontFamily(FontFamily::Single(family)));
        builder.push_default(StyleProperty::FontSize(size));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        builder.push_default(LineHeight::FontSizeRelative(1.15));
        let mut layout = builder.build(text);
        layout.break_all_lines(Some(LINE_WIDTH as f32));
        layout
    }

    fn title(&mut self, text: &str) -> Layout<()> {
        for (size, lines) in TITLE_SIZES {
            let layout = self.layout(text, size);
            if layout.len() <= lines {
                return layout;
            }
        }
        let [.., (size, lines)] = TITLE_SIZES;
        self.fitting(text, size, lines)
    }

    /// As much as fits.
    fn fitting(&mut self, text: &str, size: f32, lines: usize) -> Layout<()> {
        let mut layout = self.layout(text, size);
        let end = |layout: &Layout<()>| {
            let last = layout.lines().take(lines).next_back();
            last.map_or(0, |line| line.text_range().end)
        };
        let mut left = text.get(..end(&layout)).unwrap_or_default().to_owned();
        while layout.len() > lines && left.pop().is_some() {
            layout = self.layout(&format!("{}…", left.trim_end()), size);
        }
        layout
    }

    fn draw(&mut self, canvas: &mut RgbImage, layout: &Layout<()>, top: u32, ink: Rgb<u8>) {
        for line in layout.lines() {
            for item in line.items() {
                if let PositionedLayoutItem::GlyphRun(run) = item {
                    self.draw_run(canvas, &run, top, ink);
                }
            }
        }
    }

    fn draw_run(&mut self, canvas: &mut RgbImage, run: &GlyphRun<'_, ()>, top: u32, ink: Rgb<u8>) {
        let font = run.run().font();
        let Some(font) = FontRef::from_index(font.data.as_ref(), font.index as usize) else {
            return;
        };
        let size = run.run().font_size();
        let mut scaler = self.scaling.builder(font).size(size).build();
        for glyph in run.positioned_glyphs() {
            let at = (glyph.x + MARGIN as f32, glyph.y + top as f32);
            draw_glyph(canvas, &mut scaler, glyph.id, at, ink);
        }
    }
}

fn draw_glyph(
    canvas: &mut RgbImage,
    scaler: &mut Scaler<'_>,
    glyph: u32,
    (x, y): (f32, f32),
    ink: Rgb<u8>,
) {
    let Ok(glyph) = u16::try_from(glyph) else {
        return;
    };
    let image = Render::new(&[Source::Outline])
        .format(Format::Alpha)
        .offset(Vector::new(x.fract(), y.fract()))
        .render(scaler, glyph);
    let Some(image) = image else {
        return;
    };
    let (left, top) = (
        x.floor() as i32 + image.placement.left,
        y.floor() as i32 - image.placement.top,
    );
    let columns = image.placement.width.max(1);
    for (place, cover) in (0_u32..).zip(&image.data) {
        let (column, row) = (place % columns, place / columns);
        let dot = (
            left.checked_add_unsigned(column),
            top.checked_add_unsigned(row),
        );
        let (Some(x), Some(y)) = dot else { continue };
        let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else {
            continue;
        };
        if let Some(dot) = canvas.get_pixel_mut_checked(x, y) {
            for (under, over) in dot.0.iter_mut().zip(ink.0) {
                *under = mixed(*under, over, *cover);
            }
        }
    }
}

/// What one colour looks like below another that covers so much of it, of 255.
fn mixed(under: u8, over: u8, cover: u8) -> u8 {
    let (under, over, cover) = (u16::from(under), u16::from(over), u16::from(cover));
    let mixed = (under * (255 - cover) + over * cover + 127) / 255;
    u8::try_from(mixed).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARD: Card<'static> = Card {
        from: "Mestna občina Kranj",
        title: "Strategija razvoja socialnega varstva 2022–2028",
        under: "Javna obravnava od 10. 3. do 10. 4. 2022",
        colour: [11, 85, 99],
    };

    fn painted(card: &Card<'_>) -> RgbImage {
        let png = paint(card).expect("a picture");
        image::load_from_memory(&png).expect("a PNG").to_rgb8()
    }

    /// How many pixels are not paper, between these rows.
    fn ink(picture: &RgbImage, rows: std::ops::Range<u32>) -> usize {
        rows.flat_map(|y| (BAR..WIDTH).map(move |x| (x, y)))
            .filter(|(x, y)| *picture.get_pixel(*x, *y) != PAPER)
            .count()
    }

    #[test]
    fn a_card_says_who_speaks_of_what_and_when_within_its_margin() {
        let picture = painted(&CARD);

        assert_eq!((picture.width(), picture.height()), (WIDTH, HEIGHT));
        assert_eq!(*picture.get_pixel(3, 300), Rgb(CARD.colour));
        for rows in [80..140, 180..450, 490..560] {
            assert!(ink(&picture, rows.clone()) > 500, "{rows:?}");
        }
        for rows in [0..70, 570..HEIGHT] {
            assert_eq!(ink(&picture, rows.clone()), 0, "{rows:?}");
        }
        let beyond = (0..HEIGHT).flat_map(|y| (WIDTH - 60..WIDTH).map(move |x| (x, y)));
        assert!(
            beyond
                .into_iter()
                .all(|(x, y)| *picture.get_pixel(x, y) == PAPER)
        );
    }

    #[test]
    fn letters_with_marks_are_drawn_as_what_they_are() {
        let with = |title| painted(&Card { title, ..CARD });

        let (plain, marked) = (with("csz CSZ"), with("čšž ČŠŽ"));

        assert!(ink(&marked, 150..480) > ink(&plain, 150..480), "no marks");
        assert_ne!(plain.as_raw(), with("aaa AAA").as_raw());
    }

    #[test]
    fn a_long_title_and_one_of_one_word_stay_on_the_card() {
        let long = "Predlog strategije razvoja socialnega varstva in skrbi za starejše ".repeat(8);
        let word = "Najneprekucljivejšega".repeat(20);
        for title in [long.as_str(), word.as_str(), "", "\u{202e}אבג \u{1f600}"] {
            let picture = painted(&Card { title, ..CARD });
            assert_eq!(ink(&picture, 570..HEIGHT), 0, "{title}");
            assert_eq!(ink(&picture, 0..70), 0, "{title}");
        }
    }
}
