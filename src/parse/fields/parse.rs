//! YAML, TOML and JSON become one tree. The only user of `serde_yaml`.

use std::ops::Range;

use serde_yaml::Value;

use super::super::source::Source;
use super::super::split::Format;
use super::locate::Locator;
use super::{Content, Field, Node};
use crate::model::{Code, Diagnostic, Severity};

/// The longest block that is read, in bytes: front matter is a few lines, and some parsers take time that grows
/// faster than their input.
const LONGEST: usize = 64 << 10;
/// The deepest nesting that is read.
const DEEPEST: usize = 64;

/// Reads a block into its fields.
///
/// # Errors
/// The one problem that keeps the block from being read, at its place in the file.
pub(in crate::parse) fn parse(
    source: &Source<'_>,
    block: Range<usize>,
    format: Format,
) -> Result<Vec<Field>, Diagnostic> {
    let text = &source.text[block.clone()];
    let refuse = |range: Range<usize>, message: String, help: &str| {
        source.diagnostic(Code::BadFrontMatter, Severity::Error, range, message).help(help)
    };
    if text.len() > LONGEST {
        let message = format!("{} KiB of keys are more than can be read", text.len() >> 10);
        return Err(refuse(block.start..block.start + 1, message, "write what is long into the body"));
    }
    if let Some(deep) = too_deep(text) {
        let at = block.start + deep;
        return Err(refuse(at..at + 1, "brackets are nested too deep".to_owned(), "write it flatter"));
    }
    match format {
        Format::Yaml => yaml(source, block),
        Format::Json => json(source, block),
        Format::Toml => toml(source, block),
    }
}

/// Where brackets are nested deeper than is read.
fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return Some(at);
        }
    }
    None
}

fn yaml(source: &Source<'_>, block: Range<usize>) -> Result<Vec<Field>, Diagnostic> {
    let text = &source.text[block.clone()];
    let value: Value = match serde_yaml::from_str(text) {
        Ok(value) => value,
        Err(error) => return Err(yaml_problem(source, block, &error)),
    };
    match value {
        Value::Null => Ok(Vec::new()),
        Value::Mapping(_) => {
            let content = content_of_yaml(value);
            Ok(Locator::new(text, block.start).fields(content))
        }
        other => {
            let start = block.start + text.find(|c: char| !c.is_whitespace()).unwrap_or_default();
            let end = source.line_range(source.line_at(start)).end;
            let what = if other.is_sequence() { "a list" } else { "text" };
            let message = format!("there is {what} where `key: value` lines are expected");
            Err(source
                .diagnostic(Code::BadFrontMatter, Severity::Error, start..end, message)
                .help("write one `key: value` on each line, with a space behind the colon"))
        }
    }
}

/// What is wrong with YAML, in words for people who write and do not program.
fn yaml_problem(source: &Source<'_>, block: Range<usize>, error: &serde_yaml::Error) -> Diagnostic {
    let text = &source.text[block.clone()];
    if let Some((key, range)) = duplicate_key(text) {
        let range = block.start + range.start..block.start + range.end;
        return source
            .diagnostic(Code::DuplicateKey, Severity::Error, range, format!("`{key}` is here twice"))
            .help("keep one of the two; a list holds several values");
    }
    let index = error.location().map_or(0, |location| location.index()).min(text.len());
    let index = (0..=index).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let line =
        source.line_range(source.line_at((block.start + index).min(block.end.saturating_sub(1).max(block.start))));
    let line_text = &source.text[line.clone()];
    let (offset, help) = yaml_help(line_text);
    let start = offset.map_or_else(|| (block.start + index).clamp(line.start, line.end), |offset| line.start + offset);
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or(&message).to_owned();
    source
        .diagnostic(Code::BadFrontMatter, Severity::Error, start..line.end, format!("this is not YAML: {message}"))
        .help(help)
}

/// Where on the line the usual mistakes are, and how to mend them.
fn yaml_help(line: &str) -> (Option<usize>, String) {
    if let Some(tab) = line.find('\t').filter(|tab| line[..*tab].trim().is_empty()) {
        return (Some(tab), "indent with spaces: YAML does not take tabs".to_owned());
    }
    let value = line.split_once(": ").map(|(key, value)| (key.len() + 2, value.trim()));
    match value {
        Some((at, value)) if value.starts_with(['@', '`', '%', '*', '&', '!']) => (
            Some(at),
            format!("`{}` means something in YAML at the start of a value: put quotes round it", &value[..1]),
        ),
        Some((at, value)) if value.contains('@') && value.starts_with('[') => {
            (Some(at), "`@` means something in YAML: put quotes round each name, as [\"@ana\"]".to_owned())
        }
        Some((at, value)) if value.contains(": ") => {
            (Some(at), format!("put quotes round a value that has a colon: \"{}\"", value.trim_matches('"')))
        }
        _ => (None, "write `key: value`, with quotes round a value that has a colon, a `#` or brackets".to_owned()),
    }
}

