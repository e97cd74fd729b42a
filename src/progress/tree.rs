//! How the steps of an entry stand under each other, worked out once.
//!
//! Steps are a flat list in document order, and groups, notes and checkpoints stand between them. Everything that
//! asks "what is above, what is below, who has settled it" asks here, and each question was answered in one pass
//! over the list: a list of any depth costs no recursion and no walk upwards.

use crate::model::{Parent, State, Step, Steps};

/// Whether the line is a step in the narrow sense: notes are remarks, and checkpoints are counted apart.
pub(super) fn is_step(step: &Step) -> bool {
    step.state != State::Note && !step.checkpoint
}

/// What stands above and below each step.
pub(super) struct Tree {
    /// The nearest item with a box above each, groups seen through.
    above: Vec<Option<usize>>,
    /// What the nearest settled item above each says of it.
    settled_above: Vec<Option<State>>,
    /// Whether any step, in the narrow sense, stands below each.
    has_steps_below: Vec<bool>,
    /// The last item below each, or itself.
    last_below: Vec<usize>,
    /// Whether each is a step, and none is below it.
    leaf: Vec<bool>,
}

impl Tree {
    /// Linear in the number of steps and groups. A parent that does not come first is no parent: the model promises
    /// document order, and a broken promise must not become an endless loop.
    pub(super) fn of(steps: &Steps) -> Self {
        let mut above_group: Vec<Option<usize>> = Vec::with_capacity(steps.groups.len());
        for group in &steps.groups {
            above_group.push(resolve(group.parent, &above_group));
        }
        let count = steps.items.len();
        let mut above = Vec::with_capacity(count);
        let mut settled_above: Vec<Option<State>> = Vec::with_capacity(count);
        for (index, step) in steps.items.iter().enumerate() {
            let parent = resolve(step.parent, &above_group).filter(|parent| *parent < index);
            above.push(parent);
            settled_above.push(parent.and_then(|parent| {
                let state = steps.items[parent].state;
                if state.is_settled() { Some(state) } else { settled_above[parent] }
            }));
        }
        let mut has_steps_below = vec![false; count];
        let mut last_below: Vec<usize> = (0..count).collect();
        for index in (0..count).rev() {
            if let Some(parent) = above[index] {
                has_steps_below[parent] |= is_step(&steps.items[index]) || has_steps_below[index];
                last_below[parent] = last_below[parent].max(last_below[index]);
            }
        }
        let leaf = steps.items.iter().zip(&has_steps_below).map(|(step, below)| is_step(step) && !below).collect();
        Self { above, settled_above, has_steps_below, last_below, leaf }
    }

    /// The nearest item with a box above.
    pub(super) fn above(&self, index: usize) -> Option<usize> {
        self.above[index]
    }

    /// Done or cancelled, if something above is: the nearest speaks.
    pub(super) fn settled_above(&self, index: usize) -> Option<State> {
        self.settled_above[index]
    }

    /// Whether steps stand below.
    pub(super) fn has_steps_below(&self, index: usize) -> bool {
        self.has_steps_below[index]
    }

    /// Whether it is a step with none below it. Recurring steps are leaves too.
    pub(super) fn is_leaf(&self, index: usize) -> bool {
        self.leaf[index]
    }

    /// Whether `lower` stands somewhere below `upper`.
    pub(super) fn is_below(&self, lower: usize, upper: usize) -> bool {
        upper < lower && lower <= self.last_below[upper]
    }
}

fn resolve(parent: Option<Parent>, above_group: &[Option<usize>]) -> Option<usize> {
    match parent? {
        Parent::Step(index) => Some(index as usize),
        Parent::Group(index) => above_group.get(index as usize).copied().flatten(),
    }
}
