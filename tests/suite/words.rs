//! A journal in another language has no word of English: the theme's words come from the file of words, all of them.

use std::fmt::Write as _;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::{parser, serializer};
use html5gum::{HtmlString, StartTag, Token, Tokenizer};

use crate::sandbox::{Sandbox, files};

/// Messages that say how the language is written, and are no words.
const MARKS: [&str; 3] = ["direction", "group_mark", "decimal_mark"];

/// What stands before and behind what a message itself says.
const OPEN: &str = "⟦";
const CLOSE: &str = "⟧";

/// English as another language: what the messages say is in brackets, what they are filled with is not, so that a word
/// of English that a template fills in is seen as well.
fn bracketed() -> String {
    let english = include_str!("../../templates/languages/en.ftl");
    let mut words = parser::parse(english).expect("the file can be read");
    for entry in &mut words.body {
        if let Entry::Message(message) = entry
            && !MARKS.contains(&message.id.name)
        {
            let pattern = message.value.as_mut().expect("a message says something");
            opened(pattern);
            pattern.elements.insert(0, PatternElement::TextElement { value: OPEN });
            pattern.elements.push(PatternElement::TextElement { value: CLOSE });
        }
    }
    serializer::serialize(&words)
}

/// Closes the brackets before each thing that is filled in, and opens them behind it.
fn opened(pattern: &mut Pattern<&'static str>) {
    let elements = std::mem::take(&mut pattern.elements);
    for mut element in elements {
        let filled = match &mut element {
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                for variant in variants {
                    opened(&mut variant.value);
                }
                false
            }
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { .. }),
            } => true,
            _ => false,
        };
        let [before, behind] = [CLOSE, OPEN].map(|value| filled.then_some(PatternElement::TextElement { value }));
        pattern.elements.extend(before.into_iter().chain([element]).chain(behind));
    }
}

