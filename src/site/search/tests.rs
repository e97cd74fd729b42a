//! Tests of how lines become files.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::cut::{Leaf, Line, cut};
use super::words::push_entries;

fn lines(keys: &BTreeSet<String>, length: usize) -> Vec<Line> {
    keys.iter().map(|key| Line { key: key.clone(), text: format!("{key}!{}", "x".repeat(length)) }).collect()
}

fn by_name(leaves: &[Leaf]) -> BTreeMap<&str, &str> {
    leaves.iter().map(|leaf| (leaf.name.as_str(), leaf.text.as_str())).collect()
}

/// The leaf in which a page looks for a key.
fn leaf_for<'a>(leaves: &'a [Leaf], key: &str) -> &'a Leaf {
    leaves.iter().rev().find(|leaf| leaf.from.as_str() <= key).unwrap_or(&leaves[0])
}

#[test]
fn a_little_is_one_file() {
    let keys = ["ab", "ac", "b"].map(str::to_owned).into();
    let leaves = cut(&lines(&keys, 2));
    assert_eq!(leaves, [Leaf { name: String::new(), from: String::new(), text: "ab!xx\nac!xx\nb!xx\n".to_owned() }]);
    assert_eq!(cut(&[]), []);
}

proptest! {
    #[test]
    fn every_line_is_where_it_is_looked_for(keys in prop::collection::btree_set("[a-e猫犬é]{1,6}", 1..400), length in 0..300_usize) {
        let all = lines(&keys, length);
        let leaves = cut(&all);
        prop_assert_eq!(by_name(&leaves).len(), leaves.len(), "no two files of one name");
        for line in &all {
            let leaf = leaf_for(&leaves, &line.key);
            prop_assert!(leaf.text.lines().any(|known| known == line.text), "{} in {:?}", line.key, leaf.from);
        }
        let together: String = leaves.iter().map(|leaf| leaf.text.as_str()).collect();
        let before: String = all.iter().flat_map(|line| [line.text.as_str(), "\n"]).collect();
        prop_assert_eq!(together, before, "nothing is lost, and the order stays");
    }

    #[test]
    fn another_word_changes_one_file_or_cuts_it_in_two(
        keys in prop::collection::btree_set("[a-z]{2,6}", 200..600),
        new in "[a-z]{2,6}",
    ) {
        let before = cut(&lines(&keys, 200));
        let mut more = keys.clone();
        more.insert(new);
        let after = cut(&lines(&more, 200));
        let (before, after) = (by_name(&before), by_name(&after));
        let changed = after.iter().filter(|(name, text)| before.get(*name) != Some(*text)).count();
        prop_assert!(changed <= 2, "{changed}");
    }

    #[test]
    fn entries_come_back_from_their_digits(numbers in prop::collection::btree_map(0..2_000_000_u32, 0..8_u8, 0..60)) {
        let entries: Vec<(u32, u8)> = numbers.into_iter().collect();
        let mut text = String::new();
        push_entries(&mut text, &entries);
        // As the page reads them.
        let mut read = Vec::new();
        let (mut number, mut value, mut scale) = (0_u64, 0_u64, 1_u64);
        for digit in text.bytes() {
            let is_last = digit >= b']';
            value += u64::from(digit - if is_last { b']' } else { b'(' }) * scale;
            scale *= 32;
            if is_last {
                number += value / 8;
                read.push((u32::try_from(number).expect("small"), u8::try_from(value % 8).expect("small")));
                number += 1;
                (value, scale) = (0, 1);
            }
        }
        prop_assert_eq!(read, entries);
        prop_assert!(!text.contains(['"', '\\', ' ', '\n', '!']));
    }
}
