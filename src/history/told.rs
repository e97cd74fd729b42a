//! What the versions say of the journal as it is now.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use rayon::prelude::*;

use super::file::{File, Followed};
use super::follow::{Text, apply};
use super::turns::{Moment, Turn, Turns};
use super::version::{Kind, Version};
use super::{Known, Rules, Tree};
use crate::model::{
    self, Date, Diagnostic, Digest, Done, Entry, Past, Pause, Scope, SourcePath, State, Status, add_days,
};
use crate::progress::{self, Counted};

/// A file of the journal as it is now.
#[derive(Debug, Clone, Copy)]
pub struct Present<'a> {
    /// Where it is.
    pub path: &'a SourcePath,
    /// Its text.
    pub text: &'a str,
    /// Stands for its bytes.
    pub raw: Digest,
}

/// How the files of the last commit are had.
type Load = Box<dyn FnOnce() -> Option<Tree> + Send>;

/// What is known of a journal's versions, to be asked.
pub struct History {
    digest: Digest,
    rules: Rules,
    /// The files as of the last commit, had when they are first asked for; none where no commit is known.
    tree: LazyLock<Option<Tree>, Load>,
    /// What there is to say about the repository.
    pub diagnostics: Vec<Diagnostic>,
    /// Texts that are not committed, understood.
    versions: Mutex<HashMap<Digest, Option<Arc<Version>>>>,
    /// What was told last of each entry.
    told: Mutex<HashMap<SourcePath, Told>>,
}

/// An entry as it was told, and what of: the entry as it is written, on which day, by which versions.
type Told = (Digest, Date, Arc<File>, Arc<Entry>);

impl fmt::Debug for History {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("History").field("digest", &self.digest).field("rules", &self.rules).finish_non_exhaustive()
    }
}

impl History {
    /// What is known by these rules. `digest` stands for all of it; `load` gives it, and is asked once, if at all.
    pub fn new(
        load: impl FnOnce() -> Option<Known> + Send + 'static,
        rules: Rules,
        digest: Digest,
        diagnostics: Vec<Diagnostic>,
    ) -> Self {
        let tree = LazyLock::new(Box::new(|| load().map(|known| known.tree)) as Load);
        Self { digest, rules, tree, diagnostics, versions: Mutex::default(), told: Mutex::default() }
    }

    /// There is a repository, and nothing can be learned from it.
    #[must_use]
    pub fn unknown(rules: Rules, diagnostics: Vec<Diagnostic>) -> Self {
        let digest = Digest::of(&diagnostics);
        Self::new(|| None, rules, digest, diagnostics)
    }