/// A journal with something of everything that the theme has words for, in Greek letters.
fn journal() -> Sandbox {
    let mut callouts = String::new();
    let types = "note abstract summary tldr info todo tip hint important success check done question help faq warning \
                 caution attention failure fail missing danger error bug example quote cite";
    for kind in types.split(' ') {
        let _ = write!(callouts, "> [!{kind}]\n> α\n\n> [!{kind}]-\n> α\n\n");
    }
    let mut sandbox = Sandbox::new()
        .file(
            "journal.yaml",
            "title: Ημερολόγιο\ndescription: Κήπος.\nauthor: Άννα\nlanguage: el\ntoday: 2026-11-22\n\
             base_url: https://example.org/\ncheckpoint_headings: [Στάσεις]\n",
        )
        .file("templates/languages/el.ftl", bracketed())
        .file(
            "plans/κήπος.md",
            "---\ntitle: Κήπος\nstart: 2026-01-01\ndue: 2027-06-01\nwhy: Μήλα.\npeople: [Άννα]\nupdated: 2026-11-01\n\
             target: {metric: μήλα, amount: 5000, from: 10}\npractice:\n  - {every: day, what: Σκάψιμο}\n\
             \x20 - {every: weekday, what: Νερό}\n  - {every: week, what: Σπορά}\n  - {every: month, what: Κλάδεμα}\n\
             held:\n  - {from: 2026-02-01, to: 2026-02-09, why: Χιόνι.}\ntags: [δέντρα]\nstatus_note: Έτσι.\n\
             checkpoints:\n  - {title: Πρώτο, due: 2026-03-01, done: 2026-03-05, measure: ένα, feeling: καλό}\n\
             \x20 - {title: Δεύτερο, due: 2026-04-01, measure: δύο}\n  - {title: Τρίτο}\n  - {title: Έβδομο, due: 2026-11-29}\n\
             ---\nΚείμενο.\n\n## Πρώτα\n\n\
             - [x] Ένα ✅ 2026-03-04\n- [/] Δύο 📅 2026-03-04 @Άννα ⏱ 90m\n- [ ] Τρία 📅 2026-12-04 🆔 abc\n\
             - [>] Τέσσερα 📅 2026-12-04\n- [-] Πέντε ❌ 2026-05-05\n- [!] Έξι ⛔ abc\n- [i] Σημείωση\n\
             ## Μετά\n\n- [<] Επτά 🛫 2026-12-24\n- [?] Οκτώ @Άννα\n\n## Άλλα\n\n- [h] Εννέα\n\n## Και\n\n- [?] Δέκα\n\
             - Ομάδα\n  - [ ] α\n  - [x] β ✅ 2026-11-18\n  - [-] γ\n\n## Στάσεις\n\n- [x] Τέταρτο ✅ 2026-11-14\n- [/] Πέμπτο\n\
             - [-] Έκτο 📅 2026-05-05\n- [ ] Όγδοο 📅 2027-04-04\n",
        )
        .file("plans/ψ.md", "---\ntitle: Ψ\nstart: 2026-01-01\ndue: 2026-02-01\n---\n- [ ] α\n- [ ] β\n")
        .file("plans/κενό.md", "---\ntitle: Κενό\n---\nΜόνο.\n")
        .file("plans/όχι.md", "---\ntitle: Όχι\n---\n- [-] α\n")
        .file("plans/ιδέα.md", "---\ntitle: Ιδέα\nstatus: idea\n---\nΜόνο.\n")
        .file("plans/ιδέα2.md", "---\ntitle: Ιδέα δύο\nstatus: idea\n---\n[[κήπος]]\n")
        .file(
            "plans/παύση.md",
            "---\ntitle: Παύση\nstatus: paused\nuntil: 2026-03-01\nheld:\n  - {from: 2026-02-01}\n---\n\
             - [ ] α\n- [x] β ✅ 2026-01-04\n- [-] γ\n",
        )
        .file("plans/παύση2.md", "---\ntitle: Παύση δύο\nstatus: paused\nuntil: 2027-03-01\n---\n- [ ] α\n")
        .file("plans/στροφή.md", "---\ntitle: Στροφή\nstatus: pivoted\npivoted_to: κήπος\n---\n- [ ] α\n")
        .file("plans/τέλος.md", "---\ntitle: Τέλος\nstatus: done\n---\n- [x] α ✅ 2026-05-05\n")
        .file("plans/άφησα.md", "---\ntitle: Άφησα\nstatus: dropped\nvisibility: unlisted\n---\n- [ ] α\n")
        .file("plans/άφησα2.md", "---\ntitle: Άφησα δύο\nstatus: dropped\n---\n- [ ] α\n")
        .file("plans/μυστικό.md", "---\ntitle: Μυστικό\nvisibility: private\n---\n- [ ] α\n")
        .file(
            "αρχή.md",
            format!(
                "---\ntitle: Αρχή\nweight: 1\naliases: [παλιά]\nupdated: 2026-05-05\ndate: 2026-05-04T10:30:00Z\n---\n\
                 # Ένα\n\n## Δύο\n\n### Τρία\n\n## Τέσσερα\n\nΚείμενο[^α] και[^α] %%κρυφό%% [[κήπος]].\n\n[^α]: Έτσι.\n\n\
                 | α | β |\n|---|---|\n| 1 | 2 |\n\n![[κήπος]]\n\n> [!private]\n> κρυφό\n\n> [!private]-\n> κρυφό\n\n{callouts}"
            ),
        )
        .file("index.md", "Καλημέρα.\n")
        .file("φάκελος/index.md", "---\ntitle: Φάκελος\n---\nΕδώ.\n")
        .file("φάκελος/μέσα.md", "---\ntitle: Μέσα\n---\nΕδώ.\n")
        .file("reflections/σκέψη.md", "---\ntitle: Χωρίς\n---\nΚάτι.\n");
    for month in 1..=11 {
        for day in [3, 14, 19] {
            let mood = 1 + (month + day) % 5;
            let path = format!("reflections/2026-{month:02}-{day:02}.md");
            let text = format!(
                "---\ntitle: Μέρα {month} {day}\nplan: κήπος\nmood: {mood}\nenergy: {mood}\nconfidence: 3\ntags: [μέρα]\n\
                 metrics: {{μήλα: {day}}}\npracticed: true\ncheckpoint: Τέταρτο\nupdated: 2026-11-20\n---\nΚάτι. [[αρχή]]\n"
            );
            sandbox = sandbox.file(&path, text);
        }
    }
    sandbox
}

