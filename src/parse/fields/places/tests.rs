//! Texts, and the bytes at which their values are found.

use proptest::prelude::*;

use super::*;
use crate::parse::fields::meaning;

/// Every scalar of the tree with what stands at its place.
fn told(text: &str) -> Vec<(String, String)> {
    let mut root = meaning::yaml(text).expect("YAML");
    find(&mut root, text, 0..text.len());
    let mut told = Vec::new();
    tell("", &root, text, &mut told);
    told
}

fn tell(path: &str, node: &Node, text: &str, told: &mut Vec<(String, String)>) {
    match &node.content {
        Content::List(items) => {
            items.iter().enumerate().for_each(|(i, item)| tell(&format!("{path}/{i}"), item, text, told));
        }
        Content::Map(pairs) => {
            for pair in pairs {
                let key = &text[pair.place.clone()];
                assert_eq!(key.trim_matches(['"', '\'']), pair.key, "the place of a key");
                tell(&format!("{path}/{}", pair.key), &pair.value, text, told);
            }
        }
        _ => told.push((path.to_owned(), text[node.range.clone()].to_owned())),
    }
}

#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) {
    let expected: Vec<_> = expected.iter().map(|(path, at)| ((*path).to_owned(), (*at).to_owned())).collect();
    assert_eq!(told(text), expected, "{text}");
}

#[test]
fn values_know_their_bytes() {
    check("a: 1\nb: two words # comment\n", &[("/a", "1"), ("/b", "two words")]);
    check("---\na: 'it''s'\r\n\"b c\" : \"x\\\"y\" # c\r\n", &[("/a", "'it''s'"), ("/b c", "\"x\\\"y\"")]);
    check(
        "a:\nb:\n  c:\n    - 1\n    - d: 2\n      e: 3\n  f: 4\n",
        &[("/a", ""), ("/b/c/0", "1"), ("/b/c/1/d", "2"), ("/b/c/1/e", "3"), ("/b/f", "4")],
    );
    check(
        "a:\n- 1\n-   - 2\n    - 3\n-\n  b: 4\nc: 5",
        &[("/a/0", "1"), ("/a/1/0", "2"), ("/a/1/1", "3"), ("/a/2/b", "4"), ("/c", "5")],
    );
    check("a: |\n  b: 1\n\n  c: 2\nd: 3\n", &[("/a", "|\n  b: 1\n\n  c: 2"), ("/d", "3")]);
    check("a: one\n  two\nb: 'x\n  y: z'\nc: 3", &[("/a", "one\n  two"), ("/b", "'x\n  y: z'"), ("/c", "3")]);
    check(
        "a: [1, 'b, c', {d: e, f: [g]}] # h\ni: 2",
        &[("/a/0", "1"), ("/a/1", "'b, c'"), ("/a/2/d", "e"), ("/a/2/f/0", "g"), ("/i", "2")],
    );
    check("a: [\n  1,\n  2,\n]\nb: https://x.y#z", &[("/a/0", "1"), ("/a/1", "2"), ("/b", "https://x.y#z")]);
    check("{\"a\":1,\n \"b\":{\"c\":[]},\"d\":\"é\"}", &[("/a", "1"), ("/d", "\"é\"")]);
    check("# c\n\na: &x !!str 1\n\n# d\nb: *x\n", &[("/a", "1"), ("/b", "*x")]);
}

#[test]
fn what_the_scanner_does_not_follow_gets_the_place_above() {
    let text = "a: [b: 1]\nc: 2\n";
    let mut root = meaning::yaml(text).expect("YAML");
    find(&mut root, text, 0..text.len());
    let Content::Map(pairs) = &root.content else { panic!("a map") };
    let Content::List(items) = &pairs[0].value.content else { panic!("a list") };
    assert_eq!(&text[items[0].range.clone()], "b");
    assert!(!items[0].exact);
    assert_eq!(&text[pairs[1].value.range.clone()], "2");
}

proptest! {
    #[test]
    fn any_text_is_scanned_to_an_end(text in "[-a:# \n\t\r\\[\\]{},'\"|&*!?é\\\\]{0,60}") {
        let mut scanner = Scanner { text: &text, at: 0, depth: 0 };
        scanner.skip_document_start();
        scanner.node(0);
        if let Ok(mut root) = meaning::yaml(&text) {
            find(&mut root, &text, 0..text.len());
        }
    }

    #[test]
    fn flat_keys_are_all_found(values in prop::collection::vec("[a-z0-9 ]{0,6}|\"[a-z:# ]{0,5}\"|\\[[a-z, ]{0,5}\\]", 1..8)) {
        let lines: Vec<String> = values.iter().enumerate().map(|(i, value)| format!("k{i}: {value}\n")).collect();
        let text = lines.concat();
        if let Ok(mut root) = meaning::yaml(&text) {
            find(&mut root, &text, 0..text.len());
            let Content::Map(pairs) = root.content else { panic!("a map") };
            for (pair, value) in pairs.iter().zip(&values) {
                prop_assert_eq!(&text[pair.place.clone()], &pair.key);
                prop_assert_eq!(&text[pair.value.range.clone()], value.trim());
            }
        }
    }
}
