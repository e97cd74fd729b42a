//! The ids of steps, and which step waits for which: over all files, for the id that a step names may be in another.

use std::collections::HashMap;

use super::at;
use crate::model::{Code, Diagnostic, Entry, Published, Spot, Step};

/// A step that has an id or waits for one.
#[derive(Clone, Copy)]
struct Node<'a> {
    entry: &'a Entry,
    step: &'a Step,
}

impl Node<'_> {
    fn problem(self, code: Code, message: String, help: &str) -> Diagnostic {
        // Where on its line it is, no later stage knows.
        let spot = Spot { line: self.step.line, column: 1, length: u32::MAX };
        at(self.entry, spot, code, message).help(help)
    }

    fn is_beside(self, other: Node<'_>) -> bool {
        self.entry.path == other.entry.path
    }
}

/// Ids that are there twice or not at all, and circles.
pub(crate) fn report(published: &Published, diagnostics: &mut Vec<Diagnostic>) {
    let nodes: Vec<Node<'_>> = published.entries().iter().flat_map(|entry| nodes(entry)).collect();
    let by_id = ids(&nodes, diagnostics);
    for node in &nodes {
        for id in node.step.fields.depends_on.iter().filter(|id| !published.has_step(id)) {
            let message = format!("the step waits for `{id}`, and no step has this id");
            let help = "give the step that is meant this id, or take the dependency out";
            diagnostics.push(node.problem(Code::UnknownDependency, message, help));
        }
    }
    cycles(&nodes, &by_id, diagnostics);
}

fn nodes(entry: &Entry) -> impl Iterator<Item = Node<'_>> {
    let takes_part = |step: &&Step| step.fields.id.is_some() || !step.fields.depends_on.is_empty();
    entry.steps.items.iter().filter(takes_part).map(move |step| Node { entry, step })
}

