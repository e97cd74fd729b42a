//! Values that the journal carries without knowing them: unknown front-matter keys, and measured amounts.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

/// A value of front matter that has no meaning here and is kept for templates as `extra`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Value {
    /// Nothing: `key:` or `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Any other number, as its bits, so that values can be compared and hashed.
    Float(u64),
    /// Text, dates among it.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// A map, in the order of its keys.
    Map(BTreeMap<String, Value>),
}

impl Value {
    /// The number with these bits.
    #[must_use]
    pub fn float(number: f64) -> Self {
        Self::Float(number.to_bits())
    }
}

/// A measured amount in millionths: exact for what people write, and sums do not drift.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Amount(pub i64);

impl Amount {
    /// Millionths in one.
    pub const ONE: i64 = 1_000_000;

    /// The amount nearest to `number`; `None` when it is not finite or beyond nine trillion.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        reason = "the range is checked on the line above"
    )]
    pub fn from_f64(number: f64) -> Option<Self> {
        let millionths = (number * Self::ONE as f64).round();
        (millionths.abs() < 9e18).then_some(Self(millionths as i64))
    }

    /// The amount as a floating number, for output formats that have no other.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "formats with floating numbers take the nearest one")]
    pub fn as_f64(self) -> f64 {
        self.0 as f64 / Self::ONE as f64
    }
}

impl fmt::Display for Amount {
    /// The shortest exact decimal: `80000`, `8.25`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, part) = (self.0.unsigned_abs() / 1_000_000, self.0.unsigned_abs() % 1_000_000);
        let digits = format!("{part:06}");
        match digits.trim_end_matches('0') {
            "" => write!(f, "{sign}{whole}"),
            rest => write!(f, "{sign}{whole}.{rest}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_print_as_written() {
        for (number, text) in [(80_000.0, "80000"), (8.25, "8.25"), (-0.5, "-0.5"), (0.0, "0"), (0.1 + 0.2, "0.3")] {
            assert_eq!(Amount::from_f64(number).expect("in range").to_string(), text);
        }
        assert_eq!(Amount::from_f64(f64::NAN), None);
        assert_eq!(Amount::from_f64(1e300), None);
    }
}
