//! Formulas: LaTeX becomes MathML while the site is built.

use std::ops::Range;
use std::sync::OnceLock;

use math_core::{LatexToMathML, MathCoreConfig, MathDisplay};

use crate::model::{Code, Severity};

use super::reader::Reader;

/// The longest formula that is set. The converter recurses over what is nested, so this bounds its stack.
const LONGEST: usize = 4000;

/// How many arguments, groups and commands may stand in each other.
const DEEPEST: usize = 100;

/// The converter, made once.
fn converter() -> Option<&'static LatexToMathML> {
    static CONVERTER: OnceLock<Option<LatexToMathML>> = OnceLock::new();
    CONVERTER.get_or_init(|| LatexToMathML::new(MathCoreConfig::default()).ok()).as_ref()
}

impl Reader<'_> {
    pub(super) fn formula(&mut self, latex: &str, display: bool, range: &Range<usize>) {
        if !self.shows_tags() {
            self.shown(latex);
            return;
        }
        match converted(latex, display) {
            Ok(mathml) => {
                self.out.html(&mathml);
                self.plain.push_str(latex);
            }
            Err(reason) => {
                self.out.html("<code>");
                self.shown(latex);
                self.out.html("</code>");
                self.diagnose(Code::BadMath, Severity::Warning, range, format!("formula can't be set: {reason}"));
            }
        }
    }
}

fn converted(latex: &str, display: bool) -> Result<String, String> {
    if latex.len() > LONGEST || depth(latex) > DEEPEST {
        return Err("it is too long or too deep".to_owned());
    }
    let display = if display { MathDisplay::Block } else { MathDisplay::Inline };
    let converter = converter().ok_or("there is no converter")?;
    let result = converter.convert_with_local_state(latex, display).map_err(|error| error.to_string())?;
    Ok(result.mathml)
}

/// At least how deep a formula can nest: whatever opens something counts, and only braces close it.
fn depth(latex: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for byte in latex.bytes() {
        match byte {
            b'{' | b'\\' | b'^' | b'_' => depth += 1,
            b'}' | b' ' | b'&' | b'+' | b'=' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}
