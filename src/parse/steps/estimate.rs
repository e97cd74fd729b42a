//! How long a step is thought to take: `2h`, `1h 30m`, `90 min`, `1.5h`, in minutes.
//!
//! Days are not read: one person's day is eight hours, another's two.

/// The longest duration that `text` begins with: its minutes, and how many bytes it is long.
pub(super) fn leading(text: &str) -> Option<(u32, usize)> {
    let mut minutes = 0_u32;
    let mut end = 0;
    while let Some((part, length)) = part(&text[end..]) {
        minutes = minutes.checked_add(part)?;
        end += length;
    }
    (minutes > 0).then_some((minutes, end))
}

/// One number with its unit, perhaps after a space or a comma.
fn part(text: &str) -> Option<(u32, usize)> {
    let number = text.trim_start_matches([' ', ',', '\u{a0}', '\u{2007}', '\u{202f}']);
    let digits = number.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    let unit = number[digits..].trim_start_matches([' ', '\u{a0}', '\u{2007}', '\u{202f}']);
    let letters = unit.find(|c: char| !c.is_alphabetic()).unwrap_or(unit.len());
    // `2h30m`: letters end at a digit, and `2h_` is no duration.
    if unit[letters..].starts_with('_') {
        return None;
    }
    let per_unit = match &unit[..letters] {
        "m" | "min" | "mins" | "minute" | "minutes" => 1,
        "h" | "hr" | "hrs" | "hour" | "hours" => 60,
        _ => return None,
    };
    Some((scaled(&number[..digits], per_unit)?, text.len() - unit.len() + letters))
}

/// `number × per_unit`, rounded to a whole, halves up. In integers, so that it is the same everywhere.
fn scaled(number: &str, per_unit: u32) -> Option<u32> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    if fraction.is_empty() || fraction.len() > 4 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let whole = whole.parse::<u32>().ok()?.checked_mul(per_unit)?;
    let denominator = 10_u32.pow(u32::try_from(fraction.len()).ok()?);
    let part = (fraction.parse::<u32>().ok()? * per_unit + denominator / 2) / denominator;
    whole.checked_add(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_and_minutes_are_read_as_far_as_they_go() {
        let check = |text: &str, minutes: u32, read: &str| {
            assert_eq!(leading(text), Some((minutes, read.len())), "{text}");
        };
        check("2h", 120, "2h");
        check("1h 30m", 90, "1h 30m");
        check("1h30m and more", 90, "1h30m");
        check("90 min.", 90, "90 min");
        check("1.5h", 90, "1.5h");
        check("0.33 hours", 20, "0.33 hours");
        check("1 hour, 5 minutes", 65, "1 hour, 5 minutes");
        check("2h 3 people", 120, "2h");
        for none in ["", "2", "2d", "h", "1..5h", ".5h", "1.h", "0m", "99999999999h", "99999999h", "2hx", "2h_"] {
            assert_eq!(leading(none), None, "{none}");
        }
    }
}
