//! Social cards as PNG: 1200 by 630 pixels, as the hosts that show them ask for.
//!
//! Cards are drawn in few colours, one after the other, each as coverage only: a fraction of the work of a picture in
//! full colour, and of its size. Coverage is reckoned in whole numbers, so every machine draws the same.

use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use tiny_skia::{FillRule, Mask, Path, PathBuilder, Rect, Transform};

use super::letters::{SANS, SERIF, Typeface};
use super::paint::{self, Colour};
use crate::site::social_cards::SocialCard;

const WIDTH: u32 = SocialCard::WIDTH;
const HEIGHT: u32 = SocialCard::HEIGHT;

/// From the edges to what is written, in pixels.
const MARGIN: f32 = 80.0;
/// What may be written on: between the margins.
const MEASURE: f32 = 1040.0;
/// The bar's upper edge and its height.
const BAR: (f32, f32) = (438.0, 44.0);
/// Titles get smaller until they fit on their lines: pixels, lines, and from one base line to the next.
const TITLES: [(f32, usize, f32); 3] = [(84.0, 2, 94.0), (68.0, 3, 78.0), (56.0, 4, 64.0)];

/// The bytes of a card.
pub(super) fn png(card: &SocialCard) -> Vec<u8> {
    let [ink, quiet, pen, rubric] = LAYERS;
    let Some(mut sheet) = Sheet::new() else { return Vec::new() };
    sheet.draw(ink, [rect(0.0, 0.0, 1200.0, 10.0)]);
    sheet.draw(quiet, [written(&SANS, &card.site, 34.0, 104.0)]);
    sheet.draw(ink, title(&card.title));
    if card.has_steps {
        bar(&mut sheet, card, ink, pen, rubric);
    }
    let figures = SANS.line(&card.figures, 40.0);
    let beside = MARGIN + figures.width + 28.0;
    sheet.draw(ink, [figures.at(MARGIN, 552.0)]);
    sheet.draw(quiet, [SANS.line(card.standing, 40.0).at(beside, 552.0)]);
    encoded(
        &sheet,
        &[(ink, paint::INK), (quiet, paint::INK_2), (pen, paint::pen(&card.accent)), (rubric, paint::RUBRIC)],
    )
}

/// What is done of all, and where the plan meant to be.
fn bar(sheet: &mut Sheet, card: &SocialCard, ink: Layer, pen: Layer, rubric: Layer) {
    let (top, height) = BAR;
    let along = |hundredths: u32| MARGIN + MEASURE * pixels(hundredths.min(10_000)) / 10_000.0;
    let done = along(u32::from(card.percent) * 100) - MARGIN;
    sheet.draw(pen, [rect(MARGIN, top, done, height)]);
    // On whole pixels: an edge that is half covered would show the paper between the two colours.
    let (left, right) = (MARGIN - 3.0, MARGIN + MEASURE);
    let rules = [(left, top - 3.0, MEASURE + 6.0, 3.0), (left, top + height, MEASURE + 6.0, 3.0)];
    let ends = [(left, top, 3.0, height), (right, top, 3.0, height)];
    sheet.draw(ink, rules.into_iter().chain(ends).map(|(x, y, width, height)| rect(x, y, width, height)));
    if let Some(share) = card.planned_share {
        let at = along(share);
        // Red on blue can't be told apart by everybody, so the mark has a casing of paper.
        sheet.draw(Layer::PAPER, [rect(at - 8.0, top - 20.0, 16.0, height + 40.0)]);
        sheet.draw(rubric, [rect(at - 3.5, top - 20.0, 7.0, height + 40.0)]);
    }
}

/// The title's lines, as large as they fit; nothing where the typeface lacks a letter of it.
fn title(text: &str) -> Vec<Option<Path>> {
    let Some(text) = SERIF.writable(&beginning(text)) else { return Vec::new() };
    let set = TITLES.into_iter().find_map(|(size, most, leading)| {
        let lines = broken(&text, size);
        (lines.len() <= most).then_some((lines, size, leading))
    });
    let (lines, size, leading) = set.unwrap_or_else(|| {
        let [.., (size, most, leading)] = TITLES;
        let mut lines = broken(&text, size);
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            let cut = format!("{last}…");
            *last = fitting(&SERIF, &cut, size);
        }
        (lines, size, leading)
    });
    // The first base line is as far from the name of the site, whatever its size.
    let set = lines.iter().zip(0_u16..);
    set.map(|(line, at)| SERIF.line(line, size).at(MARGIN, 126.0 + leading * f32::from(at + 1))).collect()
}

