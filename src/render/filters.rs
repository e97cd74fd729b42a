//! Filters: how a date, a number and a count read in English. All words that are not in a template are here.
//!
//! Each is a pure function of its value and its arguments. None looks anything up, so a page depends on its view and
//! its templates and on nothing else.

#![expect(clippy::needless_pass_by_value, reason = "the engine hands values and arguments over by value")]

use tera::{Error, Kwargs, State, StringInput, Tera, TeraResult, Value};

use crate::model::{Date, Weekday, month_name, parse_date};

/// Adds the filters; it has to be done before templates are added, which are checked for the names they use.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("day", day);
    tera.register_filter("time", time);
    tera.register_filter("month_name", month);
    tera.register_filter("number", number);
    tera.register_filter("count", count);
    tera.register_filter("tenths", tenths);
    tera.register_filter("share", share);
    tera.register_filter("initial", initial);
    tera.register_filter("json", json);
}

/// A date (`YYYY-MM-DD`) as people write it. `style`:
///
/// - `long` (the default) `22 November 2026`, `short` `22 Nov 2026`, `near` `Sun 22 Nov 2026`, `weekday`
///   `Sunday 22 November 2026`, `month` `November 2026`; with `year`, a number or a date, that year is left out;
/// - `full` `Sunday 22 November 2026`, whatever the year; `list` `22 Sun`; `number` `22`; `name` `Sunday`.
fn day(text: &str, arguments: Kwargs, _: &State) -> TeraResult<String> {
    written(text, &arguments)
}

/// The same within `<time>`.
fn time(text: &str, arguments: Kwargs, _: &State) -> TeraResult<Value> {
    Ok(Value::safe_string(&format!(r#"<time datetime="{text}">{}</time>"#, written(text, &arguments)?)))
}

fn written(text: &str, arguments: &Kwargs) -> TeraResult<String> {
    let date = parse_date(text).map_err(|_| Error::message(format!("`{text}` is not a date (YYYY-MM-DD)")))?;
    let month = month_name(date.month());
    let year = match arguments.get::<Value>("year")? {
        Some(given) if same_year(date, &given) => String::new(),
        _ => format!(" {}", date.year()),
    };
    Ok(match arguments.get::<&str>("style")?.unwrap_or("long") {
        "long" => format!("{} {month}{year}", date.day()),
        "near" => format!("{} {} {}{year}", &weekday(date)[..3], date.day(), &month[..3]),
        "short" => format!("{} {}{year}", date.day(), &month[..3]),
        "weekday" => format!("{} {} {month}{year}", weekday(date), date.day()),
        "full" => format!("{} {} {month} {}", weekday(date), date.day(), date.year()),
        "month" => format!("{month}{year}"),
        "list" => format!("{} {}", date.day(), &weekday(date)[..3]),
        "number" => date.day().to_string(),
        "name" => weekday(date).to_owned(),
        other => return Err(Error::message(format!("`{other}` is not a style of `day`"))),
    })
}

/// A year is given as a number, or as a date that lies in it.
fn same_year(date: Date, given: &Value) -> bool {
    given.as_i64().map_or_else(
        || given.as_str().and_then(|text| parse_date(text).ok()).is_some_and(|other| other.year() == date.year()),
        |year| year == i64::from(date.year()),
    )
}

fn weekday(date: Date) -> &'static str {
    match date.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// The name of a month, 1 to 12.
fn month(number: i64, _: Kwargs, _: &State) -> TeraResult<&'static str> {
    match i8::try_from(number) {
        Ok(number @ 1..=12) => Ok(month_name(number)),
        _ => Err(Error::message(format!("`{number}` is not a month (1 to 12)"))),
    }
}

/// `80000` as `80,000`; what follows a decimal point stays as it is.
fn number(value: Value, _: Kwargs, _: &State) -> TeraResult<String> {
    if value.is_number() {
        Ok(grouped(&value.to_string()))
    } else {
        Err(Error::message(format!("`number` takes a number, not {}", value.name())))
    }
}

fn grouped(number: &str) -> String {
    let (whole, rest) = number.split_at(number.find('.').unwrap_or(number.len()));
    let (sign, digits) = whole.split_at(usize::from(whole.starts_with('-')));
    let mut text = String::with_capacity(number.len() + digits.len() / 3);
    text.push_str(sign);
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text.push_str(rest);
    text
}

/// A number with its noun: `12 | count(one="step", many="steps")`.
fn count(number: i64, arguments: Kwargs, _: &State) -> TeraResult<String> {
    let noun = arguments.must_get::<&str>(if number == 1 { "one" } else { "many" })?;
    Ok(format!("{} {noun}", grouped(&number.to_string())))
}

/// `42` as `4.2`: means are kept in tenths, so that views hold integers only.
fn tenths(number: i64, _: Kwargs, _: &State) -> String {
    format!("{}.{}", number / 10, (number % 10).abs())
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
        let mut tera = Tera::new();
        register(&mut tera);
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
        check(r#"1 | count(one="step", many="steps")"#, "1 step");
        check(r#"0 | count(one="step", many="steps")"#, "0 steps");
        check(r#"1200 | count(one="step", many="steps")"#, "1,200 steps");
        check("42 | tenths", "4.2");
        check("6536 | share", "65.36%");
        check("10000 | share", "100.00%");
        check("11 | month_name", "November");
        check(r#""on track" | initial"#, "On track");
        check(r#""" | initial"#, "");
    }

    #[test]
    fn json_cannot_end_a_script() {
        check(r#"{"a": "</script>&"} | json"#, r#"{"a":"\u003c/script\u003e\u0026"}"#);
        check(r#"{"c": 1, "b": {"z": 1, "y": 2}, "a": 2} | json"#, r#"{"a":2,"b":{"y":2,"z":1},"c":1}"#);
    }
}
