//! Moods as dots round an even line: above it and filled, on it, or below it and hollow.
//!
//! No mood is no dot: that nothing was written is not even.

use super::super::cards::mood_name;
use super::path::{Point, dots};
use super::views::MoodsView;
use crate::language::Language;

/// The most moods of a run.
const MOST: usize = 31;
/// A run's width and height, in tenths of a pixel.
const WIDTH: i32 = 1_200;
/// From one mood to the next, in tenths of a pixel.
const STEP: i32 = 45;

/// Moods in the order they are given, oldest first, at most the last thirty-one; none for none.
pub(in super::super) fn moods(language: &Language, moods: &[u8]) -> Option<MoodsView> {
    let moods = &moods[moods.len().saturating_sub(MOST)..];
    if moods.is_empty() {
        return None;
    }
    let last = i32::try_from(moods.len() - 1).unwrap_or(1).max(1);
    let place = |(at, mood): (usize, &u8)| -> (Point, u8) {
        let x = 40 + i32::try_from(at).unwrap_or(0) * (WIDTH - 80) / last;
        ((x, 30 + (5 - i32::from(*mood)) * STEP), *mood)
    };
    let (above, below) = sides(moods.iter().enumerate().map(place));
    let words = (1..=5).rev().filter_map(|mood| {
        let count = moods.iter().copied().filter(|other| *other == mood).count();
        let mood = mood_name(language, mood);
        (count > 0).then(|| language.say("count_of_mood", &[("count", count.into()), ("mood", mood.into())]))
    });
    let each: Vec<String> = moods.iter().map(|mood| mood_name(language, *mood)).collect();
    Some(MoodsView {
        count: moods.len(),
        description: language.facts(&each),
        words: language.facts(&words.collect::<Vec<_>>()),
        above: dots(&above),
        below: dots(&below),
    })
}

/// Those from even to bright, and those below.
pub(super) fn sides(moods: impl Iterator<Item = (Point, u8)>) -> (Vec<Point>, Vec<Point>) {
    let (above, below): (Vec<_>, Vec<_>) = moods.partition(|(_, mood)| *mood >= 3);
    let points = |side: Vec<(Point, u8)>| side.into_iter().map(|(point, _)| point).collect();
    (points(above), points(below))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_has_the_last_moods_in_their_order() {
        let english = Language::new("en", None).0;
        let moods = |run: &[u8]| moods(&english, run);
        let view = moods(&[5, 3, 1, 4]).expect("moods");
        assert_eq!((view.count, view.description.as_str()), (4, "bright, even, heavy, good"));
        assert_eq!(view.words, "1 bright, 1 good, 1 even, 1 heavy");
        assert_eq!((view.above.matches('M').count(), view.below.as_str()), (3, "M786 210h1"));
        assert_eq!(moods(&[]), None);
        assert_eq!(moods(&[2]).expect("a mood").below, "M40 165h1");
        assert_eq!(moods(&[4; 500]).map(|view| view.count), Some(MOST));
    }
}