/// What of a text is neither in brackets nor free of Latin letters. Brackets that do not match are told as well: a
/// message within a message that is filled with nothing but texts.
fn leaks(text: &str) -> Vec<String> {
    let mut leaks = Vec::new();
    let mut inside = false;
    let mut outside = String::new();
    for c in text.chars().chain(OPEN.chars()) {
        match c {
            '⟦' if inside => leaks.push("a message in a message".to_owned()),
            '⟧' if !inside => leaks.push("a message that does not begin".to_owned()),
            '⟦' => {
                inside = true;
                if outside.contains(|c: char| c.is_ascii_alphabetic()) {
                    leaks.push(std::mem::take(&mut outside).trim().to_owned());
                }
                outside.clear();
            }
            '⟧' => inside = false,
            _ if inside => {}
            c => outside.push(c),
        }
    }
    leaks
}

/// Attributes that are shown or read out; some by the script of the search page.
const SAID: [&str; 8] = ["aria-label", "title", "alt", "data-label", "summary", "data-found", "data-any", "data-none"];

/// What they say, and what is said of the page elsewhere.
fn said(tag: &StartTag<()>) -> Vec<String> {
    let value = |name: &str| tag.attributes.get(name.as_bytes()).map(|value| lossy(value));
    let mut said: Vec<String> = SAID.iter().filter_map(|name| value(name)).collect();
    let about = value("name").or_else(|| value("property")).unwrap_or_default();
    if ["description", "og:title", "og:description", "og:site_name", "og:image:alt"].contains(&about.as_str()) {
        said.extend(value("content"));
    }
    said
}

fn lossy(text: &HtmlString) -> String {
    String::from_utf8_lossy(text).into_owned()
}

/// Every Latin letter of a page that is in no message, with some text round it. Text that is an address is left out.
fn leaks_of(html: &str) -> Vec<String> {
    let mut text = String::new();
    let mut found = Vec::new();
    let mut unseen = None;
    let mut address = None;
    for token in Tokenizer::new(html).map(|token| match token {
        Ok(token) => token,
        Err(never) => match never {},
    }) {
        match token {
            Token::StartTag(tag) => {
                found.extend(said(&tag).iter().flat_map(|said| leaks(said)));
                let name = lossy(&tag.name);
                if !tag.self_closing && ["script", "style", "code"].contains(&name.as_str()) {
                    unseen = Some(name);
                }
                address = tag.attributes.get(b"href".as_slice()).map(|value| lossy(value));
            }
            Token::EndTag(tag) if unseen.as_deref() == Some(&lossy(&tag.name)) => unseen = None,
            Token::String(string) if unseen.is_none() => {
                let string = lossy(&string);
                if address.as_deref() != Some(string.as_str()) {
                    text.push_str(&string);
                }
            }
            _ => {}
        }
    }
    found.extend(leaks(&text));
    found
}

/// The same of a feed: its titles and summaries, and the HTML of its items.
fn leaks_of_feed(xml: &str) -> Vec<String> {
    let inside = |name: &str| {
        let [start, end] = [format!("<{name}"), format!("</{name}>")];
        let parts = xml.split(&start).skip(1).filter_map(|rest| rest.split(&end).next());
        parts.filter_map(|rest| Some(rest.split_once('>')?.1.to_owned())).collect::<Vec<_>>()
    };
    let unescaped =
        |html: &str| html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    let titles = ["title", "subtitle", "summary", "name"].into_iter().flat_map(inside).flat_map(|text| leaks(&text));
    titles.chain(inside("content").iter().flat_map(|html| leaks_of(&unescaped(html)))).collect()
}

/// The same of a calendar.
fn leaks_of_calendar(ics: &str) -> Vec<String> {
    let lines = ics.replace("\r\n ", "");
    let said = lines.lines().filter_map(|line| line.split_once(':'));
    let said = said.filter(|(key, _)| ["SUMMARY", "DESCRIPTION", "X-WR-CALNAME"].contains(key));
    said.flat_map(|(_, text)| leaks(text)).collect()
}

#[test]
fn a_site_in_another_language_has_no_english_word() {
    for private in ["", " --private"] {
        let sandbox = journal();
        let run = sandbox.run(&format!("build{private}")).exit(0);
        assert!(!run.stderr.contains("warning"), "{run}");
        let mut all = Vec::new();
        for (path, bytes) in sandbox.files("site") {
            let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
            let of: fn(&str) -> Vec<String> = match ending {
                "html" | "svg" => leaks_of,
                "xml" if path != "sitemap.xml" => leaks_of_feed,
                "ics" => leaks_of_calendar,
                _ => continue,
            };
            let text = String::from_utf8(bytes).expect("it is UTF-8");
            assert!(ending != "html" || text.contains(OPEN), "{path} has words");
            assert!(!text.contains("{$"), "{path}: every message is filled");
            all.extend(of(&text).into_iter().map(|leak| format!("{path}: {leak}")));
        }
        assert!(all.is_empty(), "{} leaks\n{}", all.len(), all.join("\n"));
    }
}

