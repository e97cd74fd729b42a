//! Social cards as PNG: 1200 by 630 pixels, as the hosts that show them ask for.
//!
//! Cards are drawn in few colours, one after the other, each as coverage only: a fraction of the work of a picture in
//! full colour, and of its size. Coverage is reckoned in whole numbers, so every machine draws the same.

use std::ops::Range;

use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use zeno::{Command, Mask, Scratch};

use super::letters::{SANS, SERIF, Typeface};
use super::paint::{self, Colour};
use crate::site::social_cards::SocialCard;

const WIDTH: u32 = SocialCard::WIDTH;
const HEIGHT: u32 = SocialCard::HEIGHT;

/// What may be written on, from the left edge: between the margins.
const MEASURE: Range<u32> = 80..1120;
/// The bar, from the upper edge.
const BAR: Range<u32> = 438..482;
/// How far the mark on the bar stands out above and below.
const OUT: u32 = 20;
/// The base line of the figures, from the upper edge.
const FIGURES: f32 = 552.0;
/// How large they are, in pixels.
const SIZE: f32 = 40.0;
/// Titles get smaller until they fit on their lines: pixels, lines, and from one base line to the next.
const TITLES: [(f32, usize, f32); 3] = [(84.0, 2, 94.0), (68.0, 3, 78.0), (56.0, 4, 64.0)];

/// The bytes of a card.
pub(super) fn png(card: &SocialCard) -> Vec<u8> {
    let [ink, quiet, pen, rubric] = LAYERS;
    let mut sheet = Sheet::new();
    sheet.fill(ink, 0..WIDTH, 0..10);
    sheet.write(quiet, &line(&SANS, &card.site, 34.0, 104.0));
    sheet.write(ink, &title(&card.title));
    if card.has_steps {
        bar(&mut sheet, card);
    }
    figures(&mut sheet, card);
    encoded(
        &sheet,
        &[(ink, paint::INK), (quiet, paint::INK_2), (pen, paint::pen(&card.accent)), (rubric, paint::RUBRIC)],
    )
}

/// What is done of all, in words and beside them where the plan stands; in numbers alone where the typeface lacks a
/// letter of the words.
fn figures(sheet: &mut Sheet, card: &SocialCard) {
    let [ink, quiet, ..] = LAYERS;
    let (left, right) = (pixels(MEASURE.start), pixels(MEASURE.end));
    let words = SANS.writable(&card.figures);
    let standing = words.as_ref().and_then(|_| SANS.writable(&card.standing)).unwrap_or_default();
    let figures = words.unwrap_or_else(|| card.numbers.clone());
    sheet.write(ink, &SANS.outlines(&figures, SIZE, left, FIGURES));
    let beside = left + SANS.width(&figures) * SIZE + 28.0;
    if beside + SANS.width(&standing) * SIZE <= right {
        sheet.write(quiet, &SANS.outlines(&standing, SIZE, beside, FIGURES));
    }
}

/// What is done of all, and where the plan meant to be.
fn bar(sheet: &mut Sheet, card: &SocialCard) {
    let [ink, _, pen, rubric] = LAYERS;
    let (Range { start: left, end: right }, Range { start: top, end: bottom }) = (MEASURE, BAR);
    let along = |hundredths: u32| left + (right - left) * hundredths.min(10_000) / 10_000;
    sheet.fill(ink, left - 3..right + 3, top - 3..bottom + 3);
    sheet.fill(Layer::PAPER, left..right, top..bottom);
    sheet.fill(pen, left..along(u32::from(card.percent) * 100), top..bottom);
    if let Some(share) = card.planned_share {
        let at = along(share);
        // Red on blue can't be told apart by everybody, so the mark has a casing of paper.
        sheet.fill(Layer::PAPER, at - 8..at + 9, top - OUT..bottom + OUT);
        sheet.fill(rubric, at - 3..at + 4, top - OUT..bottom + OUT);
    }
}

/// The title's lines, as large as they fit; nothing where the typeface lacks a letter of it.
fn title(text: &str) -> Vec<Vec<Command>> {
    let Some(text) = SERIF.writable(&beginning(text)) else { return Vec::new() };
    let space = SERIF.width(" ");
    let words: Vec<(&str, f32)> = text.split(' ').map(|word| (word, SERIF.width(word))).collect();
    let set = TITLES.into_iter().find_map(|(size, most, leading)| {
        let lines = broken(&words, space, size);
        (lines.len() <= most).then_some((lines, size, leading))
    });
    let (lines, size, leading) = set.unwrap_or_else(|| {
        let [.., (size, most, leading)] = TITLES;
        let mut lines = broken(&words, space, size);
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
        (lines, size, leading)
    });
    // The first base line is as far from the name of the site, whatever its size.
    let base_lines = (1_u16..).map(|at| 126.0 + leading * f32::from(at));
    lines.iter().zip(base_lines).flat_map(|(text, base_line)| line(&SERIF, text, size, base_line)).collect()
}

