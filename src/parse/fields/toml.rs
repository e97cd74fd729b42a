//! TOML front matter: the same tree, with the places that the parser tells.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::meaning::Fault;
use super::{Content, Node, Pair};

/// Reads TOML that begins at `start` of the file.
pub(super) fn read(text: &str, start: usize) -> Result<Node, Fault> {
    match DeTable::parse(text) {
        Ok(table) => Ok(Node { content: map(table.get_ref(), start), range: start..start, exact: false }),
        Err(error) => Err(Fault {
            at: error.span().map(|span| span.start),
            message: error.message().lines().collect::<Vec<_>>().join("; "),
            context_line: None,
        }),
    }
}

fn map(table: &DeTable<'_>, start: usize) -> Content {
    let mut pairs: Vec<Pair> = table
        .iter()
        .map(|(key, value)| Pair {
            key: key.get_ref().clone().into_owned(),
            place: moved(&key.span(), start),
            value: node(value, start),
        })
        .collect();
    pairs.sort_by_key(|pair| pair.place.start);
    Content::Map(pairs)
}

fn node(value: &Spanned<DeValue<'_>>, start: usize) -> Node {
    let content = match value.get_ref() {
        DeValue::String(text) => Content::Text(text.clone().into_owned()),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map_or_else(|_| Content::Text(number.as_str().to_owned()), Content::Integer),
        DeValue::Float(number) => {
            number.as_str().parse().map_or_else(|_| Content::Text(number.as_str().to_owned()), Content::Float)
        }
        DeValue::Boolean(value) => Content::Bool(*value),
        DeValue::Datetime(date) => Content::Text(date.to_string()),
        DeValue::Array(items) => Content::List(items.iter().map(|item| node(item, start)).collect()),
        DeValue::Table(table) => map(table, start),
    };
    Node { content, range: moved(&value.span(), start), exact: true }
}

fn moved(range: &Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Value;

    #[test]
    fn values_know_their_bytes() {
        let text = "+++\nb = 2\na = 2026-03-01\n[c]\nd = ['é', 1.5]\n";
        let Content::Map(pairs) = read(&text[4..], 4).expect("TOML").content else { panic!("a map") };
        let told: Vec<_> = pairs.iter().map(|pair| (&text[pair.place.clone()], pair.value.value())).collect();
        assert_eq!(told[..2], [("b", Value::Integer(2)), ("a", Value::Text("2026-03-01".into()))]);
        assert_eq!(&text[pairs[1].value.range.clone()], "2026-03-01");
        let fault = read("a = 1\na = 2\n", 0).expect_err("a duplicate");
        assert_eq!((fault.at, fault.message.as_str()), (Some(6), "duplicate key"));
    }
}
