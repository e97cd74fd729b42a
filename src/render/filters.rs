//! Filters and functions: how a date, a number and a message read in the language of the site.
//!
//! Each is a pure function of its value, its arguments and the language. None looks anything else up, so a page
//! depends on its view, its templates and its language and on nothing else.

#![expect(clippy::needless_pass_by_value, reason = "the engine hands values and arguments over by value")]

use std::sync::Arc;

use pulldown_cmark_escape::escape_html;
use tera::{Error, Kwargs, State, StringInput, Tera, TeraResult, Value};

use crate::language::{DateStyle, Language, Word};
use crate::model::{Date, Month, parse_date};

/// Adds them; it has to be done before templates are added, which are checked for the names they use.
pub(super) fn register(tera: &mut Tera, language: &Arc<Language>) {
    let words = || Arc::clone(language);
    let language = words();
    tera.register_filter("day", move |text: &str, arguments: Kwargs, _: &State| day(&language, text, &arguments));
    let language = words();
    tera.register_filter("time", move |text: &str, arguments: Kwargs, _: &State| time(&language, text, &arguments));
    let language = words();
    tera.register_filter("month_name", move |number: i64, arguments: Kwargs, _: &State| {
        month_name(&language, number, &arguments)
    });
    let language = words();
    tera.register_filter("number", move |value: Value, _: Kwargs, _: &State| number(&language, &value));
    let language = words();
    tera.register_filter("mean", move |number: i64, _: Kwargs, _: &State| mean(&language, number));
    let language = words();
    tera.register_function("say", move |arguments: Kwargs, _: &State| say(&language, &arguments));
    tera.register_filter("share", share);
    tera.register_filter("tenths", |number: i64, _: Kwargs, _: &State| tenths(number));
    tera.register_filter("initial", initial);
    tera.register_filter("json", json);
}

/// A date (`YYYY-MM-DD`) as people write it. `style`:
///
/// - `long` (the default) `22 November 2026`, `short` `22 Nov 2026`, `near` `Sun 22 Nov 2026`, `weekday`
///   `Sunday 22 November 2026`, `month` `November 2026`; with `year`, a number or a date, that year is left out;
/// - `full` `Sunday 22 November 2026`, whatever the year; `list` `22 Sun`; `number` `22`; `name` `Sunday`.
fn day(language: &Language, text: &str, arguments: &Kwargs) -> TeraResult<String> {
    let date = parse_date(text).map_err(|_| Error::message(format!("`{text}` is not a date (YYYY-MM-DD)")))?;
    let year = match arguments.get::<Value>("year")? {
        Some(given) if same_year(date, &given) => Some(date.year()),
        _ => None,
    };
    Ok(match arguments.get::<&str>("style")?.unwrap_or("long") {
        "long" => language.date(date, DateStyle::Long, year),
        "near" => language.date(date, DateStyle::Near, year),
        "short" => language.date(date, DateStyle::Short, year),
        "weekday" => language.date(date, DateStyle::Weekday, year),
        "full" => language.date(date, DateStyle::Weekday, None),
        "month" if year.is_some() => language.month_name(date.month()).to_owned(),
        "month" => language.month(Month::of(date)),
        "list" => language.day_in_list(date),
        "number" => date.day().to_string(),
        "name" => language.weekday_name(date).to_owned(),
        other => return Err(Error::message(format!("`{other}` is not a style of `day`"))),
    })
}

