//! Where the steps of one file contradict each other.
//!
//! Steps in other files may carry the ids that a step waits for, so ids that no step here has are none of its
//! business.

use std::collections::BTreeMap;

use crate::model::{Code, Severity, State, Step, Steps};

/// Something to say about the step on a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Contradiction {
    /// The line of the file, from 1.
    pub(crate) line: u32,
    pub(crate) code: Code,
    pub(crate) severity: Severity,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
}

impl Contradiction {
    fn of(step: &Step, code: Code, severity: Severity, message: impl Into<String>, help: &str) -> Self {
        Self { line: step.line, code, severity, message: message.into(), help: Some(help.to_owned()) }
    }
}

/// What does not go together, by line.
pub(crate) fn contradictions(steps: &Steps) -> Vec<Contradiction> {
    let mut found: Vec<Contradiction> = steps.items.iter().filter_map(due_before_start).collect();
    families(steps, &mut found);
    let by_id = ids(steps, &mut found);
    cycles(steps, &by_id, &mut found);
    found.sort_by_key(|contradiction| contradiction.line);
    found
}

fn due_before_start(step: &Step) -> Option<Contradiction> {
    let (start, due) = (step.fields.start?, step.fields.due?);
    let message = format!("the step is due on {due}, before it starts on {start}");
    let help = "move one of the two dates";
    (due < start).then(|| Contradiction::of(step, Code::DueBeforeStart, Severity::Warning, message, help))
}

/// What stands directly below a step.
#[derive(Clone, Copy, Default)]
struct Below {
    open: usize,
    done: usize,
    /// The line of the first open one.
    first_open: u32,
}

/// Parents whose boxes say otherwise than those of their children.
fn families(steps: &Steps, found: &mut Vec<Contradiction>) {
    let mut below = vec![Below::default(); steps.items.len()];
    for step in steps.items.iter().filter(|step| counts(step)) {
        let Some(below) = steps.step_above(step.parent).and_then(|parent| below.get_mut(parent)) else { continue };
        match step.state {
            State::Done => below.done += 1,
            State::Cancelled | State::Note => {}
            _ if below.open == 0 => *below = Below { open: 1, first_open: step.line, ..*below },
            _ => below.open += 1,
        }
    }
    for (step, below) in steps.items.iter().zip(below).filter(|(step, _)| counts(step)) {
        if step.state == State::Done && below.open > 0 {
            let steps = if below.open == 1 { "a step below it is" } else { "steps below it are" };
            let message = format!("the step is done, but {steps} open (line {})", below.first_open);
            let help = "tick what is done and cancel what is not wanted, or take the tick of this step back";
            found.push(Contradiction::of(step, Code::ParentDoneChildOpen, Severity::Warning, message, help));
        }
        if !step.state.is_settled() && below.open == 0 && below.done > 0 {
            let message = "all steps below this one are done, but its own box is not ticked";
            let help = "tick it, if nothing is left to do";
            found.push(Contradiction::of(step, Code::AllChildrenDone, Severity::Note, message, help));
        }
    }
}

/// Remarks are no steps, and practice is never done for good.
fn counts(step: &Step) -> bool {
    step.state != State::Note && step.fields.recurrence.is_none()
}

/// Steps by id; the first with an id has it.
fn ids<'a>(steps: &'a Steps, found: &mut Vec<Contradiction>) -> BTreeMap<&'a str, usize> {
    let mut by_id = BTreeMap::new();
    for (index, step) in steps.items.iter().enumerate() {
        let Some(id) = step.fields.id.as_deref() else { continue };
        let first = *by_id.entry(id).or_insert(index);
        if first != index {
            let message = format!("the id `{id}` is taken by the step on line {}", steps.items[first].line);
            let help = "give each step an id of its own";
            found.push(Contradiction::of(step, Code::DuplicateId, Severity::Warning, message, help));
        }
    }
    by_id
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Visit {
    Not,
    /// On the way from where the walk began to where it is.
    OnPath,
    Over,
}

/// Steps that wait for each other. Each step is named in one circle at most, however many go through it.
fn cycles(steps: &Steps, by_id: &BTreeMap<&str, usize>, found: &mut Vec<Contradiction>) {
    let mut visits = vec![Visit::Not; steps.items.len()];
    let mut named = vec![false; steps.items.len()];
    // Each entry is a step and how many of its dependencies were followed. A stack, for a chain can be of any length.
    let mut path: Vec<(usize, usize)> = Vec::new();
    for begin in 0..steps.items.len() {
        if visits[begin] == Visit::Not {
            visits[begin] = Visit::OnPath;
            path.push((begin, 0));
        }
        while let Some((step, followed)) = path.last_mut() {
            let step = *step;
            let Some(id) = steps.items[step].fields.depends_on.get(*followed) else {
                visits[step] = Visit::Over;
                path.pop();
                continue;
            };
            *followed += 1;
            let Some(&next) = by_id.get(id.as_str()) else { continue };
            match visits[next] {
                Visit::Not => {
                    visits[next] = Visit::OnPath;
                    path.push((next, 0));
                }
                Visit::OnPath if !named[next] => {
                    let from = path.iter().rposition(|(step, _)| *step == next).unwrap_or_default();
                    let members: Vec<usize> = path[from..].iter().map(|(step, _)| *step).collect();
                    if members.iter().all(|member| !named[*member]) {
                        found.push(cycle(steps, &members));
                    }
                    for member in members {
                        named[member] = true;
                    }
                }
                Visit::OnPath | Visit::Over => {}
            }
        }
    }
}

