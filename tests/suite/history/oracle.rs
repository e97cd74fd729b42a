//! Random histories whose truth is known: who makes a history knows when each step appeared and since when it stands as
//! it does.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use serde_json::Value;

use super::repository::Repository;

/// The day of every history's check.
const TODAY: &str = "2026-10-31";

/// The same numbers for the same seed, on every machine.
struct Dice(u64);

impl Dice {
    /// A number below `sides`.
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % sides
    }

    fn word(&mut self) -> String {
        (0..6).map(|_| char::from(b'a' + u8::try_from(self.roll(26)).expect("a letter"))).collect()
    }
}

/// A step, with what is true of it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Step {
    number: usize,
    file: usize,
    section: usize,
    words: Vec<String>,
    symbol: char,
    appeared: String,
    /// Since when its box is as it is.
    since: String,
}

/// The journal on one branch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct World {
    /// Names of files.
    files: BTreeMap<usize, String>,
    /// In the order of lines.
    steps: Vec<Step>,
}

impl World {
    fn text(&self, file: usize) -> String {
        let mut text = format!("# Plan {file}\n\nWhat number {file} is for.\n");
        for (section, title) in ["One", "Two"].iter().enumerate() {
            let _ = write!(text, "\n## {title}\n\n");
            for step in self.steps.iter().filter(|step| (step.file, step.section) == (file, section)) {
                let _ = writeln!(text, "- [{}] {}", step.symbol, step.words.join(" "));
            }
        }
        text
    }

    /// What of the two worlds that came of `base` is another than there.
    fn merged(base: &Self, ours: &Self, theirs: &Self) -> Self {
        let of = |world: &Self, number: usize| world.steps.iter().find(|step| step.number == number).cloned();
        let pick = |number: usize| {
            let [base, ours, theirs] = [base, ours, theirs].map(|world| of(world, number));
            if ours == base { theirs } else { ours }
        };
        let order = ours.steps.iter().chain(&theirs.steps).map(|step| step.number);
        let mut seen = BTreeSet::new();
        let steps = order.filter(|number| seen.insert(*number)).filter_map(pick).collect();
        let files = ours.files.keys().chain(theirs.files.keys()).map(|file| {
            let [base, ours, theirs] = [base, ours, theirs].map(|world| world.files.get(file));
            (*file, if ours == base { theirs } else { ours }.expect("no file goes").clone())
        });
        Self { files: files.collect(), steps }
    }
}

/// A history in the making.
struct Telling {
    repository: Repository,
    dice: Dice,
    world: World,
    /// Days since the first.
    day: usize,
    next: usize,
}

impl Telling {
    fn date(day: usize) -> String {
        const LENGTHS: [usize; 9] = [31, 28, 31, 30, 31, 30, 31, 31, 30];
        let (mut month, mut day) = (0, day);
        while day >= LENGTHS[month] {
            day -= LENGTHS[month];
            month += 1;
        }
        format!("2026-{:02}-{:02}", month + 1, day + 1)
    }

    fn today(&self) -> String {
        Self::date(self.day)
    }

    /// A few changes of steps of which `mine` holds, each of another step.
    fn change(&mut self, today: &str, mine: impl Fn(&Step) -> bool) {
        let mut touched = BTreeSet::new();
        for _ in 0..=self.dice.roll(4) {
            let free: Vec<usize> = (0..self.world.steps.len())
                .filter(|at| mine(&self.world.steps[*at]) && !touched.contains(&self.world.steps[*at].number))
                .collect();
            let kind = self.dice.roll(12);
            if free.is_empty() || kind < 3 {
                let (file, section) = (self.dice.roll(self.world.files.len()), self.dice.roll(2));
                let file = *self.world.files.keys().nth(file).expect("a file");
                let words = (0..4).map(|_| self.dice.word()).collect();
                let (appeared, since) = (today.to_owned(), today.to_owned());
                let symbol = [' ', ' ', ' ', 'x', '-'][self.dice.roll(5)];
                self.next += 1;
                let step = Step { number: self.next, file, section, words, symbol, appeared, since };
                if mine(&step) {
                    touched.insert(step.number);
                    let at = self.dice.roll(self.world.steps.len() + 1);
                    self.world.steps.insert(at, step);
                }
                continue;
            }
            let at = free[self.dice.roll(free.len())];
            touched.insert(self.world.steps[at].number);
            match kind {
                3 => _ = self.world.steps.remove(at),
                4 => {
                    let word = self.dice.roll(4);
                    self.world.steps[at].words[word] = self.dice.word();
                }
                5 => {
                    let step = self.world.steps.remove(at);
                    let to = self.dice.roll(self.world.steps.len() + 1);
                    self.world.steps.insert(to, step);
                }
                6 => {
                    let mut step = self.world.steps[at].clone();
                    let file = self.dice.roll(self.world.files.len());
                    step.file = *self.world.files.keys().nth(file).expect("a file");
                    step.section = self.dice.roll(2);
                    if mine(&step) {
                        self.world.steps[at] = step;
                    }
                }
                _ => {
                    let symbol = [' ', 'x', 'x', '-', '/'][self.dice.roll(5)];
                    let step = &mut self.world.steps[at];
                    if step.symbol != symbol {
                        (step.symbol, step.since) = (symbol, today.to_owned());
                    }
                }
            }
        }
    }

    fn rename(&mut self) {
        let file = self.dice.roll(self.world.files.len());
        let name = format!("plans/{}.md", self.dice.word());
        *self.world.files.values_mut().nth(file).expect("a file") = name;
    }