/// A text in lines that fit between the margins; a word that is longer than a line is cut.
fn broken(text: &str, size: f32) -> Vec<String> {
    let mut lines = Vec::new();
    let mut current = String::new();
    for word in text.split(' ') {
        let longer = if current.is_empty() { word.to_owned() } else { format!("{current} {word}") };
        if SERIF.line(&longer, size).width <= MEASURE {
            current = longer;
        } else {
            if !current.is_empty() {
                lines.push(current);
            }
            current = fitting(&SERIF, word, size);
        }
    }
    lines.push(current);
    lines
}

/// One line at the left margin; nothing where the typeface lacks a letter of it.
fn written(typeface: &Typeface, text: &str, size: f32, base_line: f32) -> Option<Path> {
    let text = fitting(typeface, &typeface.writable(&beginning(text))?, size);
    typeface.line(&text, size).at(MARGIN, base_line)
}

/// As much of a text as any card has room for: what is set is set many times, to find what fits.
fn beginning(text: &str) -> String {
    text.chars().take(240).collect()
}

/// As much of a text as fits on one line, with `…` where something is missing.
fn fitting(typeface: &Typeface, text: &str, size: f32) -> String {
    if typeface.line(text, size).width <= MEASURE {
        return text.to_owned();
    }
    let mut kept = text.trim_end_matches('…').to_owned();
    while kept.pop().is_some() {
        let cut = format!("{}…", kept.trim_end());
        if typeface.line(&cut, size).width <= MEASURE {
            return cut;
        }
    }
    String::new()
}

fn rect(x: f32, y: f32, width: f32, height: f32) -> Option<Path> {
    Rect::from_xywh(x, y, width, height).map(PathBuilder::from_rect)
}

#[expect(clippy::cast_precision_loss, reason = "at most 10,000")]
fn pixels(number: u32) -> f32 {
    number as f32
}

/// One of the colours of a card, and how much of the palette it has: with 16 entries in all, a pixel is half a byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Layer {
    /// Its first entry, the palest.
    first: u8,
    /// Steps from the paper to the full colour, which the edges of what is drawn need: text has many.
    shades: u8,
}

/// Ink, quiet ink, pen and rubric; before them is the paper.
const LAYERS: [Layer; 4] = [
    Layer { first: 1, shades: 7 },
    Layer { first: 8, shades: 5 },
    Layer { first: 13, shades: 2 },
    Layer { first: 15, shades: 1 },
];

impl Layer {
    const PAPER: Self = Self { first: 0, shades: 0 };

    /// The palette's entry for a pixel that is covered so far, 0 to 255.
    fn index(self, coverage: u8) -> u8 {
        let shade = (u16::from(coverage) * u16::from(self.shades) + 127) / 255;
        let shade = u8::try_from(shade).unwrap_or(self.shades);
        if shade == 0 { 0 } else { self.first + shade - 1 }
    }
}

/// A picture as it is drawn: an entry of the palette for each pixel.
struct Sheet {
    pixels: Vec<u8>,
    mask: Mask,
}

impl Sheet {
    fn new() -> Option<Self> {
        let mask = Mask::new(WIDTH, HEIGHT)?;
        Some(Self { pixels: vec![0; mask.data().len()], mask })
    }

    /// Fills outlines with one colour, over what is there.
    fn draw(&mut self, layer: Layer, paths: impl IntoIterator<Item = Option<Path>>) {
        for path in paths.into_iter().flatten() {
            self.mask.fill_path(&path, FillRule::Winding, true, Transform::identity());
            let rows = rows_of(&path);
            let range = rows.start * WIDTH as usize..rows.end * WIDTH as usize;
            for (pixel, coverage) in self.pixels[range.clone()].iter_mut().zip(&mut self.mask.data_mut()[range]) {
                if *coverage > 0 {
                    *pixel = layer.index(*coverage);
                    *coverage = 0;
                }
            }
        }
    }
}

