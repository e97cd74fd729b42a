//! Badges as SVG: a plan's title, and how many of its steps are done.
//!
//! A badge is shown on pages that know nothing of this site, so it names no typeface but what every reader has, and
//! its text is told to be as wide as was reckoned. Whoever does not see it hears the same.

use super::body::escaped;
use super::paint::{self, Colour};
use crate::site::badges::Badge;

/// All in pixels.
const HEIGHT: u32 = 20;
const PADDING: u32 = 7;
const SIZE: u32 = 11;

/// The most characters of a title that are shown.
const LONGEST: usize = 40;

/// The bytes of a badge.
pub(super) fn svg(badge: &Badge) -> Vec<u8> {
    let Badge { title, value, said, accent } = badge;
    let label = shortened(title);
    let (label_width, value_width) = (width(&label), width(value));
    let (left, right) = (label_width + 2 * PADDING, value_width + 2 * PADDING);
    let pen = paint::pen(accent);
    let on_pen = pen.with_most_contrast(paint::PAPER, paint::INK);
    let all = left + right;
    let (inner, inner_height) = (all - 1, HEIGHT - 1);
    let (label, value, said) = (escaped(&label), escaped(value), escaped(said));
    let (paper, ink) = (paint::PAPER, paint::INK);
    let text = |at: u32, width: u32, colour: Colour, text: &str| {
        format!(
            "<text x=\"{at}\" y=\"14\" fill=\"{colour}\" textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\">{text}</text>"
        )
    };
    let label = text(PADDING, label_width, ink, &label);
    let value = text(left + PADDING, value_width, on_pen, &value);
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{all}\" height=\"{HEIGHT}\" role=\"img\" \
         aria-label=\"{said}\"><title>{said}</title>\
         <path fill=\"{paper}\" d=\"M0 0h{all}v{HEIGHT}H0z\"/><path fill=\"{pen}\" d=\"M{left} 0h{right}v{HEIGHT}H{left}z\"/>\
         <path fill=\"none\" stroke=\"{ink}\" d=\"M.5.5h{inner}v{inner_height}H.5z\"/>\
         <g font-family=\"Verdana,DejaVu Sans,sans-serif\" font-size=\"{SIZE}\">{label}{value}</g></svg>\n"
    );
    svg.into_bytes()
}

/// A title that fits: in one line, without characters that XML can't hold.
fn shortened(title: &str) -> String {
    let mut letters = title.chars().map(|c| if c.is_control() { ' ' } else { c });
    let mut short: String = letters.by_ref().take(LONGEST).collect();
    if letters.next().is_some() {
        short.truncate(short.trim_end().len());
        short.push('…');
    }
    short
}

/// About how wide a text is at this size in Verdana, in pixels: close enough that nobody sees it being fitted.
fn width(text: &str) -> u32 {
    let hundredths: u32 = text
        .chars()
        .map(|letter| match letter {
            'i' | 'j' | 'l' | 'I' | '.' | ',' | '\'' | '’' | ':' | '|' | '!' | ' ' => 370,
            'f' | 't' | 'r' | '/' | '(' | ')' | '-' => 450,
            'm' | 'w' | 'M' | 'W' | '…' | '—' => 1000,
            'A'..='Z' => 740,
            '\u{1100}'.. => 1100,
            _ => 650,
        })
        .sum();
    hundredths.div_ceil(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_badge_says_the_figures_to_everybody() {
        let badge = |title: &str| {
            let (value, said) = ("40/64".into(), format!("{title}: 40 of 64 steps done"));
            let badge = Badge { title: title.into(), value, said, accent: String::new() };
            String::from_utf8(svg(&badge)).unwrap()
        };
        let novel = badge("No <Traffic>");
        assert!(novel.contains("<title>No &lt;Traffic&gt;: 40 of 64 steps done</title>"), "{novel}");
        assert!(novel.contains(">40/64</text>"));
        let long = badge(&"long \u{1} title ".repeat(20));
        assert!(long.contains("…</text>"), "{long}");
    }
}
