//! Words for messages: near names, and lists of what can be written.

/// The longest word that is compared; nobody mistypes a longer one by two letters and means a key.
const LONGEST: usize = 40;

/// The candidate nearest to `word` that is at most `within` letters away (a letter left out, put in, changed, or two
/// exchanged), without regard to case. The first of equally near ones; none that shares no letter with it.
pub(crate) fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>, within: usize) -> Option<&'a str> {
    if word.len() > LONGEST {
        return None;
    }
    let word = word.to_lowercase();
    let (length, letters) = (word.chars().count(), letters(&word));
    let near = |candidate: &&str| {
        // Most candidates are told apart by this alone, and every unknown key of every file comes by here: a slip
        // changes the length by one at most, and puts one letter in and another out.
        let changed = (letters ^ self::letters(candidate)).count_ones() as usize;
        candidate.chars().count().abs_diff(length) <= within && changed <= 2 * within
    };
    candidates
        .into_iter()
        .filter(near)
        .map(|candidate| (strsim::damerau_levenshtein(&word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= within && *distance < length.min(candidate.chars().count()))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Which letters there are, as bits; the many that share a bit only let more candidates through.
fn letters(word: &str) -> u64 {
    word.chars().fold(0, |letters, c| letters | 1 << (u32::from(c) % 64))
}

/// The words in backticks, the last behind `or`.
pub(crate) fn listed<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_found() {
        let keys = ["due", "date", "title", "visibility"];
        for (word, expected) in [
            ("dew", Some("due")),
            ("Titel", Some("title")),
            ("visibilty", Some("visibility")),
            ("vsibilty", Some("visibility")),
            ("xy", None),
            ("something", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, keys, 2), expected, "{word}");
        }
    }

    #[test]
    fn words_are_listed() {
        assert_eq!(listed(["a"]), "`a`");
        assert_eq!(listed(["a", "b", "c"]), "`a`, `b` or `c`");
    }
}
