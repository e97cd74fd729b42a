//! Lines by their keys become files of a size, such that a change of one line changes one file.
//!
//! The keys are taken as numbers, bit by bit, and what is too much for one file is cut in two at the next bit: so where
//! a file begins does not depend on what other files hold.

/// How long a file may be, in bytes. A line that is longer has a file for itself.
const LONGEST: usize = 12 * 1024;

/// What is said of one word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// The word. It holds no zero.
    pub(super) key: String,
    /// All that is said, without a line break.
    pub(super) text: String,
}

/// Some of the lines, in one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// What tells the file from others of the bundle; empty if it is the only one.
    pub name: String,
    /// The keys from here on are in it, up to those of the next leaf. Not more of the first key than it takes.
    pub from: String,
    /// The lines.
    pub text: String,
}

/// Cuts lines that are sorted by their keys.
pub(super) fn cut(lines: &[Line]) -> Vec<Leaf> {
    let mut leaves: Vec<Leaf> = Vec::new();
    let mut open = vec![(lines, 0)];
    let mut last = "";
    while let Some((lines, depth)) = open.pop() {
        let length: usize = lines.iter().map(|line| line.text.len() + 1).sum();
        if lines.len() > 1 && length > LONGEST {
            let at = lines.partition_point(|line| !bit(&line.key, depth));
            let (zeros, ones) = lines.split_at(at);
            open.extend([ones, zeros].into_iter().filter(|half| !half.is_empty()).map(|half| (half, depth + 1)));
            continue;
        }
        let (Some(first), Some(end)) = (lines.first(), lines.last()) else { continue };
        let text = lines.iter().flat_map(|line| [line.text.as_str(), "\n"]).collect();
        leaves.push(Leaf { name: beginning(&first.key, depth), from: parted(last, &first.key), text });
        last = &end.key;
    }
    leaves
}

/// Bit `depth` of a key, the highest of the first byte first; behind its end there are zeros.
fn bit(key: &str, depth: usize) -> bool {
    key.as_bytes().get(depth / 8).is_some_and(|byte| byte & (0x80 >> (depth % 8)) != 0)
}

/// The first bits of a key: hexadecimal digits, and for what is less than one of them, a letter from `g` on.
fn beginning(key: &str, bits: usize) -> String {
    let digit = |from: usize, to: usize| (from..to).fold(0, |sum, at| sum * 2 + u32::from(bit(key, at)));
    let whole = (0..bits / 4).filter_map(|at| char::from_digit(digit(at * 4, at * 4 + 4), 16));
    let (from, rest) = (bits / 4 * 4, bits % 4);
    let last = (rest > 0).then(|| (1 << rest) + digit(from, bits) - 2).and_then(|at| ('g'..='v').nth(at as usize));
    whole.chain(last).collect()
}

/// As much of `key` as tells it from the smaller `last`.
fn parted(last: &str, key: &str) -> String {
    let alike = last.chars().zip(key.chars()).take_while(|(a, b)| a == b).count();
    key.chars().take(if last.is_empty() { 0 } else { alike + 1 }).collect()
}
