//! Plans and steps by what a person types: a name, a path, a few words.

use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Failure;
use super::report::visible;
use crate::model::{Address, Entry, Kind, State, Step};

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

/// Of many plans that match, so many are listed; of near names, so many are told.
const MOST_LISTED: usize = 20;
const MOST_NEAR: usize = 3;

/// The one plan of a name.
pub(super) fn plan<'a>(entries: &'a [Arc<Entry>], name: &str) -> Result<&'a Entry, Failure> {
    let found = plans(entries, name);
    match found.as_slice() {
        [one] => Ok(one),
        [] => {
            let near: Vec<String> = near_plans(entries, name).iter().map(|title| format!("`{title}`")).collect();
            let near = if near.is_empty() { near.concat() } else { format!("; did you mean {}?", near.join(" or ")) };
            Err(Failure::Usage(visible(&format!("there is no plan `{name}`{near}"))))
        }
        several => {
            let listed = several.iter().take(MOST_LISTED).map(|plan| format!("\n  {}  {}", plan.path, plan.title));
            let more = several.len().saturating_sub(MOST_LISTED);
            let more = if more > 0 { format!("\n  and {more} more") } else { String::new() };
            let message = format!("several plans match `{name}`; name one by its path:{}", listed.collect::<String>());
            Err(Failure::Usage(visible(&format!("{message}{more}"))))
        }
    }
}

/// Plans by name: their path with or without its ending, the name of their file, their slug, their title, another name
/// of theirs, or a part of it. All that match as well as the best one does, by path.
fn plans<'a>(entries: &'a [Arc<Entry>], name: &str) -> Vec<&'a Entry> {
    let wanted = folded(name.trim().trim_start_matches("./"));
    let rank = |entry: &Entry| {
        let path = folded(entry.path.as_str());
        let names = names(entry);
        let whole = path == wanted || path.trim_end_matches(".md") == wanted || names.contains(&wanted);
        let begins = names.iter().any(|known| known.starts_with(&wanted));
        let contains = path.contains(&wanted) || names.iter().any(|known| known.contains(&wanted));
        [whole, begins, contains].iter().position(|matches| *matches)
    };
    let plans = entries.iter().map(|entry| &**entry).filter(|entry| entry.kind == Kind::Plan);
    best(plans.filter_map(|entry| Some((rank(entry)?, entry))))
}

/// What a plan is called, without case and accents.
fn names(entry: &Entry) -> Vec<String> {
    let slug = match &entry.address {
        Address::Path => None,
        Address::Slug(slug) | Address::Permalink(slug) => Some(slug.as_str()),
    };
    let aliases = entry.aliases.iter().map(|alias| alias.name.as_str());
    [entry.title.as_str(), entry.path.stem()].into_iter().chain(slug).chain(aliases).map(folded).collect()
}

/// The titles of the plans that were perhaps meant, the nearest first: by the whole of a name, or by a word of it.
fn near_plans<'a>(entries: &'a [Arc<Entry>], name: &str) -> Vec<&'a str> {
    let wanted = folded(name);
    let letters = wanted.chars().count();
    let distance = |known: &str, most: usize| Some(strsim::damerau_levenshtein(known, &wanted)).filter(|d| *d <= most);
    let plans = entries.iter().filter(|entry| entry.kind == Kind::Plan);
    let mut near: Vec<(usize, &str)> = plans
        .filter_map(|entry| {
            let names = names(entry);
            let whole = names.iter().filter_map(|known| distance(known, letters.div_ceil(2)));
            let words = names.iter().flat_map(|known| known.split(|c: char| !c.is_alphanumeric()));
            let nearest = whole.chain(words.filter_map(|word| distance(word, letters / 3))).min()?;
            Some((nearest, entry.title.as_str()))
        })
        .collect();
    near.sort_unstable();
    near.into_iter().take(MOST_NEAR).map(|(_, title)| title).collect()
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
        assert_eq!(near_plans(&journal, "rum"), ["Run"]);
        assert_eq!(near_plans(&journal, "pubilsh"), ["Publish my novel"]);
        assert_eq!(near_plans(&journal, "something else"), Vec::<&str>::new());
    }
}
