use super::*;
use crate::history::{Change, Commit, Follower, History, Rules, Texts, Version};
use crate::model::Audience;
use crate::pipeline::Sources;

const SETTINGS: &str = "base_url: https://example.org/\ntoday: 2026-11-22\ntheme: {show_cards: false}\n";

const ENTRIES: [(&str, &str); 6] = [
    ("plans/novel.md", "---\ndue: 2026-12-24\n---\n# Novel\n\nWhy not.\n\n- [ ] One @Ann\n- [x] Two ✅ 2026-11-20\n"),
    ("reflections/2026-11-20-a.md", "---\nplan: novel\nmood: 3\ntags: [x]\n---\nFirst.\n\nSecond, see [[about]].\n"),
    ("reflections/2026-11-21-b.md", "Alone.\n\n> [!private]\n> Mine.\n\n![[about]]\n"),
    ("about.md", "# About\n\nMe.\n\n## More\n\nOf it.\n"),
    ("secret.md", "---\nvisibility: private\n---\n# Secret\n\nWords.\n"),
    ("broken.md", "---\nvisibility: [\n---\n# Broken\n"),
];

fn text_file(text: &str) -> TextFile {
    TextFile { text: text.into(), digest: Digest::of_bytes(text.as_bytes()) }
}

fn path(text: &str) -> SourcePath {
    SourcePath::new(text).expect("a path")
}

fn journal(audience: Audience) -> Inputs {
    let entries = ENTRIES.into_iter().map(|(name, text)| (path(name), text_file(text))).collect();
    Inputs {
        settings: Some(text_file(SETTINGS)),
        sources: Sources { entries, ..Sources::default() },
        today: crate::model::parse_date("2026-11-22").expect("a date"),
        today_override: None,
        audience,
        base_url: None,
        history: None,
    }
}

/// The same in a repository in which all of it was committed once.
fn committed(audience: Audience) -> Inputs {
    let inputs = journal(audience);
    let rules = Rules::new(&Settings::default(), audience);
    let entries = || inputs.sources.entries.iter();
    let texts: Texts = entries()
        .map(|(path, file)| (path.as_str().into(), (file.digest, Version::of(&file.text, &rules).map(Arc::new))))
        .collect();
    let change = |path: &SourcePath| Change { path: path.clone(), from: None, blob: Some(path.as_str().into()) };
    let commit = Commit {
        name: "first".into(),
        parents: Vec::new(),
        day: crate::model::parse_date("2026-03-01").ok(),
        changes: entries().map(|(path, _)| change(path)).collect(),
    };
    let mut follower = Follower::new(None, std::slice::from_ref(&commit));
    follower.follow(&commit, &texts);
    let known = follower.known();
    let history = History::new(move || Some(known), rules, Digest::of_bytes(b"first"), Vec::new());
    Inputs { history: Some(Arc::new(history)), ..inputs }
}

fn from_nothing(inputs: &Inputs) -> Draft {
    Draft::new(&Documents::new(), inputs, Bodies::Dropped, &Work::default()).expect("templates are sound")
}

/// Every file of a draft with its bytes, those of the search index too.
fn all(draft: &Draft) -> BTreeMap<OutPath, (Digest, Vec<u8>)> {
    let outputs = draft.outputs(&Build::empty(), &Work::default()).expect("templates are sound");
    let bytes = |content| match content {
        Content::Bytes(bytes) => bytes.to_vec(),
        Content::Copy(_) | Content::Stored => Vec::new(),
    };
    outputs.into_iter().map(|(out, output)| (out, (output.fingerprint, bytes(output.content)))).collect()
}

/// The paths of files that two drafts make otherwise.
fn different(one: &Draft, other: &Draft) -> Vec<OutPath> {
    let (one, other) = (all(one), all(other));
    let paths: std::collections::BTreeSet<_> = one.keys().chain(other.keys()).cloned().collect();
    paths.into_iter().filter(|out| one.get(out) != other.get(out)).collect()
}

fn edited(inputs: &Inputs, name: &str, edit: impl Fn(&str) -> String) -> Inputs {
    let mut inputs = inputs.clone();
    let text = edit(&inputs.sources.entries[name].text);
    inputs.sources.entries.insert(path(name), text_file(&text));
    inputs
}

