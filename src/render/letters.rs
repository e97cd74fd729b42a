//! Text as outlines, in the typefaces of the theme: for pictures, which can't ask a reader's browser.
//!
//! The built-in typefaces are unpacked when the first line is set and kept from then on.

use std::sync::LazyLock;

use harfrust::font::Font;
use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathSink};
use harfrust::{Buffer, ShapeOptions, ShaperFont, shape};
use tiny_skia::{Path, PathBuilder};

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

/// A line of text, set.
pub(super) struct Line {
    /// Its outlines, from the left end of its base line.
    path: Option<Path>,
    /// How far the next one would begin, in pixels.
    pub(super) width: f32,
}

impl Line {
    /// Its outlines with the left end of its base line at this point; none for a line of spaces.
    pub(super) fn at(&self, x: f32, y: f32) -> Option<Path> {
        self.path.clone()?.transform(tiny_skia::Transform::from_translate(x, y))
    }
}

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

    /// Sets one line at a size in pixels.
    pub(super) fn line(&self, text: &str, size: f32) -> Line {
        let nothing = Line { path: None, width: 0.0 };
        let Some(font) = &self.0 else { return nothing };
        let scale = size / f32::from(font.units_per_em().max(1));
        let mut buffer = Buffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        if shape(&ShaperFont::new(font), &mut buffer, ShapeOptions::new()).is_err() {
            return nothing;
        }
        let glyphs = font.outline_glyphs();
        let mut pen = Pen { path: PathBuilder::new(), scale, x: 0.0, y: 0.0 };
        let mut along = 0.0;
        for (glyph, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
            pen.x = (along + units(position.x_offset)) * scale;
            pen.y = -units(position.y_offset) * scale;
            if let Some(outline) = glyphs.get(glyph.glyph_id.into()) {
                // A glyph that is broken leaves a gap; the typefaces are the program's own.
                let _ = outline.draw(&DrawOptions::new(), DrawMemory::default(), &mut pen);
            }
            along += units(position.x_advance);
        }
        Line { path: pen.path.finish(), width: along * scale }
    }
}

#[expect(clippy::cast_precision_loss, reason = "font units of a line on a card are far below 2^24")]
fn units(number: i32) -> f32 {
    number as f32
}

/// Takes outlines in font units, y upwards, and keeps them in pixels, y downwards.
struct Pen {
    path: PathBuilder,
    scale: f32,
    x: f32,
    y: f32,
}

impl Pen {
    fn point(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, self.y - y * self.scale)
    }
}

impl PathSink for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.point(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.point(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        let ((cx0, cy0), (x, y)) = (self.point(cx0, cy0), self.point(x, y));
        self.path.quad_to(cx0, cy0, x, y);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        let ((cx0, cy0), (cx1, cy1), (x, y)) = (self.point(cx0, cy0), self.point(cx1, cy1), self.point(x, y));
        self.path.cubic_to(cx0, cy0, cx1, cy1, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
