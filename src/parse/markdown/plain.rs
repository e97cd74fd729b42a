//! What is told of text without its markup: in one line, how many words, how it begins.

/// The text on one line, without control characters.
pub(super) fn tidy(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if c.is_whitespace() {
            gap = !line.is_empty();
        } else if !c.is_control() {
            if std::mem::take(&mut gap) {
                line.push(' ');
            }
            line.push(c);
        }
    }
    line
}

/// How many words a text has. Scripts without spaces count by the character, as their writers do.
pub(super) fn count_words(text: &str) -> u32 {
    let mut count = 0_u32;
    let mut inside = false;
    for c in text.chars() {
        let alone = !c.is_ascii() && is_word_of_its_own(c);
        if alone || (!inside && c.is_alphanumeric()) {
            count = count.saturating_add(1);
            inside = !alone;
        } else if c.is_whitespace() {
            inside = false;
        }
    }
    count
}

/// Kana and Han characters.
fn is_word_of_its_own(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{323af}')
}

/// The most characters a summary has.
const LONGEST_SUMMARY: usize = 200;

/// The beginning of a text, whole words, with `…` if there is more.
pub(super) fn summary(text: &str) -> String {
    let mut line = tidy(text);
    let Some((end, _)) = line.char_indices().nth(LONGEST_SUMMARY) else { return line };
    // Room for the mark, and no half word unless one word is all there is.
    let room = line[..end].char_indices().next_back().map_or(0, |(at, _)| at);
    let end = line[..end].rfind(' ').unwrap_or(room);
    let kept = line[..end].trim_end_matches([' ', ',', ';', ':', '.', '–', '—', '-']).len();
    line.truncate(kept);
    line.push('…');
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted() {
        for (text, words) in
            [("", 0), ("a b\nc", 3), ("don’t – stop!", 2), ("naïve café", 2), ("日記を書く", 5), ("3 km, 12:30", 3)]
        {
            assert_eq!(count_words(text), words, "{text}");
        }
    }

    #[test]
    fn a_summary_ends_with_a_word() {
        assert_eq!(summary(" a\n b\u{1} "), "a b");
        assert_eq!(summary(&"ab — ".repeat(60)), format!("{}ab…", "ab — ".repeat(39)));
        assert_eq!(summary(&"ä".repeat(300)).chars().count(), LONGEST_SUMMARY);
    }
}
