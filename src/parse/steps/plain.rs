//! Which fixes are plain: a fix stays with its remark only if the line, mended, says what it said before and what was
//! meant besides.
//!
//! Each reader of fields knows what it would rather have read; none of them knows the whole line. So the mended line is
//! read, and the two are compared: a date that would now go before another of its kind is no plain answer.

use std::ops::Range;

use super::{Item, Remark, StepLine};
use crate::model::{Code, Fields, State};

/// What stands at a range of a line, in bytes, and what should stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Replacement {
    pub(crate) range: Range<usize>,
    pub(crate) text: String,
}

/// So many fixes of a line are looked at: each costs reading the line again.
const MOST_TRIED: usize = 8;

/// What a line says, as far as it must not change.
pub(super) struct Said<'a> {
    /// The box and whether it is a checkpoint; none for a line that is neither step nor checkpoint.
    pub(super) kind: Option<(Option<State>, bool)>,
    pub(super) fields: Option<&'a Fields>,
    pub(super) remarks: &'a [Remark],
}

impl<'a> Said<'a> {
    fn of(item: &'a Item) -> Self {
        match item {
            Item::Step(step) => {
                let StepLine { state, checkpoint, fields, remarks, .. } = &**step;
                Said { kind: Some((Some(*state), *checkpoint)), fields: Some(fields), remarks }
            }
            Item::Plain(remark) => Said { kind: None, fields: None, remarks: remark.as_slice() },
        }
    }
}

/// Takes the fixes of an item's line back that are not plain.
pub(super) fn settle_item(line: &str, item: &mut Item, read: impl Fn(&str) -> Item) {
    let plain = plain(line, &Said::of(item), |line, test| test(&Said::of(&read(line))));
    let remarks = match item {
        Item::Step(step) => step.remarks.as_mut_slice(),
        Item::Plain(remark) => remark.as_mut_slice(),
    };
    retain(remarks, &plain);
}

/// Takes the fixes back that are not among `plain`, numbers of remarks.
pub(super) fn retain(remarks: &mut [Remark], plain: &[usize]) {
    for (number, remark) in remarks.iter_mut().enumerate() {
        remark.fix = remark.fix.take().filter(|_| plain.contains(&number));
    }
}

