//! Plans and steps by what a person types: a name, a path, a few words.

use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::model::{Entry, Kind, State, Step};

/// A step and the entry it stands in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) entry: &'a Entry,
    pub(super) step: &'a Step,
}

impl Found<'_> {
    /// `plans/novel.md:12`
    pub(super) fn place(&self) -> String {
        format!("{}:{}", self.entry.path, self.step.line)
    }
}

/// Plans by name: their path with or without its ending, the name of their file, their title, or a part of it. All
/// that match as well as the best one does, by path.
pub(super) fn plans<'a>(entries: &'a [Arc<Entry>], name: &str) -> Vec<&'a Entry> {
    let wanted = folded(name);
    let rank = |entry: &Entry| {
        let path = folded(entry.path.as_str());
        let whole = [path.trim_end_matches(".md"), &path, &folded(entry.path.stem()), &folded(&entry.title)]
            .iter()
            .any(|known| *known == wanted);
        let begins = folded(&entry.title).starts_with(&wanted) || folded(entry.path.stem()).starts_with(&wanted);
        let contains = folded(&entry.title).contains(&wanted) || path.contains(&wanted);
        [whole, begins, contains].iter().position(|matches| *matches)
    };
    let plans = entries.iter().map(|entry| &**entry).filter(|entry| entry.kind == Kind::Plan);
    best(plans.filter_map(|entry| Some((rank(entry)?, entry))))
}

/// The title of the plan that was probably meant.
pub(super) fn near_plan<'a>(entries: &'a [Arc<Entry>], name: &str) -> Option<&'a str> {
    let wanted = folded(name);
    let plans = entries.iter().filter(|entry| entry.kind == Kind::Plan);
    let near = plans.map(|entry| (strsim::damerau_levenshtein(&folded(&entry.title), &wanted), entry.title.as_str()));
    near.min().filter(|(distance, _)| *distance <= wanted.chars().count().div_ceil(2)).map(|(_, title)| title)
}

/// Steps by words: all that match as well as the best one does, in the order in which they stand in the journal.
pub(super) fn steps<'a>(
    entries: impl Iterator<Item = &'a Entry>,
    words: &str,
    wanted: impl Fn(&Step) -> bool,
) -> Vec<Found<'a>> {
    let query = Query::new(words);
    let all = entries.flat_map(|entry| entry.steps.items.iter().map(move |step| Found { entry, step }));
    best(all.filter(|found| found.step.state != State::Note && wanted(found.step)).filter_map(|found| {
        let rank = query.rank(&found)?;
        Some((rank, found))
    }))
}

/// What a person typed to name a step.
struct Query<'a> {
    text: &'a str,
    folded: String,
}

impl<'a> Query<'a> {
    fn new(text: &'a str) -> Self {
        let text = text.trim();
        Self { text, folded: folded(text) }
    }

    /// How well a step matches, 0 for best; none if it does not.
    fn rank(&self, found: &Found<'_>) -> Option<usize> {
        let fields = &found.step.fields;
        let block = self.text.strip_prefix('^').filter(|id| fields.block_id.as_deref() == Some(id));
        if found.place() == self.text || fields.id.as_deref() == Some(self.text) || block.is_some() {
            return Some(0);
        }
        let text = folded(&found.step.plain);
        let words: Vec<&str> = self.folded.split_whitespace().collect();
        let starts_word =
            |word: &&str| text.split(|c: char| !c.is_alphanumeric()).any(|known| known.starts_with(*word));
        let ranks = [
            text == self.folded,
            text.starts_with(&self.folded),
            text.contains(&self.folded),
            words.iter().all(starts_word),
            words.iter().all(|word| text.contains(word)),
        ];
        ranks.iter().position(|matches| *matches).filter(|_| !words.is_empty()).map(|rank| rank + 1)
    }
}

/// All with the lowest rank, in their order.
fn best<T>(ranked: impl Iterator<Item = (usize, T)>) -> Vec<T> {
    let mut lowest = usize::MAX;
    let mut found = Vec::new();
    for (rank, item) in ranked {
        if rank < lowest {
            found.clear();
            lowest = rank;
        }
        if rank == lowest {
            found.push(item);
        }
    }
    found
}

/// Without case, accents and odd forms: nobody types those to name a step.
fn folded(text: &str) -> String {
    text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Digest, Settings, SourcePath};
    use crate::parse::parse;

    fn entry(path: &str, text: &str) -> Arc<Entry> {
        let path = SourcePath::new(path).expect("a path");
        let document = parse(&path, text, &Settings::default(), Digest::default()).document;
        document.entry.expect("an entry").writer
    }

    fn journal() -> Vec<Arc<Entry>> {
        vec![
            entry(
                "plans/novel.md",
                "# Publish my *novel*\n- [ ] Write the outline 🆔 o1\n- [x] Write a letter to Émile ^b1\n- [i] write",
            ),
            entry("plans/run.md", "# Run\n- [ ] Write down times\n- [ ] Rewrite the **plan**"),
            entry("about.md", "# About\n- [ ] Write\n"),
        ]
    }

    #[track_caller]
    fn check(words: &str, expected: &[&str]) {
        let journal = journal();
        let found = steps(journal.iter().map(|entry| &**entry), words, |_| true);
        assert_eq!(found.iter().map(Found::place).collect::<Vec<_>>(), expected, "{words}");
    }

    #[test]
    fn a_step_is_found_by_words_id_or_place() {
        check("write", &["about.md:2"]);
        check("write a", &["plans/novel.md:3"]);
        check("the", &["plans/novel.md:2", "plans/run.md:3"]);
        check("outl wr", &["plans/novel.md:2"]);
        check("EMILE", &["plans/novel.md:3"]);
        check("o1", &["plans/novel.md:2"]);
        check("^b1", &["plans/novel.md:3"]);
        check("plans/run.md:2", &["plans/run.md:2"]);
        check("the plan", &["plans/run.md:3"]);
        check("", &[]);
        check("nothing of it", &[]);
    }

    #[test]
    fn a_plan_is_found_by_name_or_path() {
        let journal = journal();
        let paths = |name: &str| -> Vec<_> { plans(&journal, name).iter().map(|plan| plan.path.as_str()).collect() };
        assert_eq!(paths("novel"), ["plans/novel.md"]);
        assert_eq!(paths("plans/run.md"), ["plans/run.md"]);
        assert_eq!(paths("publish"), ["plans/novel.md"]);
        assert_eq!(paths("plans/"), ["plans/novel.md", "plans/run.md"]);
        assert!(paths("swim").is_empty());
        assert_eq!(near_plan(&journal, "rum"), Some("Run"));
        assert_eq!(near_plan(&journal, "something else"), None);
    }
}