/// The second of two equal keys at the start of lines of the same indentation, in the same map.
fn duplicate_key(text: &str) -> Option<(String, Range<usize>)> {
    let mut seen: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let trimmed = line.trim_start();
        let indent = line.len() - trimmed.len();
        let Some((key, rest)) = trimmed.split_once(':') else { continue };
        if key.is_empty()
            || key.starts_with(['#', '-', '"', '\''])
            || !(rest.is_empty() || rest.starts_with([' ', '\n', '\r']))
        {
            if key.starts_with('-') {
                seen.retain(|(deep, _)| *deep <= indent);
            }
            continue;
        }
        seen.retain(|(deep, _)| *deep <= indent);
        let key_start = start + indent;
        if seen.contains(&(indent, key)) {
            return Some((key.to_owned(), key_start..key_start + key.len()));
        }
        seen.push((indent, key));
    }
    None
}

/// YAML's value without places; they are put in afterwards.
fn content_of_yaml(value: Value) -> Content {
    match value {
        Value::Null => Content::Null,
        Value::Bool(flag) => Content::Bool(flag),
        Value::Number(number) => match number.as_i64() {
            Some(integer) => Content::Integer(integer),
            None => Content::Float(number.as_f64().unwrap_or(f64::NAN)),
        },
        Value::String(text) => Content::Text(text),
        Value::Sequence(list) => Content::List(list.into_iter().map(unplaced).collect()),
        Value::Mapping(map) => Content::Map(
            map.into_iter()
                .map(|(key, value)| Field { key: key_text(key), at: 0..0, value: unplaced(value) })
                .collect(),
        ),
        Value::Tagged(tagged) => content_of_yaml(tagged.value),
    }
}

fn unplaced(value: Value) -> Node {
    Node { range: 0..0, content: content_of_yaml(value) }
}

fn key_text(key: Value) -> String {
    match key {
        Value::String(text) => text,
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

fn json(source: &Source<'_>, block: Range<usize>) -> Result<Vec<Field>, Diagnostic> {
    let text = &source.text[block.clone()];
    let value: serde_json::Value = serde_json::from_str(text).map_err(|error| {
        let lines: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        let at = (block.start + lines + error.column().saturating_sub(1)).min(block.end.saturating_sub(1));
        let at = (block.start..=at).rev().find(|at| source.text.is_char_boundary(*at)).unwrap_or(block.start);
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or(&message).to_owned();
        source
            .diagnostic(Code::BadFrontMatter, Severity::Error, at..at + 1, format!("this is not JSON: {message}"))
            .help("keys and text stand in double quotes, with commas between")
    })?;
    Ok(Locator::new(text, block.start).fields(content_of_json(value)))
}

fn content_of_json(value: serde_json::Value) -> Content {
    let node = |value| Node { range: 0..0, content: content_of_json(value) };
    match value {
        serde_json::Value::Null => Content::Null,
        serde_json::Value::Bool(flag) => Content::Bool(flag),
        serde_json::Value::Number(number) => match number.as_i64() {
            Some(integer) => Content::Integer(integer),
            None => Content::Float(number.as_f64().unwrap_or(f64::NAN)),
        },
        serde_json::Value::String(text) => Content::Text(text),
        serde_json::Value::Array(list) => Content::List(list.into_iter().map(node).collect()),
        serde_json::Value::Object(map) => {
            Content::Map(map.into_iter().map(|(key, value)| Field { key, at: 0..0, value: node(value) }).collect())
        }
    }
}

fn toml(source: &Source<'_>, block: Range<usize>) -> Result<Vec<Field>, Diagnostic> {
    let text = &source.text[block.clone()];
    let table = toml::de::DeTable::parse(text).map_err(|error| {
        let span = error.span().unwrap_or(0..1);
        let range = block.start + span.start..block.start + span.end.max(span.start + 1).min(text.len());
        let code = if error.message().contains("duplicate key") { Code::DuplicateKey } else { Code::BadFrontMatter };
        source
            .diagnostic(code, Severity::Error, range, format!("this is not TOML: {}", error.message()))
            .help("write `key = value`, with text in double quotes")
    })?;
    Ok(toml_fields(table.get_ref(), block.start))
}

fn toml_fields(table: &toml::de::DeTable<'_>, start: usize) -> Vec<Field> {
    let place = |span: Range<usize>| start + span.start..start + span.end;
    let mut fields: Vec<Field> = table
        .iter()
        .map(|(key, value)| Field {
            key: key.get_ref().to_string(),
            at: place(key.span()),
            value: Node { range: place(value.span()), content: toml_content(value.get_ref(), start) },
        })
        .collect();
    // The table is in the order of its keys; a file is in the order of its lines.
    fields.sort_by_key(|field| field.at.start);
    fields
}

fn toml_content(value: &toml::de::DeValue<'_>, start: usize) -> Content {
    use toml::de::DeValue;
    match value {
        DeValue::String(text) => Content::Text(text.to_string()),
        DeValue::Integer(number) => i64::from_str_radix(&number.as_str().replace('_', ""), number.radix())
            .map_or_else(|_| Content::Text(number.as_str().to_owned()), Content::Integer),
        DeValue::Float(number) => number
            .as_str()
            .replace('_', "")
            .parse()
            .map_or_else(|_| Content::Text(number.as_str().to_owned()), Content::Float),
        DeValue::Boolean(flag) => Content::Bool(*flag),
        DeValue::Datetime(moment) => Content::Text(moment.to_string()),
        DeValue::Array(list) => Content::List(
            list.iter()
                .map(|value| {
                    let span = value.span();
                    Node { range: start + span.start..start + span.end, content: toml_content(value.get_ref(), start) }
                })
                .collect(),
        ),
        DeValue::Table(table) => Content::Map(toml_fields(table, start)),
    }
}
