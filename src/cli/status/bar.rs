//! The bar of a plan: what is done of the whole, and where the plan meant to be by today.

use super::text::{Line, Tone};
use super::words::Words;
use crate::cli::terminal::Signs;

/// The signs of a bar.
struct Set {
    done: &'static str,
    open: &'static str,
    /// The mark on what is done, and on what is open.
    marks: [&'static str; 2],
}

fn set(signs: Signs) -> Set {
    match signs {
        Signs::Unicode => Set { done: "━", open: "─", marks: ["╋", "╂"] },
        Signs::Ascii => Set { done: "=", open: "-", marks: ["|", "|"] },
    }
}

/// A bar of so many columns. It is full only when all is done and empty only when nothing is, as a percentage is.
/// `expected` is where the mark stands, in hundredths of a percent.
pub(super) fn bar(done: u32, total: u32, expected: Option<u32>, width: usize, signs: Signs) -> Line {
    let (set, filled) = (set(signs), filled(done, total, width));
    let mark = expected.map(|share| (share as usize * width / 10_000).min(width.saturating_sub(1)));
    let tone = |cell: usize| match cell {
        cell if mark == Some(cell) => Tone::Today,
        cell if cell < filled => Tone::Done,
        _ => Tone::Quiet,
    };
    let cells: Vec<usize> = (0..width).collect();
    cells.chunk_by(|one, other| tone(*one) == tone(*other)).fold(Line::default(), |line, cells| {
        let tone = tone(cells[0]);
        let sign = match tone {
            Tone::Today => set.marks[usize::from(cells[0] >= filled)],
            Tone::Done => set.done,
            _ => set.open,
        };
        line.with(tone, &sign.repeat(cells.len()))
    })
}

/// Columns that are done, to the nearest.
fn filled(done: u32, total: u32, width: usize) -> usize {
    if done == 0 || total == 0 {
        return 0;
    }
    if done >= total {
        return width;
    }
    let nearest = (u64::from(done) * width as u64 * 2 + u64::from(total)) / (u64::from(total) * 2);
    let most = width.saturating_sub(1).max(1);
    usize::try_from(nearest).unwrap_or(most).clamp(1, most)
}

/// What the signs mean.
pub(super) fn key(words: Words<'_>) -> Line {
    let set = set(words.signs);
    let said = |name: &str| format!(" {}  ", words.say(name));
    Line::indented(2)
        .with(Tone::Done, set.done)
        .with(Tone::Quiet, &said("key_done"))
        .with(Tone::Quiet, set.open)
        .with(Tone::Quiet, &said("key_open"))
        .with(Tone::Today, set.marks[1])
        .with(Tone::Quiet, &said("key_planned"))
}

#[cfg(test)]
mod tests {
    use super::super::text::written;
    use super::*;
    use crate::cli::terminal::Screen;

    #[track_caller]
    fn check(done: u32, total: u32, expected: Option<u32>, ascii: &str, unicode: &str) {
        for (signs, drawn) in [(Signs::Ascii, ascii), (Signs::Unicode, unicode)] {
            let line = bar(done, total, expected, 10, signs);
            assert_eq!(line.width(), 10);
            let written = written(&[line], Screen { width: 80, signs, colour: false });
            assert_eq!(written.trim_end(), drawn, "{done} of {total}, {expected:?}");
        }
    }

    #[test]
    fn a_bar_is_full_when_all_is_done_and_empty_when_nothing_is() {
        check(0, 10, None, "----------", "──────────");
        check(5, 10, None, "=====-----", "━━━━━─────");
        check(10, 10, None, "==========", "━━━━━━━━━━");
        check(1, 5000, None, "=---------", "━─────────");
        check(4999, 5000, None, "=========-", "━━━━━━━━━─");
        check(0, 0, None, "----------", "──────────");
    }

    #[test]
    fn the_mark_stands_where_the_plan_meant_to_be() {
        check(5, 10, Some(0), "|====-----", "╋━━━━─────");
        check(5, 10, Some(2500), "==|==-----", "━━╋━━─────");
        check(5, 10, Some(5000), "=====|----", "━━━━━╂────");
        check(5, 10, Some(7777), "=====--|--", "━━━━━──╂──");
        check(5, 10, Some(10_000), "=====----|", "━━━━━────╂");
        check(10, 10, Some(10_000), "=========|", "━━━━━━━━━╋");
    }

    #[test]
    fn a_bar_of_any_width_has_that_width() {
        for width in 0..4 {
            for (done, total) in [(0, 0), (0, 3), (1, 3), (2, 3), (3, 3)] {
                assert_eq!(bar(done, total, Some(5000), width, Signs::Ascii).width(), width);
            }
        }
    }
}