    /// Writes the world down.
    fn write(&self) {
        let journal = &self.repository.journal;
        for (path, _) in journal.files("plans") {
            journal.remove(&format!("plans/{path}"));
        }
        for (file, name) in &self.world.files {
            journal.write(name, self.world.text(*file));
        }
    }

    /// Commits the world at some hour of the day, somewhere on earth.
    fn commit(&mut self) {
        self.write();
        let (hour, zone) = (self.dice.roll(24), self.dice.roll(25));
        let zone = if zone > 12 { format!("-{:02}30", zone - 13) } else { format!("+{zone:02}00") };
        self.repository.git(&["add", "-A"]);
        let author = format!("{}T{hour:02}:30:00{zone}", self.today());
        self.repository.git_on(&author, &["commit", "-q", "--allow-empty", "-m", "x"]);
        self.day += self.dice.roll(3);
    }

    /// Some commits on the branch that is checked out.
    fn commits(&mut self, count: usize, mine: impl Fn(&Step) -> bool, renames: bool) {
        for _ in 0..count {
            if renames && self.dice.roll(6) == 0 {
                self.rename();
            }
            let today = self.today();
            self.change(&today, &mine);
            self.commit();
        }
    }

    /// A branch beside the main one, merged. Who works where never works on the same step.
    fn merge(&mut self) {
        let base = self.world.clone();
        let count = 1 + self.dice.roll(3);
        self.repository.git(&["checkout", "-q", "-b", "side"]);
        self.commits(count, |step| step.number % 2 == 0, false);
        let theirs = std::mem::replace(&mut self.world, base.clone());
        self.repository.git(&["checkout", "-q", "main"]);
        let count = 1 + self.dice.roll(3);
        self.commits(count, |step| step.number % 2 == 1, true);
        self.repository.git(&["merge", "-q", "-s", "ours", "--no-commit", "side"]);
        self.world = World::merged(&base, &self.world, &theirs);
        self.commit();
        self.repository.git(&["branch", "-q", "-D", "side"]);
    }

    /// A branch in one file, put onto what happened meanwhile in others.
    fn rebase(&mut self) {
        let base = self.world.clone();
        let file = *self.world.files.keys().next().expect("a file");
        self.repository.git(&["checkout", "-q", "-b", "side"]);
        self.commits(2, |step| step.file == file, false);
        let theirs = std::mem::replace(&mut self.world, base.clone());
        self.repository.git(&["checkout", "-q", "main"]);
        self.commits(2, |step| step.file != file, false);
        self.repository.git(&["checkout", "-q", "side"]);
        self.repository.git(&["rebase", "-q", "main"]);
        self.repository.git(&["checkout", "-q", "main"]);
        self.repository.git(&["merge", "-q", "--ff-only", "side"]);
        self.repository.git(&["branch", "-q", "-D", "side"]);
        self.world = World::merged(&base, &self.world, &theirs);
        // Where both put new steps, git may have another order than the model: the lines are as git has them.
        self.write();
    }

    fn found(&self) -> String {
        self.repository.journal.run(&format!("export --private --today {TODAY}")).exit(0).stdout
    }

    /// Every day that is found is the one that is known.
    fn check(&self, seed: u64) {
        let found = self.found();
        let json: Value = serde_json::from_str(&found).expect("JSON");
        let mut steps = BTreeMap::new();
        for plan in json["plans"].as_array().expect("plans") {
            for step in plan["steps"].as_array().expect("steps") {
                let day = |key: &str| step[key].as_str().unwrap_or("never").to_owned();
                let text = step["text"].as_str().expect("text").to_owned();
                steps.insert(text, (day("created"), day("done"), day("cancelled")));
            }
        }
        for step in &self.world.steps {
            let since = |symbol| if step.symbol == symbol { step.since.as_str() } else { "never" };
            let known = (step.appeared.clone(), since('x').to_owned(), since('-').to_owned());
            let found = steps.remove(&step.words.join(" "));
            assert_eq!(
                found,
                Some(known),
                "seed {seed}: {step:?}\n{}",
                self.repository.git(&["log", "--graph", "-p", "-n40", "--date=short", "--format=%h %ad"])
            );
        }
        assert_eq!(steps, BTreeMap::new(), "seed {seed}");
        // What was kept of an earlier reading changes nothing.
        std::fs::remove_dir_all(self.repository.journal.path(".journal")).expect("the cache is there");
        assert_eq!(self.found(), found, "seed {seed}");
    }
}

#[track_caller]
fn tell(test: &str, seed: u64) {
    let Some(repository) = Repository::new(test) else { return };
    let files = (0..3).map(|file| (file, format!("plans/{file}.md"))).collect();
    let world = World { files, steps: Vec::new() };
    let mut telling = Telling { repository, dice: Dice(seed), world, day: 0, next: 0 };
    telling.repository.journal.write(".gitignore", ".journal/\nsite/\n");
    telling.commit();
    for _ in 0..4 {
        telling.commits(3, |_| true, true);
        match telling.dice.roll(3) {
            0 => telling.rebase(),
            _ => telling.merge(),
        }
        // Kept, so that the next reading is of what came after.
        telling.found();
    }
    telling.check(seed);
    telling.rename();
    telling.change(TODAY, |_| true);
    telling.write();
    telling.check(seed);
}

#[test]
fn random_histories_are_told_as_they_were() {
    for seed in 0..8 {
        tell("random_histories_are_told_as_they_were", seed);
    }
}
