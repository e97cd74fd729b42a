//! Text as outlines, in the typefaces of the theme: for pictures, which can't ask a reader's browser.
//!
//! The built-in typefaces are unpacked when the first line is set and kept from then on.

use std::sync::LazyLock;

use harfrust::font::Font;
use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathSink};
use harfrust::{Buffer, ShapeOptions, ShaperFont, shape};
use zeno::Command;

/// A typeface at one weight.
pub(super) struct Typeface(Option<Font>);

/// Brygada 1918, as titles have it.
pub(super) static SERIF: LazyLock<Typeface> = LazyLock::new(|| {
    Typeface::unpacked(include_bytes!("../../templates/theme/fonts/brygada-1918-latin-wght-normal.woff2"), 500.0)
});
/// Source Sans 3, as labels have it.
pub(super) static SANS: LazyLock<Typeface> = LazyLock::new(|| {
    Typeface::unpacked(include_bytes!("../../templates/theme/fonts/source-sans-3-latin-wght-normal.woff2"), 400.0)
});

impl Typeface {
    fn unpacked(woff2: &[u8], weight: f32) -> Self {
        let font = wuff::decompress_woff2(woff2).ok().and_then(|bytes| Font::new(bytes, 0));
        Self(font.map(|font| font.instance_builder().variations([("wght", weight)]).build()))
    }

    /// The text without signs that the typeface does not have; none if it lacks a letter or digit, for a word without
    /// a letter is another word.
    pub(super) fn writable(&self, text: &str) -> Option<String> {
        let charmap = self.0.as_ref()?.charmap();
        let mut kept = String::new();
        for letter in text.chars() {
            let space = letter.is_whitespace() || letter.is_control();
            if space || charmap.map_unicode(letter).is_some() {
                kept.push(if space { ' ' } else { letter });
            } else if letter.is_alphanumeric() {
                return None;
            }
        }
        Some(kept.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// How wide a line is, in pixels at a size of one pixel.
    pub(super) fn width(&self, text: &str) -> f32 {
        self.shaped(text).map_or(0.0, |(font, line)| {
            let advance: f32 = line.glyph_positions().iter().map(|position| units(position.x_advance)).sum();
            advance / em(font)
        })
    }

    /// The outlines of a line's letters at a size in pixels, its base line beginning at `x`, `y`; y grows downwards.
    pub(super) fn outlines(&self, text: &str, size: f32, x: f32, y: f32) -> Vec<Vec<Command>> {
        let Some((font, line)) = self.shaped(text) else { return Vec::new() };
        let scale = size / em(font);
        let glyphs = font.outline_glyphs();
        let mut along = 0.0;
        let letters = line.glyph_infos().iter().zip(line.glyph_positions()).map(|(glyph, position)| {
            let x = x + (along + units(position.x_offset)) * scale;
            let y = y - units(position.y_offset) * scale;
            let mut pen = Pen { commands: Vec::new(), scale, x, y };
            if let Some(outline) = glyphs.get(glyph.glyph_id.into()) {
                // A glyph that is broken leaves a gap; the typefaces are the program's own.
                let _ = outline.draw(&DrawOptions::new(), DrawMemory::default(), &mut pen);
            }
            along += units(position.x_advance);
            pen.commands
        });
        letters.collect()
    }

    /// A line as glyphs with their places, in font units.
    fn shaped(&self, text: &str) -> Option<(&Font, Buffer)> {
        let font = self.0.as_ref()?;
        let mut line = Buffer::new();
        line.push_str(text);
        line.guess_segment_properties();
        shape(&ShaperFont::new(font), &mut line, ShapeOptions::new()).ok()?;
        Some((font, line))
    }
}

/// Font units to the pixel at a size of one pixel.
fn em(font: &Font) -> f32 {
    f32::from(font.units_per_em().max(1))
}

#[expect(clippy::cast_precision_loss, reason = "font units of a line on a card are far below 2^24")]
fn units(number: i32) -> f32 {
    number as f32
}

/// Takes outlines in font units, y upwards, and keeps them in pixels, y downwards.
struct Pen {
    commands: Vec<Command>,
    scale: f32,
    x: f32,
    y: f32,
}

impl Pen {
    fn point(&self, x: f32, y: f32) -> zeno::Point {
        zeno::Point::new(self.x + x * self.scale, self.y - y * self.scale)
    }
}

impl PathSink for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.commands.push(Command::MoveTo(self.point(x, y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.commands.push(Command::LineTo(self.point(x, y)));
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.commands.push(Command::QuadTo(self.point(cx0, cy0), self.point(x, y)));
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.commands.push(Command::CurveTo(self.point(cx0, cy0), self.point(cx1, cy1), self.point(x, y)));
    }

    fn close(&mut self) {
        self.commands.push(Command::Close);
    }
}
