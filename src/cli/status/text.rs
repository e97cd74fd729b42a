//! Lines of text for a terminal: what each part of a line is, how wide it is, where it breaks.
//!
//! A part has a tone, which is its meaning and not its colour. Without colour nothing is lost: every tone goes with
//! words or signs of its own. What the journal says is made safe to print where it enters a line.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use textwrap::{Options, WordSplitter, WrapAlgorithm};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::cli::report::one_line;
use crate::cli::terminal::{Screen, Signs};

/// What a part of a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    /// Text.
    Plain,
    /// A title, a heading.
    Strong,
    /// What goes with something.
    Quiet,
    /// What was done.
    Done,
    /// Today, on a bar.
    Today,
    /// Where help is wanted.
    Help,
}

impl Tone {
    /// Of the terminal's own colours, so that they go with its paper, light or dark.
    fn style(self) -> Style {
        let colour = |colour: AnsiColor| Style::new().fg_color(Some(colour.into()));
        match self {
            Self::Plain => Style::new(),
            Self::Strong => Style::new().bold(),
            Self::Quiet => Style::new().dimmed(),
            Self::Done => colour(AnsiColor::Blue),
            Self::Today => colour(AnsiColor::Red),
            Self::Help => colour(AnsiColor::Yellow),
        }
    }
}

/// One line of the page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Line {
    parts: Vec<(Tone, String)>,
}

impl Line {
    /// A line that begins so many columns in.
    pub(super) fn indented(columns: usize) -> Self {
        Self::default().with(Tone::Plain, &" ".repeat(columns))
    }

    pub(super) fn of(tone: Tone, text: &str) -> Self {
        Self::default().with(tone, text)
    }

    pub(super) fn with(mut self, tone: Tone, text: &str) -> Self {
        match self.parts.last_mut() {
            Some((last, before)) if *last == tone => before.push_str(&safe(text)),
            _ if text.is_empty() => {}
            _ => self.parts.push((tone, safe(text))),
        }
        self
    }

    /// The line with another behind it.
    pub(super) fn then(mut self, other: Self) -> Self {
        for (tone, text) in other.parts {
            self = self.with(tone, &text);
        }
        self
    }

    /// Columns.
    pub(super) fn width(&self) -> usize {
        self.parts.iter().map(|(_, text)| text.width()).sum()
    }

    /// Writes the line as it is printed, without spaces at its end.
    fn write(&self, to: &mut String, screen: Screen) {
        let last = self.parts.iter().rposition(|(_, text)| !text.trim_end().is_empty());
        for (index, (tone, text)) in self.parts.iter().enumerate().take(last.map_or(0, |last| last + 1)) {
            let text = if Some(index) == last { text.trim_end() } else { text };
            let style = if screen.colour { tone.style() } else { Style::new() };
            let _ = write!(to, "{style}{text}{style:#}");
        }
        to.push('\n');
    }
}

/// Lines as they are printed.
pub(super) fn written(lines: &[Line], screen: Screen) -> String {
    let mut text = String::new();
    for line in lines {
        line.write(&mut text, screen);
    }
    text
}

/// A text that can do nothing to the terminal. Marks that keep apart what is written in two directions are left out:
/// a terminal takes them for characters.
fn safe(text: &str) -> String {
    one_line(&text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], ""))
}

/// What stands for text that is left out.
fn ellipsis(signs: Signs) -> &'static str {
    match signs {
        Signs::Unicode => "…",
        Signs::Ascii => "...",
    }
}

/// The text in so many columns; where that cuts it, the end says so. No character is cut in two.
pub(super) fn cut(text: &str, width: usize, signs: Signs) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let end = ellipsis(signs);
    let room = width.saturating_sub(end.width());
    let mut kept = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        used += grapheme.width();
        if used > room {
            break;
        }
        kept.push_str(grapheme);
    }
    format!("{}{end}", kept.trim_end())
}

/// The text in lines of so many columns, broken between words; only a word that is longer than a line is broken
/// itself. What is beyond the `most` lines is cut.
pub(super) fn wrapped(text: &str, width: usize, most: usize, signs: Signs) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = safe(&words.join(" "));
    let options =
        Options::new(width.max(1)).word_splitter(WordSplitter::NoHyphenation).wrap_algorithm(WrapAlgorithm::FirstFit);
    let mut lines: Vec<String> = textwrap::wrap(&text, options).into_iter().map(Into::into).collect();
    if lines.len() > most {
        let rest = lines.split_off(most.saturating_sub(1)).join(" ");
        lines.push(cut(&rest, width, signs));
    }
    lines
}

/// A paragraph behind what stands at its beginning: its further lines are as far in.
pub(super) fn hanging(begin: Line, tone: Tone, text: &str, most: usize, screen: Screen) -> Vec<Line> {
    let indent = begin.width();
    let lines = wrapped(text, screen.width.saturating_sub(indent), most, screen.signs);
    let mut begin = Some(begin);
    lines.iter().map(|line| begin.take().unwrap_or_else(|| Line::indented(indent)).with(tone, line)).collect()
}

