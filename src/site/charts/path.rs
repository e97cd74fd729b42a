//! Lines, stairs and dots as the paths that SVG draws.
//!
//! A dot is a line of hardly any length: its round or square end is drawn in pixels, however wide the chart is, and a
//! year of days is one element.

use std::fmt::Write as _;

/// A place: across, and down.
pub(super) type Point = (i32, i32);

/// From point to point.
pub(super) fn line(points: &[Point]) -> String {
    let mut path = String::with_capacity(points.len() * 10);
    for (at, (x, y)) in points.iter().enumerate() {
        let _ = write!(path, "{}{x} {y}", if at == 0 { 'M' } else { 'L' });
    }
    path
}

/// Across to the next point's day, and only there up or down to it.
pub(super) fn stairs(points: &[Point]) -> String {
    let mut path = String::with_capacity(points.len() * 10);
    for (at, (x, y)) in points.iter().enumerate() {
        let _ = if at == 0 { write!(path, "M{x} {y}") } else { write!(path, "H{x}V{y}") };
    }
    path
}

/// A dot at each point.
pub(super) fn dots(points: &[Point]) -> String {
    let mut path = String::with_capacity(points.len() * 14);
    for (x, y) in points {
        let _ = write!(path, "M{x} {y}h1");
    }
    path
}

/// A line from one point to each of the others.
pub(super) fn rays((x, y): Point, ends: &[Point]) -> String {
    let mut path = String::new();
    for (to_x, to_y) in ends {
        let _ = write!(path, "M{x} {y}L{to_x} {to_y}");
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_written_as_svg_has_them() {
        let points = [(0, 9), (5, 4), (7, 4)];
        assert_eq!(line(&points), "M0 9L5 4L7 4");
        assert_eq!(stairs(&points), "M0 9H5V4H7V4");
        assert_eq!(dots(&points[..2]), "M0 9h1M5 4h1");
        assert_eq!(rays((1, 1), &points[..2]), "M1 1L0 9M1 1L5 4");
        assert_eq!(line(&[]) + &stairs(&[]) + &dots(&[]) + &rays((0, 0), &[]), "");
    }
}