/// Steps by id; the first with an id, by path and line, has it.
fn ids<'a>(nodes: &[Node<'a>], diagnostics: &mut Vec<Diagnostic>) -> HashMap<&'a str, usize> {
    let mut by_id = HashMap::new();
    for (index, node) in nodes.iter().enumerate() {
        let Some(id) = node.step.fields.id.as_deref() else { continue };
        let first = *by_id.entry(id).or_insert(index);
        if first != index {
            let first = nodes[first];
            let file = if node.is_beside(first) { String::new() } else { format!(" of `{}`", first.entry.path) };
            let message = format!("the id `{id}` is taken by the step on line {}{file}", first.step.line);
            diagnostics.push(node.problem(Code::DuplicateId, message, "give each step an id of its own"));
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
fn cycles(nodes: &[Node<'_>], by_id: &HashMap<&str, usize>, diagnostics: &mut Vec<Diagnostic>) {
    let mut visits = vec![Visit::Not; nodes.len()];
    let mut named = vec![false; nodes.len()];
    // Each entry is a step and how many of its dependencies were followed. A stack, for a chain can be of any length.
    let mut path: Vec<(usize, usize)> = Vec::new();
    for begin in 0..nodes.len() {
        if visits[begin] == Visit::Not {
            visits[begin] = Visit::OnPath;
            path.push((begin, 0));
        }
        while let Some((node, followed)) = path.last_mut() {
            let node = *node;
            let Some(id) = nodes[node].step.fields.depends_on.get(*followed) else {
                visits[node] = Visit::Over;
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
                    let from = path.iter().rposition(|(node, _)| *node == next).unwrap_or_default();
                    let members: Vec<usize> = path[from..].iter().map(|(node, _)| *node).collect();
                    if members.iter().all(|member| !named[*member]) {
                        diagnostics.push(cycle(nodes, &members));
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

fn cycle(nodes: &[Node<'_>], members: &[usize]) -> Diagnostic {
    // Told from the step that stands first in the journal.
    let first = members.iter().enumerate().min_by_key(|(_, node)| **node).map_or(0, |(at, _)| at);
    let in_order: Vec<Node<'_>> = members[first..].iter().chain(&members[..first]).map(|node| nodes[*node]).collect();
    let told_from = in_order[0];
    let name = |node: &Node<'_>| {
        let id = node.step.fields.id.as_deref().unwrap_or_default();
        if node.is_beside(told_from) { format!("`{id}`") } else { format!("`{id}` ({})", node.entry.path) }
    };
    let mut names: Vec<String> = in_order.iter().take(MOST_NAMED).map(name).collect();
    if in_order.len() > MOST_NAMED {
        names.push("…".into());
    }
    names.push(name(&told_from));
    let message = match members {
        [_] => format!("the step {} waits for itself", names[0]),
        _ => format!("steps wait for each other in a circle: {}", names.join(" → ")),
    };
    let help = "take one of the dependencies out, or none of these steps can ever begin";
    told_from.problem(Code::DependencyCycle, message, help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Audience, Digest, Document, Settings, SourcePath};

    /// The codes, files and lines of what is told of files with these texts.
    fn told(files: &[(&str, &str)]) -> Vec<Diagnostic> {
        let settings = Settings::default();
        let parse = |(path, text): &(&str, &str)| {
            let path = SourcePath::new(path).expect("a path");
            let parsed = crate::parse::parse(&path, text, &settings, Digest::default());
            (path, parsed.document)
        };
        let documents: Vec<(SourcePath, Document)> = files.iter().map(parse).collect();
        let documents = documents.iter().map(|(path, document)| (path, document));
        let mut diagnostics = Vec::new();
        report(&Published::of(documents, std::iter::empty(), Audience::Writer), &mut diagnostics);
        diagnostics.sort();
        diagnostics
    }

    #[track_caller]
    fn check(files: &[(&str, &str)], expected: &[(&str, u32, &str)]) {
        let diagnostics = told(files);
        let line = |problem: &Diagnostic| problem.place.as_ref().map_or(0, |place| place.line);
        let found: Vec<_> =
            diagnostics.iter().map(|problem| (problem.path.as_str(), line(problem), problem.code.name())).collect();
        assert_eq!(found, expected, "{files:?}");
    }

    #[test]
    fn ids_are_unique_and_no_step_waits_for_itself() {
        let text = "- [ ] a 🆔 x\n- [ ] b 🆔 x\n- [ ] c ⛔ y\n- [ ] d 🆔 e ⛔ f\n- [ ] g 🆔 f ⛔ e";
        let expected =
            [("a.md", 2, "duplicate-id"), ("a.md", 3, "unknown-dependency"), ("a.md", 4, "dependency-cycle")];
        check(&[("a.md", text)], &expected);
        assert_eq!(told(&[("a.md", text)])[2].message, "steps wait for each other in a circle: `e` → `f` → `e`");
        check(&[("a.md", "- [ ] a 🆔 a ⛔ a")], &[("a.md", 1, "dependency-cycle")]);
        check(&[("a.md", "- [ ] a 🆔 a ⛔ b,c\n- [ ] b 🆔 b ⛔ d\n- [ ] c 🆔 c ⛔ d\n- [ ] d 🆔 d")], &[]);
        // Two circles through one step are told as one.
        let two = "- [ ] a 🆔 a ⛔ b,c\n- [ ] b 🆔 b ⛔ a\n- [ ] c 🆔 c ⛔ a";
        check(&[("a.md", two)], &[("a.md", 1, "dependency-cycle")]);
    }

    #[test]
    fn ids_and_circles_reach_over_files() {
        let files = [("a.md", "- [ ] a 🆔 a ⛔ b"), ("b.md", "- [ ] x\n- [ ] b 🆔 b ⛔ a"), ("c.md", "- [ ] c 🆔 b")];
        check(&files, &[("a.md", 1, "dependency-cycle"), ("c.md", 1, "duplicate-id")]);
        let told = told(&files);
        assert_eq!(told[0].message, "steps wait for each other in a circle: `a` → `b` (b.md) → `a`");
        assert_eq!(told[1].message, "the id `b` is taken by the step on line 2 of `b.md`");
        check(&[("a.md", "- [ ] a ⛔ b"), ("b.md", "- [ ] b 🆔 b")], &[]);
        check(
            &[("a.md", "- [ ] a ⛔ b"), ("b.md", "---\nvisibility: sometimes\n---\n- [ ] b 🆔 b")],
            &[("a.md", 1, "unknown-dependency")],
        );
    }

    #[test]
    fn a_long_circle_is_cut_short_and_needs_no_recursion() {
        let lines: Vec<String> = (0..20_000).map(|n| format!("- [ ] s 🆔 s{n} ⛔ s{}", (n + 1) % 20_000)).collect();
        let found = told(&[("a.md", &lines.join("\n"))]);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.ends_with("`s7` → … → `s0`"), "{}", found[0].message);
    }
}