/// The rows that an outline may touch.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held between 0 and the height")]
fn rows_of(path: &Path) -> std::ops::Range<usize> {
    let row = |y: f32| y.clamp(0.0, 630.0) as usize;
    let bounds = path.bounds();
    row(bounds.top().floor() - 1.0)..row(bounds.bottom().ceil() + 1.0)
}

fn encoded(sheet: &Sheet, colours: &[(Layer, Colour); 4]) -> Vec<u8> {
    let mut palette = paint::PAPER.0.to_vec();
    for (layer, colour) in colours {
        for shade in 1..=layer.shades {
            palette.extend(paint::PAPER.towards(*colour, shade, layer.shades).0);
        }
    }
    let pixels: Vec<u8> = sheet.pixels.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0)).collect();
    let mut bytes = Vec::with_capacity(24 * 1024);
    let mut encoder = Encoder::new(&mut bytes, WIDTH, HEIGHT);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Four);
    encoder.set_palette(palette);
    encoder.set_compression(Compression::Fast);
    // Most rows are as the row above.
    encoder.set_filter(Filter::Up);
    let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(&pixels));
    written.expect("memory takes all that is written, and two pixels are one byte");
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(title: &str) -> SocialCard {
        SocialCard {
            site: "Day book".into(),
            title: title.into(),
            has_steps: true,
            percent: 59,
            planned_share: Some(6536),
            figures: "32 of 54 steps done".into(),
            standing: "behind its plan",
            accent: String::new(),
        }
    }

    /// The palette's entry of each pixel.
    fn pixels(card: &SocialCard) -> Vec<u8> {
        let bytes = png(card);
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        assert_eq!((reader.info().width, reader.info().height), (WIDTH, HEIGHT));
        let mut packed = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut packed).unwrap();
        packed.iter().flat_map(|pair| [pair >> 4, pair & 15]).collect()
    }

    #[test]
    fn every_colour_is_on_a_card() {
        let pixels = pixels(&card("No Traffic"));
        for layer in LAYERS.into_iter().chain([Layer::PAPER]) {
            assert!(pixels.contains(&layer.index(255)), "{layer:?}");
        }
    }

    #[test]
    fn layers_share_the_palette() {
        let mut next = 1;
        for layer in LAYERS {
            assert_eq!((layer.first, layer.index(0)), (next, 0));
            next += layer.shades;
            assert_eq!(layer.index(255), next - 1);
        }
        assert_eq!(next, 16);
    }

    #[test]
    fn titles_of_any_length_and_script_are_drawn_or_left_out() {
        let blank = pixels(&card(""));
        for title in ["a", "A long title that goes on and on ".repeat(9).trim(), &"x".repeat(3000), "🚀 Launch it"] {
            assert_ne!(pixels(&card(title)), blank, "{title}");
        }
        assert_eq!(pixels(&card("日記を書く")), blank, "the typeface has no such letters");
        assert_eq!(pixels(&card("🚀 Launch it")), pixels(&card("Launch it")), "a sign is no letter");
    }

    /// Writes cards where `JOURNAL_SAMPLES` says, to be looked at:
    /// `JOURNAL_SAMPLES=/tmp/samples cargo test --lib cards_to_look_at -- --ignored`.
    #[test]
    #[ignore = "writes files, for looking at them"]
    #[expect(clippy::disallowed_methods, reason = "a test that is run by hand")]
    fn cards_to_look_at() {
        let root = std::path::PathBuf::from(std::env::var("JOURNAL_SAMPLES").expect("where to write the cards"));
        std::fs::create_dir_all(&root).unwrap();
        let titles = ["No Traffic", "Walk the cut, end to end, before the year is over", "AVATAR fi Tä To Wa “quoted”"];
        for (at, title) in titles.into_iter().enumerate() {
            std::fs::write(root.join(format!("card-{at}.png")), png(&card(title))).unwrap();
        }
        let long = card(
            "A long title that goes on and on, as some do when nobody stops them, past every line there is, and then some more of it, until the very end of all that can be said",
        );
        std::fs::write(root.join("card-long.png"), png(&long)).unwrap();
    }
}
