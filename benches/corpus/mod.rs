//! A journal of any size, made from a seed: the same number, the same bytes, on every machine.
//!
//! A tenth of the entries are plans of some twenty steps; the rest are reflections on them, with headings, lists,
//! links, code and tags as people write them.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The day that the generated journal is at.
pub const TODAY: &str = "2026-06-30";

/// `SplitMix64` (Steele, Lea, Flood 2014): small, and the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).expect("below a usize")
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }
}

const NOUNS: [&str; 16] = [
    "chapter", "garden", "letter", "bridge", "lesson", "kitchen", "route", "melody", "ledger", "window", "harvest",
    "map", "drawer", "recipe", "essay", "trail",
];
const VERBS: [&str; 12] =
    ["finish", "measure", "mend", "plant", "read", "sort", "paint", "cut", "record", "ask about", "copy", "carry"];
const TAGS: [&str; 20] = [
    "writing", "health", "running", "money", "music", "garden", "sleep", "travel", "craft", "friends", "work", "rest",
    "reading", "cooking", "habits", "ideas", "language", "home", "help", "doubt",
];

/// Writes a journal of `entries` entries into `root`.
pub fn write(root: &Path, entries: usize, seed: u64) {
    let plans = (entries / 10).max(1);
    let folder = |name: &str| fs::create_dir_all(root.join(name)).expect("a folder");
    folder("plans");
    fs::write(root.join("journal.yaml"), format!("title: Generated\ntoday: {TODAY}\n")).expect("a file");
    for number in 0..plans {
        let text = plan(&mut Random(seed ^ (number as u64) << 1), number);
        fs::write(root.join(format!("plans/plan-{number}.md")), text).expect("a file");
    }
    for number in 0..entries - plans {
        let random = &mut Random(seed ^ 0x5eed ^ (number as u64) << 17);
        let (year, month, day) = (2016 + number % 10, 1 + random.below(12), 1 + random.below(28));
        let text = reflection(random, plans);
        folder(&format!("reflections/{year}"));
        let name = format!("reflections/{year}/{year}-{month:02}-{day:02}-{number}.md");
        fs::write(root.join(name), text).expect("a file");
    }
}

fn sentence(random: &mut Random) -> String {
    format!(
        "I meant to {} the {} before the {}, and found that the *{}* had to come first.",
        random.pick(&VERBS),
        random.pick(&NOUNS),
        random.pick(&NOUNS),
        random.pick(&NOUNS)
    )
}

fn paragraph(random: &mut Random) -> String {
    let count = 3 + random.below(4);
    (0..count).map(|_| sentence(random)).collect::<Vec<_>>().join(" ")
}

fn plan(random: &mut Random, number: usize) -> String {
    let status = ["active", "active", "paused", "done"][random.below(4)];
    let mut text = format!(
        "---\ntitle: Plan {number}, the {}\nstatus: {status}\nstart: 2026-01-{:02}\ndue: 2026-{:02}-15\ntags: [{}, {}]\n---\n\n{}\n",
        random.pick(&NOUNS),
        1 + random.below(28),
        7 + random.below(6),
        random.pick(&TAGS),
        random.pick(&TAGS),
        paragraph(random)
    );
    for section in 0..2 + random.below(3) {
        let _ = write!(text, "\n## Part {}\n\n", section + 1);
        for _ in 0..4 + random.below(6) {
            let (verb, noun) = (random.pick(&VERBS), random.pick(&NOUNS));
            let _ = match random.below(4) {
                0 => writeln!(
                    text,
                    "- [x] {verb} the {noun} ✅ 2026-0{}-{:02}",
                    1 + random.below(6),
                    1 + random.below(28)
                ),
                1 => writeln!(
                    text,
                    "- [ ] {verb} the {noun} 📅 2026-0{}-{:02}",
                    7 + random.below(3),
                    1 + random.below(28)
                ),
                2 => writeln!(text, "- [ ] {verb} the {noun}\n  - [x] the first half\n  - [ ] the second half ⏱ 30m"),
                _ => writeln!(text, "- [ ] {verb} the {noun} with @ana"),
            };
        }
        let _ = writeln!(text, "- [ ] 🚩 Part {} 📅 2026-0{}-20", section + 1, 7 + random.below(3));
    }
    text
}

fn reflection(random: &mut Random, plans: usize) -> String {
    let plan = random.below(plans);
    let mut text = format!(
        "---\ntitle: The {} and the {}\nmood: {}\nplan: plan-{plan}\ntags: [{}, {}]\nmetrics: {{words: {}}}\n---\n\n{}\n\n",
        random.pick(&NOUNS),
        random.pick(&NOUNS),
        1 + random.below(5),
        random.pick(&TAGS),
        random.pick(&TAGS),
        random.below(2000),
        paragraph(random)
    );
    for _ in 0..3 + random.below(4) {
        let _ = match random.below(6) {
            0 => writeln!(text, "## On the {}\n\n{}\n", random.pick(&NOUNS), paragraph(random)),
            1 => writeln!(text, "- {}\n- {}\n- {}\n", sentence(random), sentence(random), sentence(random)),
            2 => writeln!(text, "> {}\n", sentence(random)),
            3 => writeln!(
                text,
                "See [[plan-{}|the other plan]] and [a page](https://example.org/{}).\n",
                random.below(plans),
                random.pick(&NOUNS)
            ),
            _ => writeln!(text, "{}\n", paragraph(random)),
        };
    }
    text
}