/// Of a longer circle, so many steps are named.
const MOST_NAMED: usize = 8;

fn cycle(steps: &Steps, members: &[usize]) -> Contradiction {
    // Told from the step that stands first in the file.
    let first = members.iter().enumerate().min_by_key(|(_, step)| **step).map_or(0, |(at, _)| at);
    let in_order: Vec<usize> = members[first..].iter().chain(&members[..first]).copied().collect();
    let name = |step: &usize| format!("`{}`", steps.items[*step].fields.id.as_deref().unwrap_or_default());
    let mut names: Vec<String> = in_order.iter().take(MOST_NAMED).map(name).collect();
    if in_order.len() > MOST_NAMED {
        names.push("…".into());
    }
    names.extend(in_order.first().map(name));
    let message = match members {
        [_] => format!("the step {} waits for itself", names[0]),
        _ => format!("steps wait for each other in a circle: {}", names.join(" → ")),
    };
    let help = "take one of the dependencies out, or none of these steps can ever begin";
    Contradiction::of(&steps.items[in_order[0]], Code::DependencyCycle, Severity::Warning, message, help)
}

#[cfg(test)]
mod tests {
    use super::super::{Item, read_item};
    use super::*;
    use crate::model::{Group, Parent};

    /// Steps of lines, nested by two spaces; an item without a box is a group.
    fn steps(text: &str) -> Steps {
        let mut steps = Steps::default();
        let mut above: Vec<Parent> = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            let item = line.trim_start();
            above.truncate((line.len() - item.len()) / 2);
            let parent = above.last().copied();
            let index = |of: usize| u32::try_from(of).expect("few steps");
            match read_item(item, &BTreeMap::new()) {
                Item::Step(read) => {
                    above.push(Parent::Step(index(steps.items.len())));
                    steps.items.push(Step {
                        state: read.state,
                        symbol: read.symbol,
                        important: read.important,
                        line: number,
                        plain: read.text.clone(),
                        text: read.text,
                        fields: read.fields,
                        checkpoint: read.checkpoint,
                        parent,
                        section: None,
                        list: 0,
                    });
                }
                Item::Plain(_) => {
                    above.push(Parent::Group(index(steps.groups.len())));
                    steps.groups.push(Group { text: item.to_owned(), parent, section: None });
                }
            }
        }
        steps
    }

    #[track_caller]
    fn check(text: &str, expected: &[(u32, &str)]) {
        let found = contradictions(&steps(text));
        let found: Vec<_> = found.iter().map(|found| (found.line, found.code.name())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn boxes_of_parents_and_children_are_compared() {
        check("- [x] p\n  - [ ] c", &[(1, "parent-done-child-open")]);
        check("- [x] p\n  - group\n    - [/] c\n    - [ ] d", &[(1, "parent-done-child-open")]);
        check("- [ ] p\n  - [x] a\n  - [x] b", &[(1, "all-children-done")]);
        check("- [ ] p\n  - [x] a\n  - [-] b", &[(1, "all-children-done")]);
        check("- [x] p\n  - [ ] a 🔁 every day\n  - [i] b", &[]);
        check("- [-] p\n  - [ ] a", &[]);
        check("- [ ] p\n  - [-] a\n  - [i] b", &[]);
    }

    #[test]
    fn dates_of_a_step_are_in_order() {
        check("- [ ] a 🛫 2026-01-05 📅 2026-01-04", &[(1, "due-before-start")]);
        check("- [ ] a 🛫 2026-01-05 📅 2026-01-05", &[]);
    }

    #[test]
    fn ids_are_unique_and_no_step_waits_for_itself() {
        let text = "- [ ] a 🆔 x\n- [ ] b 🆔 x\n- [ ] c ⛔ y\n- [ ] d 🆔 e ⛔ f\n- [ ] g 🆔 f ⛔ e";
        check(text, &[(2, "duplicate-id"), (4, "dependency-cycle")]);
        let found = contradictions(&steps(text));
        assert_eq!(found[1].message, "steps wait for each other in a circle: `e` → `f` → `e`");
        check("- [ ] a 🆔 a ⛔ a", &[(1, "dependency-cycle")]);
        check("- [ ] a 🆔 a ⛔ b,c\n- [ ] b 🆔 b ⛔ d\n- [ ] c 🆔 c ⛔ d\n- [ ] d 🆔 d", &[]);
        // Two circles through one step are told as one.
        check("- [ ] a 🆔 a ⛔ b,c\n- [ ] b 🆔 b ⛔ a\n- [ ] c 🆔 c ⛔ a", &[(1, "dependency-cycle")]);
    }

    #[test]
    fn a_long_circle_is_cut_short_and_needs_no_recursion() {
        let lines: Vec<String> = (0..20_000).map(|n| format!("- [ ] s 🆔 s{n} ⛔ s{}", (n + 1) % 20_000)).collect();
        let found = contradictions(&steps(&lines.join("\n")));
        assert_eq!(found.len(), 1);
        assert!(found[0].message.ends_with("`s7` → … → `s0`"), "{}", found[0].message);
    }
}