#[test]
fn the_guide_names_every_language_that_is_built_in() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let guide = include_str!("../../example-journal/guide/theme.md");
    let files = files(&root.join("templates/languages"));
    for tag in files.iter().filter_map(|(path, _)| path.strip_suffix(".ftl")) {
        assert!(guide.contains(&format!("(`{tag}`)")), "{tag}");
        let run = Sandbox::new().file("journal.yaml", format!("language: {tag}\n")).run("check --strict").exit(0);
        assert!(!run.stdout.contains("unknown-language"), "{run}");
    }
}

#[test]
fn the_terminal_tells_where_things_stand_without_an_english_word() {
    let sandbox = journal();
    for plan in ["", "κήπος", "παύση", "στροφή", "τέλος", "κενό"] {
        let run =
            sandbox.run_with(&format!("status --all {plan}"), &[("LC_ALL", "C.UTF-8"), ("COLUMNS", "400")]).exit(0);
        assert!(run.stdout.contains(OPEN) && !run.stdout.contains("{$"), "{run}");
        // Boxes and paths are as they are on the disk; a row that is cut ends within a message.
        let whole: Vec<&str> = run.stdout.lines().filter(|line| !line.ends_with('…')).collect();
        let kept = ["[x]", "[h]", "plans/", ".md"];
        let said = kept.iter().fold(whole.join("\n"), |said, kept| said.replace(kept, ""));
        assert_eq!(leaks(&said), Vec::<String>::new(), "{run}");
    }
}

#[test]
fn a_word_outside_of_the_messages_is_found() {
    let page =
        "<p aria-label=\"ab\">⟦Due ⟧Κ<b>⟦ x⟧</b> cd<script>e</script><a href=\"f/g\">f/g</a></p><i title=\"⟦h⟧\">";
    assert_eq!(leaks_of(page), ["ab", "cd"]);
    assert_eq!(leaks("⟦a ⟦b⟧⟧").len(), 2);
}

#[test]
fn arabic_and_japanese_are_built_in_with_their_charts_and_cards() {
    for (language, attributes, started, done) in [
        ("ar", "lang=\"ar\" dir=\"rtl\"", ">بدأت في 1 أكتوبر<", "تم إنجاز 1 من خطوتين"),
        ("ja", "lang=\"ja\"", ">10月1日開始<", "2ステップ中1終了"),
    ] {
        let sandbox = Sandbox::new()
            .file(
                "journal.yaml",
                format!("title: α\nlanguage: {language}\ntoday: 2026-11-22\nbase_url: https://example.org/\n"),
            )
            .file(
                "plans/β.md",
                "---\ntitle: β\nstart: 2026-10-01\ndue: 2026-12-31\n---\n- [x] γ ✅ 2026-11-01\n- [ ] δ\n",
            );
        let run = sandbox.run("build").exit(0);
        assert!(!run.stderr.contains("warning"), "{run}");
        let page = sandbox.read("site/plans/β.html");
        assert!(page.contains(&format!("<html {attributes}>")), "{page}");
        assert!(page.contains(started) && page.contains(done), "{page}");
        let drawn: Vec<&str> =
            page.split("<svg class=\"ch\"").skip(1).filter_map(|rest| rest.split("</figure>").next()).collect();
        assert_eq!(drawn.len(), 2, "a bar and a burn-up");
        for figure in drawn {
            assert_eq!(lettered(&format!("<svg{figure}")), Vec::<String>::new());
        }
        // A card that lacks the letters is a picture all the same.
        assert!(sandbox.files("site/cards").iter().all(|(_, bytes)| bytes.starts_with(b"\x89PNG")));
    }
}

/// The texts of a piece of a page that have a Latin letter.
fn lettered(html: &str) -> Vec<String> {
    let texts = html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text.to_owned());
    texts.filter(|text| text.contains(|c: char| c.is_ascii_alphabetic())).collect()
}
