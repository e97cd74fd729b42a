//! The table of vectors: lines as they stand in `tests/vectors/steps.md`, and what must come out.

use super::told;

const TABLE: &str = include_str!("../../../../tests/vectors/steps.md");

/// What each line says; where Obsidian Tasks reads something else, the table tells why.
const EXPECTED: [(usize, &str); 78] = [
    (1, "open; “take out the trash”; due=2026-04-09"),
    (2, "done; “a”; done=2026-04-09"),
    (3, "doing; “plus list”"),
    (4, "open; “numbered”; due=2026-01-02"),
    (5, "cancelled; “dropped”; cancelled=2026-02-03"),
    (6, "done; “upper”"),
    (7, "deferred; “forwarded”"),
    (8, "waiting; “question”"),
    (9, "on_hold; “on hold”"),
    (10, "open; “any char”; warning unknown-status"),
    (11, "no step"),
    (12, "no step; note bad-box"),
    (13, "no step"),
    (14, "no step; note bad-box"),
    (15, "no step; note bad-box"),
    (16, "open; “”"),
    (17, "open; “tab after marker”"),
    (18, "open; “child by tab”"),
    (19, "open; “in quote”; due=2026-01-01"),
    (20, "open; “deep”"),
    (21, "no step"),
    (22, "open; “no gap”; due=2026-01-01"),
    (23, "open; “wide gap”; due=2026-01-01"),
    (24, "open; “alt”; due=2026-01-01"),
    (25, "open; “alt”; due=2026-01-01"),
    (26, "open; “alt”; scheduled=2026-01-01"),
    (27, "open; “vs16”; priority=high; scheduled=2026-01-01"),
    (28, "open; “nbsp”; due=2026-01-01; note field-not-trailing"),
    (
        29,
        "open; “order”; priority=high; created=2026-01-01; start=2026-01-03; scheduled=2026-01-04; due=2026-01-05; \
         rule=every week; then=delete; id=abc; after=d1,d2",
    ),
    (30, "open; “tag mid #a #b #c”; priority=high; due=2026-01-05; tags=a,b,c"),
    (31, "open; “trailing and more”; due=2026-01-01; note field-not-trailing"),
    (32, "open; “call”; due=2026-01-01; note field-not-trailing"),
    (33, "open; “todoist”; due=2026-01-01"),
    (34, "open; “inline code `📅 2026-01-01` here”"),
    (35, "open; “dot.”; due=2026-01-01; note field-not-trailing"),
    (36, "open; “comma,”; priority=high; due=2026-01-01; note field-not-trailing"),
    (37, "open; “dup”; due=2026-01-05; warning duplicate-field"),
    (38, "open; “two prio”; priority=highest; warning duplicate-field"),
    (39, "open; “not real 📅 2026-02-30”; error bad-date"),
    (40, "open; “month 13 📅 2026-13-01”; error bad-date"),
    (41, "open; “short 📅 2026-1-5”; warning bad-date"),
    (42, "open; “slashes 📅 2026/01/05”; warning bad-date"),
    (43, "open; “words 📅 tomorrow”; warning bad-date"),
    (44, "open; “time 10:00”; due=2026-01-05; note time-ignored"),
    (45, "open; “empty 📅”; warning empty-field"),
    (46, "open; “tue,fri”; due=2026-01-06; rule=every week on Tuesday, Friday"),
    (47, "open; “wd”; due=2026-01-06; rule=every 3 days when done"),
    (48, "open; “bad rule 🔁 weekly”; due=2026-01-06; warning bad-recurrence"),
    (49, "open; “eats 🔁 every week then call mom”; error bad-recurrence"),
    (50, "open; “narrow 🔁 every month on the 15”; warning bad-recurrence"),
    (51, "open; “we”; due=2026-03-07; rule=every weekend; note bad-recurrence"),
    (52, "open; “dep”; after=a,b,c"),
    (53, "open; “badid 🆔 a*b”; warning bad-id"),
    (54, "open; “done? 🏁 foo”; warning wrong-flag"),
    (55, "open; “block”; due=2026-01-05; block=my-block"),
    (56, "open; “under ^my_block”; due=2026-01-05; note field-not-trailing; warning bad-block-id"),
    (57, "open; “mid ^my-block”; due=2026-01-05; note bad-block-id"),
    (58, "open; “#t/with/depth #1234 #12.34 a#b # x http://h/#y”; tags=t/with/depth"),
    (59, "open; “hard break”; due=2026-01-05"),
    (60, "done; “no date”"),
    (61, "open; “open but dated”; done=2026-01-01; warning done-date-on-open-step"),
    (62, "open; “dv”; due=2026-01-05"),
    (63, "open; “a”; due=2026-01-05"),
    (64, "open; “a”; due=2026-01-05"),
    (65, "open; “a”; due=2026-01-05"),
    (66, "open; “a”; priority=high; due=2026-01-05"),
    (67, "open; “a [due:: 2026-01-05) x”; warning unclosed-field"),
    (68, "open; “a”; due=2026-01-05; note field-not-trailing"),
    (69, "open; “a due:: 2026-01-05”; note unclosed-field"),
    (70, "open; “a text”; due=2026-01-05; note field-not-trailing"),
    (71, "open; “a”"),
    (72, "open; “a”; due=2026-01-05; minutes=120"),
    (73, "done; “a”; done=2026-01-05"),
    (74, "open; “a”; scheduled=2026-01-05; rule=every week when done"),
    (75, "open; “a”; created=2026-01-01; start=2026-01-05; then=delete; id=x1; after=a,b"),
    (76, "open; “a”; due=2026-01-05"),
    (77, "open; “(A) 2026-01-01 write +book @phone”; due=2026-02-01; people=phone"),
    (78, "open; “call Ana @ana”; people=ana"),
];

/// The rows of the table: number, and the line as a file has it.
fn rows() -> Vec<(usize, String)> {
    let rows = TABLE.lines().filter_map(|row| {
        let mut cells = row.strip_prefix("| ")?.split(" | ");
        let number = cells.next()?.parse().ok()?;
        let input = cells.next()?;
        let fence = input.len() - input.trim_start_matches('`').len();
        let input = &input[fence..input.len() - fence];
        // A code span with a backtick in it has a space at either end that is not part of it.
        let input = if fence > 1 { input.trim() } else { input };
        Some((number, input.replace("⟨NBSP⟩", "\u{a0}").replace("⟨VS16⟩", "\u{fe0f}").replace("\\t", "\t")))
    });
    rows.collect()
}

/// The line of a list item as the Markdown reader hands it on: quotes and indentation gone, comments blank.
fn item(line: &str) -> String {
    let mut item = line.trim_start_matches(['>', ' ', '\t']).to_owned();
    while let Some((start, length)) = item.find("%%").and_then(|start| Some((start, item[start + 2..].find("%%")? + 4)))
    {
        item.replace_range(start..start + length, &" ".repeat(length));
    }
    item
}

#[test]
fn every_vector_comes_out_as_the_table_says() {
    let rows = rows();
    let numbers: Vec<usize> = rows.iter().map(|(number, _)| *number).collect();
    assert_eq!(numbers, (1..=78).collect::<Vec<_>>());
    let mut wrong = Vec::new();
    for ((number, line), (expected_number, expected)) in rows.iter().zip(EXPECTED) {
        assert_eq!(*number, expected_number);
        let told = told(&item(line));
        if told != expected {
            wrong.push(format!("{number}: {line}\n  expected {expected}\n  told     {told}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
