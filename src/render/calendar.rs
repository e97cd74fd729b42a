//! Calendars in the form of RFC 5545.
//!
//! `icalendar` escapes and folds. Every time stamp is given to it: it would ask the clock for one that is missing.

use icalendar::{Component, Event, Property};

use crate::model::Date;
use crate::site::calendar::{Calendar, Occasion};

/// The most octets of a line, without its end (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// The bytes of a calendar.
pub(super) fn ics(calendar: &Calendar) -> Vec<u8> {
    let mut ics = icalendar::Calendar::empty();
    for (key, value) in [("VERSION", "2.0"), ("PRODID", "-//journal//journal//EN"), ("CALSCALE", "GREGORIAN")] {
        ics.append_property(Property::new(key, value));
    }
    // The name that all programs know; `icalendar` does not escape `NAME` of RFC 7986.
    ics.append_property(Property::new("X-WR-CALNAME", &calendar.name));
    // How often to ask again, for programs that let themselves be told.
    ics.append_property(Property::new("REFRESH-INTERVAL", "P1D").add_parameter("VALUE", "DURATION").done());
    ics.append_property(Property::new("X-PUBLISHED-TTL", "P1D"));
    for occasion in calendar.plans.iter().flat_map(|plan| plan.iter()) {
        ics.push(event(occasion));
    }
    refolded(&ics.to_string()).into_bytes()
}

fn event(occasion: &Occasion) -> Event {
    let Occasion { uid, day, since, summary, plan, url, private } = occasion;
    let mut event = Event::with_uid(uid);
    event
        .summary(summary)
        .description(plan)
        .append_property(Property::new("DTSTAMP", format!("{}T000000Z", basic(*since))))
        .append_property(Property::new("DTSTART", basic(*day)).add_parameter("VALUE", "DATE").done())
        .append_property(Property::new("TRANSP", "TRANSPARENT"));
    if let Some(url) = url {
        event.url(url);
    }
    if *private {
        event.append_property(Property::new("CLASS", "PRIVATE"));
    }
    event.done()
}

/// A day as iCalendar writes it: `20261122`.
fn basic(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year().max(0), day.month(), day.day())
}

/// The lines once more, none longer than the format allows: `icalendar` does not count the space at the start of a
/// line that goes on, so that the last of them may have one octet too many.
fn refolded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for mut line in text.split_inclusive("\r\n") {
        while line.trim_end_matches("\r\n").len() > LONGEST_LINE {
            let end = (0..=LONGEST_LINE).rev().find(|at| line.is_char_boundary(*at)).unwrap_or(0);
            folded.extend([&line[..end], "\r\n "]);
            line = &line[end..];
        }
        folded.push_str(line);
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_too_long_and_none_loses_a_letter() {
        for length in 60..330 {
            let summary: String = "Öl für den Zaun ".chars().cycle().take(length).collect();
            let day = crate::model::parse_date("2026-11-22").unwrap();
            let occasion = Occasion {
                uid: "u".into(),
                day,
                since: day,
                summary: summary.clone(),
                plan: "p".into(),
                url: None,
                private: false,
            };
            let calendar = Calendar { name: "c".into(), plans: vec![std::sync::Arc::new(vec![occasion])] };
            let text = String::from_utf8(ics(&calendar)).unwrap();
            assert!(text.split("\r\n").all(|line| line.len() <= LONGEST_LINE), "{text}");
            assert!(text.replace("\r\n ", "").contains(&format!("\r\nSUMMARY:{summary}\r\n")), "{text}");
        }
    }
}