/// A journal as one audience may see it.
type Of = fn(Audience) -> Inputs;

#[test]
fn the_draft_before_changes_no_byte() {
    let edits: [fn(&str) -> String; 8] = [
        |text| format!("{text}\nMore words at the end.\n"),
        |text| text.replace("Second", "Another"),
        |text| text.replace("# ", "# New "),
        |text| text.replace("- [ ]", "- [x]"),
        |text| text.replace("\n\n", "\n\n\n"),
        |text| format!("{text}\n[[nowhere]]\n"),
        |text| text.replace("Mine", "Only mine"),
        |_| String::new(),
    ];
    let kinds: [(Of, Audience); 4] = [
        (journal, Audience::Writer),
        (journal, Audience::Public),
        (committed, Audience::Writer),
        (committed, Audience::Public),
    ];
    for (of, audience) in kinds {
        let mut inputs = of(audience);
        let mut draft = from_nothing(&inputs);
        for edit in edits {
            for (name, _) in ENTRIES {
                inputs = edited(&inputs, name, edit);
                draft = draft.next(&inputs, &Work::default()).expect("templates are sound").unwrap_or(draft);
                // With a past that was told nothing of yet.
                let fresh = from_nothing(&Inputs { history: of(audience).history, ..inputs.clone() });
                assert_eq!(different(&draft, &fresh), [], "{name} for {audience:?}");
                assert_eq!(draft.diagnostics(), fresh.diagnostics(), "{name}");
                assert_eq!(draft.inputs, fresh.inputs, "{name}");
            }
        }
    }
}

#[test]
fn other_words_in_an_entry_are_new_where_it_is_shown_and_nowhere_else() {
    let inputs = journal(Audience::Writer);
    let before = from_nothing(&inputs);
    let inputs = edited(&inputs, "about.md", |text| format!("{text}\nMore words.\n"));
    let work = Work::default();
    let mut read = Documents::new();
    let now = before.with_other_texts(&inputs, inputs.stamp(), &mut read, &work).expect("nothing else is different");
    assert_eq!(work.parsed.load(Ordering::Relaxed), 1);
    let mut other = different(&before, &now);
    other.retain(|out| !out.as_str().starts_with(FOLDER));
    let shown =
        ["about.html", "feed.json", "feed.xml", "reflections/2026/11-booklet.html", "reflections/2026-11-21-b.html"];
    let mut shown = shown.map(str::to_owned).to_vec();
    shown.sort();
    assert_eq!(other.iter().map(|out| out.as_str().to_owned()).collect::<Vec<_>>(), shown);
    // What another page could show of it is looked at anew.
    let inputs = edited(&inputs, "about.md", |text| text.replace("# About", "# About me"));
    assert!(now.with_other_texts(&inputs, inputs.stamp(), &mut Documents::new(), &work).is_none());
}

#[test]
fn the_first_change_since_a_commit_is_of_today_and_the_next_of_text_alone() {
    let inputs = committed(Audience::Writer);
    let before = from_nothing(&inputs);
    let next = |draft: &Draft, inputs: &Inputs| {
        draft.with_other_texts(inputs, inputs.stamp(), &mut Documents::new(), &Work::default())
    };
    let inputs = edited(&inputs, "about.md", |text| format!("{text}\nMore words.\n"));
    assert!(next(&before, &inputs).is_none());
    let now = from_nothing(&inputs);
    let inputs = edited(&inputs, "about.md", |text| format!("{text}\nStill more.\n"));
    let then = next(&now, &inputs).expect("nothing else is different");
    assert_eq!(different(&then, &from_nothing(&inputs)), []);
}

#[test]
fn every_file_can_be_asked_for_by_its_address() {
    let draft = from_nothing(&journal(Audience::Writer));
    for (out, (_, bytes)) in all(&draft) {
        assert!(draft.has(out.as_str()), "{out}");
        let Ok(Some(Made::Bytes(made))) = draft.file(out.as_str()) else { panic!("{out} is made of bytes") };
        assert!(*made == *bytes, "{out}");
    }
    assert!(!draft.has("search/word-zzzzz.js") && !draft.has("nothing.html"));
}
