//! Versions of one plan, told without a repository: which step is which, and what branches make of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::matching::{Earlier, Matching};
use super::{Change, Commit, Follower, Known, Name, Rules, Texts, Tree, Version};
use crate::model::{Audience, Digest, Settings, SourcePath, parse_date};

fn rules() -> Rules {
    Rules::new(&Settings::default(), Audience::Public)
}

fn version(text: &str) -> Version {
    Version::of(text, &rules()).expect("a text")
}

/// For each step of `after`, which line of `before` it was, from 1; 0 is new.
#[track_caller]
fn check(before: &str, after: &str, expected: &[u32]) {
    let (old, new) = (version(before), version(after));
    let earlier = (1..).zip(&old.items).map(|(number, item)| Earlier { number, item }).collect();
    let mut matching = Matching::new(earlier, &new.items);
    let mut taken = BTreeSet::new();
    matching.same(&mut taken);
    matching.reworded(&mut taken);
    let found: Vec<u32> = matching.found().iter().map(|found| found.unwrap_or(0)).collect();
    assert_eq!(found, expected, "{before}\n{after}");
}

#[test]
fn a_step_is_known_by_its_words_wherever_it_stands() {
    check("- [ ] a\n- [ ] b\n- [ ] c", "- [ ] c\n- [x] a\n- [ ] b", &[3, 1, 2]);
    check("# One\n\n- [ ] a\n\n# Two\n\n- [ ] b", "# Two\n\n- [ ] a\n- [ ] b", &[1, 2]);
    check("- [ ] a\n- [ ] b", "- [ ] A.\n- [ ] **b**", &[1, 2]);
}

#[test]
fn what_has_one_text_is_known_by_its_place_then_by_its_box_then_by_its_order() {
    let chapters = |one: char, two: char| format!("- [ ] One\n  - [{one}] Draft\n- [ ] Two\n  - [{two}] Draft");
    check(&chapters(' ', 'x'), &chapters('x', ' '), &[1, 2, 3, 4]);
    check("- [x] a\n- [x] a\n- [ ] a", "- [ ] a\n- [x] a\n- [x] a\n- [ ] a", &[0, 1, 2, 3]);
    check("- [x] a\n- [ ] a\n- [ ] b", "- [ ] a\n- [x] a\n- [ ] b\n- [ ] c", &[2, 1, 3, 0]);
    check("- [ ] a\n- [ ] a\n- [ ] a", "- [x] a\n- [ ] a\n- [ ] a", &[1, 2, 3]);
}

#[test]
fn an_id_says_more_than_words() {
    check("- [ ] a 🆔 one\n- [ ] b 🆔 two", "- [ ] b 🆔 one\n- [ ] a 🆔 two", &[1, 2]);
    check("- [ ] Write it\n- [ ] Read it ^r", "- [ ] Give it back ^r\n- [ ] Write it", &[2, 1]);
    check("- [ ] same 🆔 one", "- [ ] same 🆔 two", &[0]);
}

#[test]
fn a_reworded_step_is_the_same_and_another_in_its_place_is_not() {
    check(
        "- [ ] Call the printer\n- [ ] Buy paper",
        "- [ ] Call the printer about the price\n- [ ] Buy thick paper",
        &[1, 2],
    );
    check("- [ ] Call the printer\n- [ ] Buy paper", "- [ ] Walk the dog\n- [ ] Buy paper", &[0, 2]);
    check("- [ ] 第一章を書く\n- [ ] 絵を描く", "- [ ] 第一章を書き直す\n- [ ] 絵を描く", &[1, 2]);
    // Alike, but far away: under another heading and not between the same neighbours.
    let before = "# One\n\n- [ ] Write a letter\n- [ ] Anchor\n\n# Two\n\n- [ ] Base";
    check(before, "# One\n\n- [ ] Anchor\n\n# Two\n\n- [ ] Base\n- [ ] Write a long letter", &[2, 3, 0]);
}