    /// Stands for all that it can tell.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// The entries with the days that their own text leaves open. `files` are all of the journal as they are now; what
    /// is other in them than in the last commit is as of `today`.
    #[must_use]
    pub fn tell(&self, entries: &[Arc<Entry>], files: &[Present<'_>], today: Date) -> Vec<Arc<Entry>> {
        let Some(tree) = self.now(files, today) else { return entries.to_vec() };
        entries
            .par_iter()
            .map(|entry| tree.get(&entry.path).map_or_else(|| Arc::clone(entry), |file| self.entry(entry, file, today)))
            .collect()
    }

    /// All files as they are now.
    fn now(&self, files: &[Present<'_>], today: Date) -> Option<Tree> {
        let mut tree = Tree::clone(self.tree.as_ref()?);
        let here: BTreeSet<&SourcePath> = files.iter().map(|file| file.path).collect();
        let gone: Vec<SourcePath> = tree.keys().filter(|path| !here.contains(path)).cloned().collect();
        let other = |file: &&Present<'_>| tree.get(file.path).is_none_or(|known| known.raw != file.raw);
        let others: Vec<&Present<'_>> = files.iter().filter(other).collect();
        let texts: Vec<(SourcePath, Digest, Option<Arc<Version>>)> =
            others.par_iter().map(|file| (file.path.clone(), file.raw, self.version(file))).collect();
        let new: Vec<_> = texts.iter().filter(|(path, ..)| !tree.contains_key(path)).collect();
        let mut renamed = renamed(&tree, &gone, &new);
        let mut changes: Vec<Text> = texts
            .into_iter()
            .map(|(path, raw, version)| Text { from: renamed.remove(&path), path, now: Some((raw, version)) })
            .collect();
        let sources: BTreeSet<SourcePath> = changes.iter().filter_map(|change| change.from.clone()).collect();
        let left = gone.into_iter().filter(|path| !sources.contains(path));
        changes.extend(left.map(|path| Text { path, from: None, now: None }));
        let when = Moment { at: u32::MAX, day: Some(today) };
        // Numbers of what is new today are told apart from all others, and that is all they are for.
        apply(&mut tree, &[], changes, when, &mut (u32::MAX / 2));
        Some(tree)
    }

    fn version(&self, file: &Present<'_>) -> Option<Arc<Version>> {
        let versions = || self.versions.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = versions().get(&file.raw) {
            return known.clone();
        }
        let version = Version::of(file.text, &self.rules).map(Arc::new);
        versions().insert(file.raw, version.clone());
        version
    }

    fn entry(&self, entry: &Arc<Entry>, file: &Arc<File>, today: Date) -> Arc<Entry> {
        let told = || self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((digest, day, of, known)) = told().get(&entry.path)
            && (*digest, *day) == (entry.digest, today)
            && of == file
        {
            return Arc::clone(known);
        }
        let dated = Arc::new(dated(entry, file, &self.rules, Today(today)));
        told().insert(entry.path.clone(), (entry.digest, today, Arc::clone(file), Arc::clone(&dated)));
        dated
    }
}

/// Which of the new files is which of those that are gone: the one with the same bytes, else the one of whose steps it
/// has most, and at least half.
fn renamed(
    tree: &Tree,
    gone: &[SourcePath],
    new: &[&(SourcePath, Digest, Option<Arc<Version>>)],
) -> BTreeMap<SourcePath, SourcePath> {
    let mut renamed = BTreeMap::new();
    if gone.is_empty() || new.is_empty() {
        return renamed;
    }
    let mut left: BTreeSet<&SourcePath> = gone.iter().collect();
    for (path, raw, _) in new {
        let same = left.iter().find(|path| tree.get(**path).is_some_and(|file| file.raw == *raw)).copied();
        if let Some(same) = same {
            left.remove(same);
            renamed.insert(path.clone(), same.clone());
        }
    }
    let mut holders: BTreeMap<&str, &SourcePath> = BTreeMap::new();
    for path in &left {
        let items = tree.get(*path).into_iter().flat_map(|file| &file.items);
        holders.extend(items.map(|followed| (followed.item.text.as_str(), *path)));
    }
    for (path, _, version) in new.iter().filter(|(_, _, version)| version.is_some()) {
        if renamed.contains_key(path) {
            continue;
        }
        let mut common: BTreeMap<&SourcePath, usize> = BTreeMap::new();
        for item in version.iter().flat_map(|version| &version.items) {
            if let Some(holder) = holders.get(item.text.as_str()).filter(|holder| left.contains(*holder)) {
                *common.entry(holder).or_default() += 1;
            }
        }
        let best = common.into_iter().max_by_key(|(path, count)| (*count, std::cmp::Reverse(*path)));
        let enough = |(from, count): &(&SourcePath, usize)| tree[*from].items.len() <= count * 2;
        if let Some((from, _)) = best.filter(enough) {
            left.remove(from);
            renamed.insert(path.clone(), from.clone());
        }
    }
    renamed
}

/// What is known on a day: nothing of what comes after. Where somebody is a day ahead, it is this day for them, too.
#[derive(Clone, Copy)]
struct Today(Date);

impl Today {
    fn knows(self, day: Option<Date>) -> Option<Date> {
        day.filter(|day| *day <= add_days(self.0, 1)).map(|day| day.min(self.0))
    }
}

/// An entry with the days that its file tells and its text does not.
fn dated(entry: &Entry, file: &File, rules: &Rules, today: Today) -> Entry {
    let mut dated = entry.clone();
    dated.date = entry.date.or(today.knows(file.born.day));
    dated.updated = entry.updated.or(today.knows(file.changed.day));
    let of_kind = |kind: Kind| file.items.iter().filter(move |followed| followed.item.kind == kind);
    let steps: Vec<&Followed> = of_kind(Kind::Step).collect();
    if entry.steps.items.iter().map(|step| &step.text).eq(steps.iter().map(|followed| &followed.item.text)) {
        for (step, followed) in dated.steps.items.iter_mut().zip(&steps) {
            let since = |state: State| today.knows(settled(followed, state)).filter(|_| step.state == state);
            let fields = &mut step.fields;
            fields.done = fields.done.or_else(|| since(State::Done));
            fields.cancelled = fields.cancelled.or_else(|| since(State::Cancelled));
            let appeared = today.knows(followed.states.first().when.day);
            // What was written down when it was done already, was there before: nobody knows since when.
            fields.created = fields.created.or(appeared.filter(|day| fields.done.is_none_or(|done| *day <= done)));
        }
        dated.past.scope = Some(scope(entry, file, &steps, rules));
    }
    let gates = dated.gates.iter_mut().filter(|gate| gate.state.is_some());
    for (gate, followed) in gates.zip(of_kind(Kind::Gate)).filter(|(gate, item)| gate.title == item.item.text) {
        let since = today.knows(settled(followed, State::Done)).filter(|_| gate.state == Some(State::Done));
        gate.fields.done = gate.fields.done.or(since);
    }
    for (declared, followed) in dated.plan.checkpoints.iter_mut().zip(of_kind(Kind::Declared)) {
        if let (Done::Yes, Some(day)) = (declared.done, today.knows(settled(followed, State::Done))) {
            declared.done = Done::On(day);
        }
    }
    if entry.kind == model::Kind::Plan {
        let begun = |pause: &Pause| today.knows(Some(pause.from)).is_some();
        dated.plan.held.extend(pauses(&file.status, &entry.plan.held).into_iter().filter(begun));
        dated.plan.held.sort_by_key(|pause| pause.from);
        let Past { statuses, dues, starts, .. } = &mut dated.past;
        let turns = file.status.iter().skip(1);
        *statuses = turns.filter_map(|turn| Some((today.knows(turn.when.day)?, turn.what))).collect();
        (*dues, *starts) = (earlier(&file.due, today), earlier(&file.start, today));
    }
    let fields: Vec<_> = dated.steps.items.iter().map(|step| &step.fields).collect();
    let told =
        (dated.date, dated.updated, fields, &dated.gates, &dated.plan.checkpoints, &dated.plan.held, &dated.past);
    dated.digest = Digest::of(&(entry.digest, told));
    dated
}

/// The day since which a step has stood in this state, if that is what it is in, and the day is known.
fn settled(followed: &Followed, state: State) -> Option<Date> {
    let Turn { when, what } = followed.states.last();
    when.day.filter(|_| *what == state)
}

/// What a day was before, and up to when.
fn earlier(turns: &Turns<Option<Date>>, today: Today) -> Vec<(Date, Option<Date>)> {
    let next = turns.iter().skip(1).map(|turn| today.knows(turn.when.day));
    turns.iter().zip(next).filter_map(|(turn, until)| Some((until?, turn.what))).collect()
}

/// The times in which a plan was paused, but for those that the writer has words for.
fn pauses(status: &Turns<Status>, held: &[Pause]) -> Vec<Pause> {
    let turns: Vec<&Turn<Status>> = status.iter().collect();
    let next = turns.iter().skip(1).map(|turn| Some(**turn)).chain([None]);
    let paused = turns.iter().zip(next).filter(|(turn, _)| turn.what == Status::Paused);
    let paused = paused.filter_map(|(turn, next)| {
        let to = match next {
            Some(next) => Some(add_days(next.when.day?, -1)),
            None => None,
        };
        Some(Pause { from: turn.when.day?, to, why: None })
    });
    let last = |pause: &Pause| pause.to.unwrap_or(Date::MAX);
    let is_said = |pause: &Pause| held.iter().any(|own| own.from <= last(pause) && pause.from <= last(own));
    paused.filter(|pause| pause.from <= last(pause) && !is_said(pause)).collect()
}

/// How many steps counted over time. A step of the first version was there before: nobody knows since when. What a line
/// says of itself goes before what the versions say.
fn scope(entry: &Entry, file: &File, steps: &[&Followed], rules: &Rules) -> Scope {
    let progress = progress::progress(entry, &rules.settings);
    // From when to when something counted; none is before all that is known, and still.
    let mut spans: Vec<(Option<Date>, Option<Date>)> = Vec::new();
    for ((step, progress), followed) in entry.steps.items.iter().zip(&progress.steps).zip(steps) {
        let from = spans.len();
        spans.extend(counted(&followed.counts, file.born, None));
        let own = &mut spans[from..];
        let fields = &step.fields;
        let earlier = |day: Option<Date>| match (day, fields.done) {
            (Some(day), Some(done)) => Some(day.min(done)),
            (day, _) => day,
        };
        if let Some(first) = own.first_mut() {
            first.0 = earlier(fields.created.or(first.0));
        }
        let left = fields.cancelled.filter(|_| progress.counts_as == Some(Counted::Cancelled) && !followed.item.counts);
        if let Some(left) = left {
            match own.last_mut() {
                Some(last) => last.1 = Some(left),
                None => spans.push((earlier(fields.created), Some(left))),
            }
        }
    }
    for gone in &file.gone {
        spans.extend(counted(&gone.counts, file.born, Some(gone.when)));
    }
    let mut before = 0;
    let mut changes: BTreeMap<Date, i32> = BTreeMap::new();
    for (from, to) in spans {
        match from {
            Some(day) => *changes.entry(to.map_or(day, |to| to.min(day))).or_default() += 1,
            None => before += 1,
        }
        if let Some(day) = to {
            *changes.entry(day).or_default() -= 1;
        }
    }
    Scope { before, changes: changes.into_iter().filter(|(_, change)| *change != 0).collect() }
}

/// The stretches of time in which a step counted. One that ended on a day that is not known was over before all that is.
fn counted(
    turns: &Turns<bool>,
    born: Moment,
    end: Option<Moment>,
) -> impl Iterator<Item = (Option<Date>, Option<Date>)> {
    let ends = turns.iter().skip(1).map(|turn| Some(turn.when)).chain([end]);
    turns.iter().zip(ends).filter(|(turn, _)| turn.what).filter_map(move |(turn, end)| {
        let from = turn.when.day.filter(|_| turn.when.at != born.at);
        match end {
            Some(end) => Some((from, Some(end.day?))),
            None => Some((from, None)),
        }
    })
}
