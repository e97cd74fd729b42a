//! Formulas: LaTeX becomes MathML while the site is built.
//!
//! The converter recurses over what is nested, up to 25 KB of stack for each level in a debug build. A formula that
//! could nest deeply is therefore converted on a stack of its own, which bounds the length that is accepted.

use std::ops::Range;
use std::sync::OnceLock;

use math_core::{LatexToMathML, MathCoreConfig, MathDisplay};

use crate::model::{Code, Severity};

use super::DEEPEST;
use super::reader::Reader;

/// The longest formula that is set, in bytes: at most a thousand commands, each the argument of the one before.
const LONGEST: usize = 4000;

/// As many commands and groups fit on any stack, however they are nested.
const SHALLOW: usize = 40;

/// The stack for those that may not.
const STACK: usize = 64 << 20;

impl Reader<'_> {
    pub(super) fn formula(&mut self, latex: &str, display: MathDisplay, range: &Range<usize>) {
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

fn converted(latex: &str, display: MathDisplay) -> Result<String, String> {
    if latex.len() > LONGEST || depth_of_groups(latex) > DEEPEST {
        return Err("it is too long or too deep".to_owned());
    }
    let nesting = latex.bytes().filter(|byte| matches!(byte, b'\\' | b'{')).count();
    if nesting <= SHALLOW {
        return set(latex, display);
    }
    let latex = latex.to_owned();
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(move || set(&latex, display));
    let result = thread.map_err(|error| error.to_string())?.join();
    result.unwrap_or_else(|_| Err("the converter can't take it".to_owned()))
}

fn set(latex: &str, display: MathDisplay) -> Result<String, String> {
    static CONVERTER: OnceLock<Option<LatexToMathML>> = OnceLock::new();
    let converter = CONVERTER.get_or_init(|| LatexToMathML::new(MathCoreConfig::default()).ok());
    let converter = converter.as_ref().ok_or("there is no converter")?;
    let result = converter.convert_with_local_state(latex, display).map_err(|error| lowered(&error.to_string()))?;
    Ok(result.mathml)
}

/// A sentence of the converter as part of one of ours.
fn lowered(sentence: &str) -> String {
    let mut rest = sentence.trim_end_matches('.').chars();
    rest.next().map_or_else(String::new, |first| first.to_lowercase().chain(rest).collect())
}

fn depth_of_groups(latex: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for byte in latex.bytes() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_formula_is_too_deep_for_the_stack() {
        for part in ["{", "\\sqrt", "\\sqrt{", "x^{", "\\frac1", "\\left(", "\\begin{matrix}", "\\hat", "\\not"] {
            for count in [10, 40, 400, LONGEST / part.len(), 100_000] {
                let closing = "}".repeat(if part.ends_with('{') { count } else { 0 });
                let latex = format!("{}a{closing}", part.repeat(count));
                let _ = converted(&latex, MathDisplay::Inline);
            }
        }
    }

    #[test]
    fn long_formulas_are_set() {
        let latex = r"\alpha + \frac{1}{2} ".repeat(60);
        assert!(converted(&latex, MathDisplay::Block).is_ok_and(|mathml| mathml.starts_with("<math")));
    }
}
