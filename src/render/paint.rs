//! The theme's colours for what is no page: badges, cards and the manifest can't ask the stylesheet.

use std::fmt;

/// A colour without transparency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Colour(pub(super) [u8; 3]);

// The names and values are those of the light theme in `theme/journal.css`.
pub(super) const PAPER: Colour = Colour([0xf5, 0xf7, 0xf3]);
pub(super) const INK: Colour = Colour([0x1b, 0x24, 0x22]);
pub(super) const INK_2: Colour = Colour([0x46, 0x52, 0x4d]);
pub(super) const RUBRIC: Colour = Colour([0xa6, 0x2f, 0x27]);
const PEN: Colour = Colour([0x1f, 0x4e, 0x8c]);

/// The colour of what was done: the settings' accent, else the theme's own.
pub(super) fn pen(accent: &str) -> Colour {
    csscolorparser::parse(accent).map_or(PEN, |colour| {
        let [red, green, blue, _] = colour.to_rgba8();
        Colour([red, green, blue])
    })
}

impl Colour {
    /// Of two colours the one that is read best on this one, by the contrast ratio of WCAG 2.
    pub(super) fn with_most_contrast(self, one: Self, other: Self) -> Self {
        let contrast = |colour: Self| {
            let (one, other) = (self.luminance() + 0.05, colour.luminance() + 0.05);
            one.max(other) / one.min(other)
        };
        if contrast(one) >= contrast(other) { one } else { other }
    }

    /// This colour mixed with another: `part` parts of `whole` are the other.
    pub(super) fn towards(self, other: Self, part: u8, whole: u8) -> Self {
        let (part, whole) = (u16::from(part.min(whole)), u16::from(whole.max(1)));
        let mixed = |at: usize| (u16::from(self.0[at]) * (whole - part) + u16::from(other.0[at]) * part) / whole;
        Self([0, 1, 2].map(|at| u8::try_from(mixed(at)).unwrap_or(u8::MAX)))
    }

    /// The relative luminance of WCAG 2, with the exponent 2 in place of 2.4: that needs no power function, whose
    /// last digit differs between machines.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|part| (f64::from(part) / 255.0) * (f64::from(part) / 255.0));
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colours_are_those_of_the_stylesheet() {
        let css = include_str!("../../templates/theme/journal.css");
        let named = [("paper", PAPER), ("ink", INK), ("ink-2", INK_2), ("rubric", RUBRIC), ("pen", PEN)];
        for (name, colour) in named {
            assert!(css.contains(&format!("--{name}:light-dark({colour},")), "{name} is {colour}");
        }
    }

    #[test]
    fn text_on_an_accent_can_be_read() {
        assert_eq!(pen("").with_most_contrast(PAPER, INK), PAPER);
        assert_eq!(pen("yellow").with_most_contrast(PAPER, INK), INK);
        assert_eq!(pen("not a colour"), PEN);
    }
}