/// The remarks, by number, whose fixes are plain, each and all together. `read` reads a line and hands on what it says.
pub(super) fn plain(
    line: &str,
    before: &Said<'_>,
    read: impl Fn(&str, &dyn Fn(&Said<'_>) -> bool) -> bool,
) -> Vec<usize> {
    let mut plain = Vec::new();
    let fixable = before.remarks.iter().enumerate().filter(|(_, remark)| remark.fix.is_some());
    for (number, _) in fixable.take(MOST_TRIED) {
        plain.push(number);
        let mended = mended(line, plain.iter().filter_map(|number| before.remarks[*number].fix.as_ref()));
        let holds = mended.is_some_and(|mended| read(&mended, &|after| says_the_same(before, after, &plain)));
        if !holds {
            plain.pop();
        }
    }
    plain
}

/// The line with replacements made, which are in order; none if two of them meet.
fn mended<'a>(line: &str, fixes: impl Iterator<Item = &'a Replacement>) -> Option<String> {
    let mut mended = String::with_capacity(line.len() + 8);
    let mut at = 0;
    for fix in fixes {
        mended.push_str(line.get(at..fix.range.start)?);
        mended.push_str(&fix.text);
        at = fix.range.end;
    }
    mended.push_str(line.get(at..)?);
    Some(mended)
}

/// Whether a line says after the fixes of some remarks what it said before: those remarks are gone, every value that
/// was read is still there, and nothing new is to be said.
fn says_the_same(before: &Said<'_>, after: &Said<'_>, mended: &[usize]) -> bool {
    let (Some(fields), Some(kind)) = (after.fields, after.kind) else { return false };
    let Some(known) = before.fields else {
        // What was no step says for the first time what is wrong with its fields.
        return true;
    };
    let (gone, mut left): (Vec<_>, Vec<_>) =
        before.remarks.iter().enumerate().partition(|(number, _)| mended.contains(number));
    let was_told = |remark: &Remark, left: &mut Vec<(usize, &Remark)>| {
        let same = |(_, told): &(usize, &Remark)| told.code == remark.code && told.message == remark.message;
        left.iter().position(same).map(|at| left.swap_remove(at)).is_some()
    };
    let is_fine = |remark: &Remark| {
        remark.fix.is_some()
            || match remark.code {
                // A value that could not be read before may make no sense with others, or stand where Tasks does not
                // look: that is another matter, and told next.
                Code::DoneDateOnOpenStep | Code::CancelledDateOnOpenStep => true,
                Code::FieldNotTrailing => gone.iter().all(|(_, gone)| gone.code != Code::FieldNotTrailing),
                _ => false,
            }
    };
    before.kind == Some(kind)
        && keeps(known, fields)
        && after.remarks.iter().all(|remark| was_told(remark, &mut left) || is_fine(remark))
}

/// Whether every value that `before` has is the same in `after`.
fn keeps(before: &Fields, after: &Fields) -> bool {
    fn kept<T: PartialEq>(before: Option<&T>, after: Option<&T>) -> bool {
        before.is_none() || before == after
    }
    let Fields {
        done,
        cancelled,
        due,
        scheduled,
        start,
        created,
        priority,
        recurrence,
        on_completion,
        id,
        depends_on,
        estimate_minutes,
        tags,
        people,
        block_id,
    } = before;
    let dates = [
        (done, &after.done),
        (cancelled, &after.cancelled),
        (due, &after.due),
        (scheduled, &after.scheduled),
        (start, &after.start),
        (created, &after.created),
    ];
    let words = [(recurrence, &after.recurrence), (on_completion, &after.on_completion), (id, &after.id)];
    dates.iter().all(|(before, after)| kept(before.as_ref(), after.as_ref()))
        && words.iter().all(|(before, after)| kept(before.as_ref(), after.as_ref()))
        && kept(priority.as_ref(), after.priority.as_ref())
        && kept(estimate_minutes.as_ref(), after.estimate_minutes.as_ref())
        && (depends_on.is_empty() || *depends_on == after.depends_on)
        && *tags == after.tags
        && *people == after.people
        && *block_id == after.block_id
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::read_item;
    use super::*;

    /// The line with all its fixes made.
    fn fixed(line: &str) -> String {
        let item = read_item(line, &BTreeMap::new());
        let fixes = Said::of(&item).remarks.iter().filter_map(|remark| remark.fix.as_ref());
        mended(line, fixes).expect("fixes are apart")
    }

    #[track_caller]
    fn check(line: &str, expected: &str) {
        assert_eq!(fixed(line), expected, "{line}");
        if line != expected {
            assert_eq!(fixed(expected), expected, "once is enough");
        }
    }

    #[test]
    fn dates_are_written_out() {
        check("- [ ] a 📅 2026-1-5", "- [ ] a 📅 2026-01-05");
        check("- [ ] a 📅 2026/01/05 🛫2026.1.4 b", "- [ ] a 📅 2026-01-05 🛫2026-01-04 b");
        check("- [ ] a [due:: 2026-1-5] due:2026-1-5", "- [ ] a [due:: 2026-01-05] due:2026-1-5");
        check("- [ ] a ✅ 2026-1-5", "- [ ] a ✅ 2026-01-05");
        for kept in ["- [ ] a 📅 2026-1-32", "- [ ] a 📅 26-1-5", "- [ ] a 📅 tomorrow", "- [ ] a 📅 5.1.2026"]
        {
            check(kept, kept);
        }
    }

    #[test]
    fn a_date_that_would_go_before_another_is_left() {
        let kept = "- [ ] a 📅 2026-1-5 📅 2026-02-02";
        check(kept, kept);
        let kept = "- [ ] a 📅 2026-02-02 📅 2026-1-5";
        check(kept, kept);
    }

    #[test]
    fn rules_say_what_was_meant() {
        check("- [ ] a 🔁 weekly 📅 2026-01-05", "- [ ] a 🔁 every week 📅 2026-01-05");
        check("- [ ] a 🔁 Monthly when done", "- [ ] a 🔁 every month when done");
        check("- [ ] a 🔁 Every month on the 15", "- [ ] a 🔁 Every month on the 15th");
        check("- [ ] a [repeat:: every month on the 1]", "- [ ] a [repeat:: every month on the 1st]");
        for kept in ["- [ ] a 🔁 every second Friday", "- [ ] a 🔁 every week then x", "- [ ] a 🔁 every weekend"]
        {
            check(kept, kept);
        }
    }

    #[test]
    fn flags_and_boxes_and_spaces() {
        check("- [ ] 🏁 Launch 📅 2026-05-01", "- [ ] 🚩 Launch 📅 2026-05-01");
        check("- [ ] 🏁 delete", "- [ ] 🏁 delete");
        check("- [x ] a", "- [x] a");
        check("- [ x ] a", "- [x] a");
        check("- [  ] a", "- [ ] a");
        check("- [ ]a", "- [ ] a");
        check("- [X]a", "- [X] a");
        check("-[ ] a", "- [ ] a");
        check("-\u{a0}[ ] a", "- [ ] a");
        check("- [ ] a 📅\u{a0}2026-01-05", "- [ ] a 📅 2026-01-05");
        check("- [ ] a 📅\u{a0}\t2026-01-05", "- [ ] a 📅 2026-01-05");
        check("- [ ] a [due::\u{a0}2026-01-05]", "- [ ] a [due:: 2026-01-05]");
        for kept in ["- [ ](a)", "- [] a", "- [ab] a", "- [x ]: http://e", "- [ ] a 📅\u{a0}2026-01-05 b", "1.[ ] a"]
        {
            check(kept, kept);
        }
    }

    #[test]
    fn keys_are_written_as_tasks_reads_them() {
        check("- [ ] a [Due:: 2026-01-05]", "- [ ] a [due:: 2026-01-05]");
        check("- [ ] a (dependson:: b)", "- [ ] a (dependsOn:: b)");
        for kept in ["- [ ] a [Estimate:: 2h]", "- [ ] a [Due:: 2026-01-05] b", "- [ ] a [Done:: 2026-01-05]"] {
            check(kept, kept);
        }
    }

    #[test]
    fn many_fixes_of_a_line_cost_little() {
        let line = format!("- [ ] a{}", " 📅 2026-1-5".repeat(2_000));
        assert_eq!(fixed(&line).len(), line.len() + 2);
    }
}