/// Words, with their widths, in lines that fit between the margins; a word that is longer has one to itself.
fn broken(words: &[(&str, f32)], space: f32, size: f32) -> Vec<String> {
    let measure = pixels(MEASURE.end - MEASURE.start) / size;
    let mut lines: Vec<String> = Vec::new();
    let mut filled = 0.0;
    for &(word, width) in words {
        match lines.last_mut() {
            Some(line) if filled + space + width <= measure => {
                line.extend([" ", word]);
                filled += space + width;
            }
            _ => {
                lines.push(word.to_owned());
                filled = width;
            }
        }
    }
    lines
}

/// One line at the left margin, with `…` where not all of it fits; nothing where the typeface lacks a letter of it.
fn line(typeface: &Typeface, text: &str, size: f32, base_line: f32) -> Vec<Vec<Command>> {
    let Some(mut text) = typeface.writable(&beginning(text)) else { return Vec::new() };
    let measure = pixels(MEASURE.end - MEASURE.start) / size;
    while typeface.width(&text) > measure {
        let kept = text.trim_end_matches('…');
        let end = kept.rfind(' ').or_else(|| kept.char_indices().next_back().map(|(at, _)| at)).unwrap_or(0);
        text = format!("{}…", kept[..end].trim_end());
    }
    typeface.outlines(&text, size, pixels(MEASURE.start), base_line)
}

/// As much of a text as any card has room for: what is too long is set again and again, to find what fits.
fn beginning(text: &str) -> String {
    text.chars().take(240).collect()
}

#[expect(clippy::cast_precision_loss, reason = "at most 1200")]
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
struct Sheet(Vec<u8>);

impl Sheet {
    fn new() -> Self {
        Self(vec![0; WIDTH as usize * HEIGHT as usize])
    }

    /// The pixels of one row, as far as they are on the sheet.
    fn row(&mut self, row: u32, columns: &Range<u32>) -> &mut [u8] {
        let (row, from) = (row.min(HEIGHT - 1) as usize * WIDTH as usize, columns.start.min(WIDTH) as usize);
        &mut self.0[row + from..row + columns.end.clamp(columns.start.min(WIDTH), WIDTH) as usize]
    }

    /// Fills a rectangle, over what is there.
    fn fill(&mut self, layer: Layer, columns: Range<u32>, rows: Range<u32>) {
        for row in rows {
            self.row(row, &columns).fill(layer.index(u8::MAX));
        }
    }

    /// Fills the outlines of letters, over what is there; what would be outside of the sheet is left out.
    fn write(&mut self, layer: Layer, letters: &[Vec<Command>]) {
        // Letter by letter: the work for an outline grows faster than its width.
        let mut scratch = Scratch::new();
        for letter in letters {
            let (coverage, place) = Mask::with_scratch(&letter[..], &mut scratch).render();
            let (Ok(left), Ok(top)) = (u32::try_from(place.left), u32::try_from(place.top)) else { continue };
            if place.width == 0 {
                continue;
            }
            for (row, covered) in (top..HEIGHT).zip(coverage.chunks(place.width as usize)) {
                for (pixel, coverage) in self.row(row, &(left..left + place.width)).iter_mut().zip(covered) {
                    if *coverage > 0 {
                        *pixel = layer.index(*coverage);
                    }
                }
            }
        }
    }
}

fn encoded(sheet: &Sheet, colours: &[(Layer, Colour); 4]) -> Vec<u8> {
    let mut palette = paint::PAPER.0.to_vec();
    for (layer, colour) in colours {
        for shade in 1..=layer.shades {
            palette.extend(paint::PAPER.towards(*colour, shade, layer.shades).0);
        }
    }
    let pixels: Vec<u8> = sheet.0.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0)).collect();
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
            numbers: "32/54".into(),
            standing: "behind its plan".into(),
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

    #[test]
    fn words_without_letters_to_draw_them_are_left_out() {
        let of = |figures: &str, standing: &str| {
            pixels(&SocialCard { figures: figures.into(), standing: standing.into(), ..card("Novel") })
        };
        let numbers = of("32/54", "");
        for figures in ["54ステップのうち32", "تمت 32 من 54 خطوة", "Έγιναν 32 από 54"] {
            assert_eq!(of(figures, "behind its plan"), numbers, "{figures}");
        }
        assert_eq!(of("32/54", "計画より遅れ"), numbers);
        assert_ne!(of("32/54", "behind its plan"), numbers);
        assert_eq!(of("32/54", &"behind its plan ".repeat(9)), numbers, "there is no room for it");
        let nothing =
            SocialCard { site: "日記".into(), has_steps: false, numbers: String::new(), ..card("日記を書く") };
        let words = SocialCard { figures: "まだありません".into(), ..nothing.clone() };
        let inked = |card: &SocialCard| pixels(card).iter().skip(10 * WIDTH as usize).any(|pixel| *pixel != 0);
        assert!(!inked(&words), "no box stands for a letter");
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
