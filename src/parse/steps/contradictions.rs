//! Where the steps of one file contradict each other. What is between files (ids, and who waits for whom) is `site`'s.

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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

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
}