/// Facts in a row, with commas between, each of its own tone; broken between facts where a line has no room for more.
/// Behind a colon there is no comma.
pub(super) fn facts(indent: usize, facts: &[(Tone, String)], screen: Screen) -> Vec<Line> {
    let width = screen.width.saturating_sub(indent);
    let mut lines: Vec<Line> = Vec::new();
    for (index, (tone, fact)) in facts.iter().enumerate() {
        let comma = if index + 1 < facts.len() && !fact.ends_with(':') { "," } else { "" };
        let fact = format!("{}{comma}", safe(fact));
        let fits = |line: &Line| line.width() - indent + 1 + fact.width() <= width;
        if let Some(line) = lines.pop_if(|line| fits(line)) {
            lines.push(line.with(*tone, " ").with(*tone, &fact));
        } else {
            let pieces = wrapped(&fact, width, usize::MAX, screen.signs);
            lines.extend(pieces.iter().map(|piece| Line::indented(indent).with(*tone, piece)));
        }
    }
    lines
}

/// Something at both ends of a line; where both have no room, one below the other.
pub(super) fn two_sided(indent: usize, (tone, left): (Tone, &str), right: Line, screen: Screen) -> Vec<Line> {
    let room = screen.width.saturating_sub(indent);
    let (left_width, right_width) = (safe(left).width(), right.width());
    if right_width == 0 || left_width + 2 + right_width > room {
        let mut lines = hanging(Line::indented(indent), tone, left, 2, screen);
        if right_width > 0 {
            lines.push(Line::indented(indent).then(right));
        }
        return lines;
    }
    let gap = " ".repeat(room - left_width - right_width);
    vec![Line::indented(indent).with(tone, left).with(Tone::Plain, &gap).then(right)]
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCREEN: Screen = Screen { width: 20, signs: Signs::Unicode, colour: false };

    fn lines(lines: &[Line]) -> Vec<String> {
        written(lines, SCREEN).lines().map(str::to_owned).collect()
    }

    #[test]
    fn a_text_is_cut_between_characters_as_they_are_seen() {
        for (text, width, expected) in [
            ("short", 5, "short"),
            ("longer", 5, "long…"),
            ("two words", 5, "two…"),
            ("漢字漢字", 8, "漢字漢字"),
            ("漢字漢字", 7, "漢字漢…"),
            ("漢字漢字", 6, "漢字…"),
            ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
            ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 3, "👩‍👩‍👧‍👦…"),
            ("any", 0, "…"),
        ] {
            assert_eq!(cut(text, width, Signs::Unicode), expected, "{text} in {width}");
        }
        assert_eq!(cut("longer than that", 9, Signs::Ascii), "longer...");
    }

    #[test]
    fn a_text_is_broken_between_words() {
        let lines = |text, most| wrapped(text, 10, most, Signs::Unicode);
        assert_eq!(lines("one two\n three-four five", 9), ["one two", "three-four", "five"]);
        assert_eq!(lines("incomprehensibilities", 9), ["incomprehe", "nsibilitie", "s"]);
        assert_eq!(lines("one two three four five", 2), ["one two", "three fou…"]);
        assert_eq!(lines("漢字漢字漢字", 9), ["漢字漢字漢", "字"]);
        assert_eq!(lines("", 9), [""]);
    }

    #[test]
    fn what_the_journal_says_moves_no_cursor() {
        let line = Line::of(Tone::Plain, "a\u{1b}[2J\u{7}b\u{202e}c\nd");
        assert_eq!(written(&[line], SCREEN), "a\u{fffd}[2J\u{fffd}b\u{fffd}c\u{fffd}d\n");
        let coloured = Screen { colour: true, ..SCREEN };
        assert_eq!(written(&[Line::of(Tone::Today, "x")], coloured), "\u{1b}[31mx\u{1b}[0m\n");
        assert_eq!(written(&[Line::of(Tone::Plain, "x  ")], coloured), "x\n");
    }

    #[test]
    fn both_ends_of_a_line_stand_below_each_other_where_there_is_no_room() {
        let right = || Line::of(Tone::Quiet, "right");
        assert_eq!(lines(&two_sided(2, (Tone::Plain, "left"), right(), SCREEN)), ["  left         right"]);
        assert_eq!(
            lines(&two_sided(2, (Tone::Plain, "a longer left"), right(), SCREEN)),
            ["  a longer left", "  right"]
        );
    }

    #[test]
    fn facts_are_broken_between_facts() {
        let all = ["was due Friday", "2 h", "with Ana and with Ben"].map(|fact| (Tone::Quiet, fact.to_owned()));
        assert_eq!(lines(&facts(2, &all, SCREEN)), ["  was due Friday,", "  2 h,", "  with Ana and with", "  Ben"]);
    }
}