/// Commits by name, parents, day and text of the one file, followed in order.
fn followed(commits: &[(&str, &[&str], &str, &str)]) -> Known {
    let path = SourcePath::new("a.md").expect("a path");
    let commit = |(name, parents, day, text): &(&str, &[&str], &str, &str)| Commit {
        name: Name::from(*name),
        parents: parents.iter().map(|parent| Name::from(*parent)).collect(),
        day: parse_date(day).ok(),
        changes: vec![Change { path: path.clone(), from: None, blob: Some(Name::from(*text)) }],
    };
    let texts: Texts = commits
        .iter()
        .map(|(.., text)| {
            (Name::from(*text), (Digest::of_bytes(text.as_bytes()), Version::of(text, &rules()).map(Arc::new)))
        })
        .collect();
    let commits: Vec<Commit> = commits.iter().map(commit).collect();
    let mut follower = Follower::new(None, &commits);
    for commit in &commits {
        follower.follow(commit, &texts);
    }
    follower.known()
}

fn since(tree: &Tree) -> Vec<String> {
    let file = tree.values().next().expect("a file");
    let day = |day: Option<crate::model::Date>| day.map_or_else(String::new, |day| day.to_string());
    file.items.iter().map(|followed| day(followed.states.last().when.day)).collect()
}

#[test]
fn a_merge_believes_who_changed_something_and_of_two_the_first() {
    let (open, ticked) = ("- [ ] a\n\n- [ ] b", "- [x] a\n\n- [ ] b");
    let base: (&str, &[&str], &str, &str) = ("base", &[], "2026-01-01", open);
    let both = "- [x] a\n\n- [x] b";
    // Ticked on one side, and the other side changed something else.
    let known = followed(&[
        base,
        ("one", &["base"], "2026-01-02", ticked),
        ("two", &["base"], "2026-01-05", "- [ ] a\n\n- [x] b"),
        ("merge", &["one", "two"], "2026-01-09", both),
    ]);
    assert_eq!(since(&known.tree), ["2026-01-02", "2026-01-05"]);
    // Ticked on both, whichever was first.
    for (one, two) in [("2026-01-02", "2026-01-03"), ("2026-01-03", "2026-01-02")] {
        let known = followed(&[
            base,
            ("one", &["base"], one, ticked),
            ("two", &["base"], two, both),
            ("merge", &["one", "two"], "2026-01-09", both),
        ]);
        assert_eq!(since(&known.tree), ["2026-01-02", two]);
    }
    // What the merge itself changed is of its day.
    let known = followed(&[
        base,
        ("one", &["base"], "2026-01-02", ticked),
        ("two", &["base"], "2026-01-03", "- [ ] a\n\n- [/] b"),
        ("merge", &["one", "two"], "2026-01-09", "- [-] a\n\n- [/] b"),
    ]);
    assert_eq!(since(&known.tree), ["2026-01-09", "2026-01-03"]);
    // Taken back and done again on one side only: the other side knew nothing of it.
    let known = followed(&[
        ("base", &[], "2026-01-01", ticked),
        ("one", &["base"], "2026-01-02", open),
        ("again", &["one"], "2026-01-03", ticked),
        ("two", &["base"], "2026-01-04", both),
        ("merge", &["again", "two"], "2026-01-09", both),
    ]);
    assert_eq!(since(&known.tree), ["2026-01-03", "2026-01-04"]);
}

#[test]
fn what_was_written_unreadable_for_a_while_is_not_forgotten() {
    let known = followed(&[
        ("one", &[], "2026-01-01", "- [x] a"),
        ("two", &["one"], "2026-01-02", "---\ntitle: [\n---\n- [x] a\n"),
        ("three", &["two"], "2026-01-03", "- [x] a\n- [x] b"),
    ]);
    assert_eq!(since(&known.tree), ["2026-01-01", "2026-01-03"]);
}