/// The same within `<time>`.
fn time(language: &Language, text: &str, arguments: &Kwargs) -> TeraResult<Value> {
    let written = escaped(&day(language, text, arguments)?);
    Ok(Value::safe_string(&format!(r#"<time datetime="{text}">{written}</time>"#)))
}

/// A year is given as a number, or as a date that lies in it.
fn same_year(date: Date, given: &Value) -> bool {
    given.as_i64().map_or_else(
        || given.as_str().and_then(|text| parse_date(text).ok()).is_some_and(|other| other.year() == date.year()),
        |year| year == i64::from(date.year()),
    )
}

/// The name of a month, 1 to 12: `November`; with `year`, that month of it: `November 2026`.
fn month_name(language: &Language, number: i64, arguments: &Kwargs) -> TeraResult<String> {
    match (i8::try_from(number), arguments.get::<i16>("year")?) {
        (Ok(month @ 1..=12), Some(year)) => Ok(language.month(Month { year, month })),
        (Ok(month @ 1..=12), None) => Ok(language.month_name(month).to_owned()),
        _ => Err(Error::message(format!("`{number}` is not a month (1 to 12)"))),
    }
}

/// `80000` as `80,000`, `0.5` as `0.5`.
fn number(language: &Language, value: &Value) -> TeraResult<String> {
    if value.is_number() {
        Ok(language.number(&value.to_string()))
    } else {
        Err(Error::message(format!("`number` takes a number, not {}", value.name())))
    }
}

/// `42` as `4.2`, as the language writes it: means are kept in tenths, so that views hold integers only.
fn mean(language: &Language, number: i64) -> String {
    language.number(&tenths(number))
}

/// Tenths of a pixel as an attribute of SVG takes them in every language: `335` as `33.5`.
fn tenths(number: i64) -> String {
    format!("{}.{}", number / 10, (number % 10).abs())
}

/// A message of the language with what it is filled with: `say(name="tally", done=3, total=8)`. Numbers choose the
/// plural, safe strings stay as they are, all else is escaped. With `count`, the message can say it as a word, too.
fn say(language: &Language, arguments: &Kwargs) -> TeraResult<Value> {
    let name = arguments.must_get::<&str>("name")?;
    if !language.has(name) {
        return Err(Error::message(format!("there is no message `{name}` in the words of the site")));
    }
    let filled = arguments.iter().filter_map(|(key, value)| Some((key.as_str()?, value)));
    let words: Vec<(&str, Word<'_>)> = filled
        .filter(|(key, _)| *key != "name")
        .map(|(key, value)| {
            let word = match (value.as_i64(), value.as_str()) {
                (Some(number), _) => Word::Number(number),
                (None, Some(text)) if value.is_safe() => text.into(),
                (None, Some(text)) => escaped(text).into(),
                (None, None) => escaped(&value.to_string()).into(),
            };
            (key, word)
        })
        .collect();
    Ok(Value::safe_string(&language.say_html(name, &language.with_spelled(words))))
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    // Writing to a string does not fail.
    let _ = escape_html(&mut safe, text);
    safe
}

/// Hundredths of a percent as an attribute of SVG takes them: `6536` as `65.36%`.
fn share(number: i64, _: Kwargs, _: &State) -> String {
    format!("{}.{:02}%", number / 100, (number % 100).abs())
}

/// The first letter large, the others as they are. What was safe stays so.
fn initial(text: StringInput, _: Kwargs, _: &State) -> Value {
    let mut letters = text.as_str().chars();
    let large = letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect());
    text.inherit_safety(large)
}

/// A value as JSON that can stand in a `<script>`: nothing in it can end the element.
fn json(value: Value, _: Kwargs, _: &State) -> TeraResult<Value> {
    let failed = |error: serde_json::Error| Error::message(format!("no JSON: {error}"));
    let mut json = serde_json::to_value(&value).map_err(failed)?;
    // The engine's maps have no order of their own.
    json.sort_all_objects();
    let text = serde_json::to_string(&json).map_err(failed)?;
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            '\u{2028}' => safe.push_str("\\u2028"),
            '\u{2029}' => safe.push_str("\\u2029"),
            other => safe.push(other),
        }
    }
    Ok(Value::safe_string(&safe))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(expression: &str, expected: &str) {
        check_in("en", expression, expected);
    }

    #[track_caller]
    fn check_in(language: &str, expression: &str, expected: &str) {
        let mut tera = Tera::new();
        register(&mut tera, &Arc::new(Language::new(language, None).0));
        tera.add_raw_template("x.html", &format!("{{{{ {expression} }}}}")).unwrap();
        assert_eq!(tera.render("x.html", &tera::Context::new()).unwrap(), expected, "{expression}");
    }

    #[test]
    fn dates_are_written_as_people_write_them() {
        check(r#""2026-11-22" | day"#, "22 November 2026");
        check(r#""2026-11-22" | day(year=2026)"#, "22 November");
        check(r#""2026-11-22" | day(year="2026-01-01")"#, "22 November");
        check(r#""2026-11-02" | day(style="short")"#, "2 Nov 2026");
        check(r#""2026-11-22" | day(style="short", year=2026)"#, "22 Nov");
        check(r#""2025-11-22" | day(style="short", year=2026)"#, "22 Nov 2025");
        check(r#""2026-11-22" | day(style="short", year=none)"#, "22 Nov 2026");
        check(r#""2026-11-02" | day(style="near", year=2026)"#, "Mon 2 Nov");
        check(r#""2026-11-22" | day(style="weekday", year=2026)"#, "Sunday 22 November");
        check(r#""2026-11-22" | day(style="full", year=2026)"#, "Sunday 22 November 2026");
        check(r#""2026-11-22" | day(style="month")"#, "November 2026");
        check(r#""2026-11-22" | day(style="list")"#, "22 Sun");
        check(r#""2026-11-22" | time(style="number")"#, r#"<time datetime="2026-11-22">22</time>"#);
    }

    #[test]
    fn numbers_are_written_as_people_write_them() {
        for (number, expected) in [
            ("0", "0"),
            ("999", "999"),
            ("1000", "1,000"),
            ("1234567", "1,234,567"),
            ("-1000", "-1,000"),
            ("63400.5", "63,400.5"),
        ] {
            check(&format!("{number} | number"), expected);
        }
        check("42 | mean", "4.2");
        check("335 | tenths", "33.5");
        check("6536 | share", "65.36%");
        check("10000 | share", "100.00%");
        check("11 | month_name", "November");
        check("11 | month_name(year=2026)", "November 2026");
        check(r#""on track" | initial"#, "On track");
        check(r#""" | initial"#, "");
    }

    #[test]
    fn people_read_numbers_in_their_language_and_browsers_in_their_own() {
        check_in("de", "42 | mean", "4,2");
        check_in("de", "63400.5 | number", "63.400,5");
        check_in("de", "335 | tenths", "33.5");
        check_in("de", "6536 | share", "65.36%");
    }

    #[test]
    fn messages_are_filled_and_what_fills_them_is_escaped() {
        check(r#"say(name="count_steps", count=1)"#, "1 step");
        check(r#"say(name="some_ideas", count=3)"#, "three ideas");
        check(
            r#"say(name="list_two", one="<b>", two="2026-11-22" | time(style="number"))"#,
            r#"&lt;b&gt; and <time datetime="2026-11-22">22</time>"#,
        );
    }

    #[test]
    fn json_cannot_end_a_script() {
        check(r#"{"a": "</script>&"} | json"#, r#"{"a":"\u003c/script\u003e\u0026"}"#);
        check(r#"{"c": 1, "b": {"z": 1, "y": 2}, "a": 2} | json"#, r#"{"a":2,"b":{"y":2,"z":1},"c":1}"#);
    }
}
