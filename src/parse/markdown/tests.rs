//! Markdown in, HTML with named slots out: one table for each kind of thing.

use std::fmt::Write as _;

use proptest::prelude::*;

use crate::model::Parent::{Group, Step};
use crate::model::{Body, Phrase, Piece, Settings, SourcePath, settings};
use crate::parse::private::public_text;
use crate::parse::source::Source;

use super::{Markdown, read};

fn read_with(text: &str, title: Option<&str>, settings: &Settings) -> Markdown {
    let path = SourcePath::new("a.md").expect("a path");
    read(&Source::new(&path, text), 0, title, settings)
}

fn read_text(text: &str) -> Markdown {
    read_with(text, None, &Settings::default())
}

/// The body with each slot named: `{step 0}`, `{/step}`, `{link 0}` …
fn shown(body: &Body) -> String {
    let mut html = String::new();
    for piece in &body.pieces {
        let _ = match piece {
            Piece::Html(text) => write!(html, "{text}"),
            Piece::Id(id) => write!(html, " id={id}"),
            Piece::Fragment(id) => write!(html, " href=#{id}"),
            Piece::LinkStart(link) => write!(html, "{{link {link}}}"),
            Piece::LinkEnd(_) => write!(html, "{{/link}}"),
            Piece::Embed { link, text, size: (None, None) } => write!(html, "{{embed {link} {text}}}"),
            Piece::Embed { link, text, size: (width, height) } => {
                let (width, height) = (width.unwrap_or(0), height.unwrap_or(0));
                write!(html, "{{embed {link} {text} {width}x{height}}}")
            }
            Piece::Attribute { name, link } => write!(html, " {name}={{{link}}}"),
            // It stands on all that has the class, and says what that does.
            Piece::Said(_, Phrase::Private) => Ok(()),
            Piece::Said(None, Phrase::Callout(name)) => write!(html, "{{{name}}}"),
            Piece::Said(None, phrase) => write!(html, "{{{phrase:?}}}"),
            Piece::Said(Some(name), phrase) => write!(html, " {name}={{{phrase:?}}}"),
            Piece::HeadingStart(heading) => write!(html, "{{h {heading}}}"),
            Piece::HeadingEnd(_) => write!(html, "{{/h}}"),
            Piece::StepStart(step) => write!(html, "{{step {step}}}"),
            Piece::StepTextEnd(_) => write!(html, "{{/step}}"),
            Piece::GroupStart(group) => write!(html, "{{group {group}}}"),
            Piece::GroupTextEnd(_) => write!(html, "{{/group}}"),
        };
    }
    // Line ends between blocks are of no meaning.
    html.replace(">\n", ">").replace("}\n", "}").trim().to_owned()
}

#[track_caller]
fn check(markdown: &str, expected: &str) {
    assert_eq!(shown(&read_text(markdown).body), expected, "{markdown}");
}

#[test]
fn paragraphs_and_spans() {
    check("a *b* **c** ~~d~~ `e<`", "<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e&lt;</code></p>");
    check("a\nb  \nc\\\nd", "<p>a\nb<br>c<br>d</p>");
    check("it's -- \"so\" &amp; \\*x\\*", "<p>it’s – “so” &amp; *x*</p>");
    check("a\r\nb\r\n\r\nc", "<p>a\nb</p><p>c</p>");
    check("a\n\n---\n\nb", "<p>a</p><hr><p>b</p>");
    check("> a\n> b", "<blockquote><p>a\nb</p></blockquote>");
    check("a\n: b\n\n: c", "<dl><dt>a</dt><dd><p>b</p></dd><dd><p>c</p></dd></dl>");
    check("```x\u{1}\na\u{1}\n```", "<pre tabindex=\"0\"><code class=\"language-x\">a\n</code></pre>");
}

#[test]
fn tables() {
    check(
        "|a|b|\n|-|-:|\n|[[x\\|y]]|2|",
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label={Table}><table><thead><tr>\
         <th scope=\"col\">a</th><th scope=\"col\" class=\"num\">b</th></tr></thead><tbody><tr>\
         <td>{link 0}y{/link}</td><td class=\"num\">2</td></tr></tbody></table></div>",
    );
    assert_eq!(read_text("|a|\n|-|\n|[[x\\|y]]|").links[0].target, "x");
}

#[test]
fn lists_and_steps() {
    check("- a\n- b", "<ul><li>a</li><li>b</li></ul>");
    check("3. a\n\n4. b", "<ol start=\"3\"><li><p>a</p></li><li><p>b</p></li></ol>");
    check("- [ ] a\n- b", "<ul class=\"steps\">{step 0}a{/step}</li><li>b</li></ul>");
    check(
        "- [ ] a\n  - [x] b\n    - [ ] c",
        "<ul class=\"steps\">{step 0}a{/step}<ul class=\"steps\">{step 1}b{/step}<ul class=\"steps\">\
         {step 2}c{/step}</li></ul></li></ul></li></ul>",
    );
    check("- [ ] a *b* 📅 2026-01-05", "<ul class=\"steps\">{step 0}a <em>b</em>{/step}</li></ul>");
    check("- [ ]", "<ul class=\"steps\">{step 0}{/step}</li></ul>");
    check("- [ ] a\n\n  b\n\n- c", "<ul class=\"steps\">{step 0}a{/step}<p>b</p></li><li><p>c</p></li></ul>");
    check("- [*] x*y* ==z", "<ul class=\"steps\">{step 0}x<em>y</em> ==z{/step}</li></ul>");
    check("- [$] x$y", "<ul class=\"steps\">{step 0}x$y{/step}</li></ul>");
    check("- [ ] a\n- # [ ] b", "<ul class=\"steps\">{step 0}a{/step}</li><li>{h 0}[ ] b{/h}</li></ul>");
    check("- [ ] # a", "<ul class=\"steps\">{step 0}# a{/step}</li></ul>");
}

#[test]
fn plain_items_around_steps_are_groups() {
    check(
        "- G *x*\n  - [ ] a\n- b",
        "<ul class=\"steps\">{group 0}G <em>x</em>{/group}<ul class=\"steps\">{step 0}a{/step}</li></ul></li><li>b</li></ul>",
    );
    check(
        "- G\n\n  more\n\n  - H\n    - [ ] a",
        "<ul class=\"steps\">{group 0}G{/group}<p>more</p><ul class=\"steps\">{group 1}H{/group}\
         <ul class=\"steps\">{step 0}a{/step}</li></ul></li></ul></li></ul>",
    );
    check("- - [ ] a", "<ul class=\"steps\">{group 0}{/group}<ul class=\"steps\">{step 0}a{/step}</li></ul></li></ul>");
    let found = read_text("- G *x*\n  more\n  - H\n    - [ ] a\n    - K\n      - [ ] b");
    let groups: Vec<_> = found.steps.groups.iter().map(|group| (group.text.as_str(), group.parent)).collect();
    assert_eq!(groups, [("G x more", None), ("H", Some(Group(0))), ("K", Some(Group(1)))]);
    let parents: Vec<_> = found.steps.items.iter().map(|step| step.parent).collect();
    assert_eq!(parents, [Some(Group(1)), Some(Group(2))]);
    let nested = read_text("- [ ] a\n  - b\n    - [ ] c");
    assert_eq!(nested.steps.groups[0].parent, Some(Step(0)));
}

#[test]
fn headings() {
    check("# T\n\na", "<p>a</p>");
    check("a\n\n# T", "<p>a</p>{h 0}T{/h}");
    let found = read_text("# *My* title\n\n## a\n\n## a\n\n## main\n\n### x {#custom}\n\n## fn-1\n\n## !!!");
    assert_eq!(found.title.as_deref(), Some("My title"));
    let ids: Vec<_> = found.outline.iter().map(|heading| heading.id.as_str()).collect();
    assert_eq!(ids, ["a", "a-2", "main-2", "custom", "h-fn-1", "section"]);
    let kept = read_with("# T\n\n## b", Some("Other"), &Settings::default());
    assert_eq!((kept.title.as_deref(), kept.outline.len()), (Some("T"), 2));
    let same = read_with("# T", Some("T"), &Settings::default());
    assert!(same.outline.is_empty() && same.body.pieces.is_empty());
    let gated = read_text("## Checkpoint: Half\n\n- [ ] a\n\n## Milestones\n\n### x\n\n- [ ] b\n\n## y\n\n- [ ] c");
    assert_eq!((gated.gates[0].section, gated.gates[0].title.as_str()), (0, "Half"));
    let steps: Vec<_> = gated.steps.items.iter().map(|step| (step.section, step.checkpoint)).collect();
    assert_eq!(steps, [(Some(0), false), (Some(2), true), (Some(3), false)]);
    let behind = read_text("> [!private] a\n> # b\n\n# T\n\n# c");
    assert_eq!((behind.title.as_deref(), behind.outline.len()), (Some("T"), 2));
    let quoted = read_text("> ## q\n> - [ ] a");
    assert_eq!((quoted.outline.len(), quoted.steps.items[0].section), (1, None));
}

#[test]
fn links_and_images() {
    check(
        "[[f/n#h]] [[n|*t*]] [[#h]] [[n#^b]] [[f/n|]]",
        "<p>{link 0}n &gt; h{/link} {link 1}<em>t</em>{/link} {link 2}h{/link} {link 3}n &gt; b{/link} {link 4}n{/link}</p>",
    );
    check(
        "[a](b%20c.md?q#d) [x](http://e/?a=1&b=2 \"t\")",
        "<p>{link 0}a{/link} <a href=\"http://e/?a=1&amp;b=2\" title=\"t\">x</a></p>",
    );
    check(
        "[a](javascript:x) <a@b.c> <https://e.f/g>",
        "<p>a <a href=\"mailto:a@b.c\">a@b.c</a> <a href=\"https://e.f/g\">https://e.f/g</a></p>",
    );
    check(
        "see https://e.com/a_b--c's. www.g.org, `https://no`",
        "<p>see <a href=\"https://e.com/a_b--c&#x27;s\">https://e.com/a_b--c's</a>. <a href=\"https://www.g.org\">www.g.org</a>, <code>https://no</code></p>",
    );
    check("a ![b *c*](d.png) e", "<p>a {embed 0 b c} e</p>");
    check("![b|200](d.png \"Cap <x>\")", "<figure>{embed 0 b 200x0}<figcaption>Cap &lt;x&gt;</figcaption></figure>");
    check("![[d.png|200x100]]", "<figure>{embed 0 d.png 200x100}</figure>");
    check("![[note#h]]", "<div>{embed 0 note &gt; h}</div>".replace("&gt;", ">").as_str());
    check("![b](https://e/f.png)", "<p><a href=\"https://e/f.png\">b</a></p>");
    check("[![b](https://e/f.png)](g.md)", "<p>{link 0}b{/link}</p>");
    check("a ![[note]] b", "<div>a {embed 0 note} b</div>");
    check("[![b](f.png)](g.md)", "<p>{link 0}{embed 1 b}{/link}</p>");
    check("[a https://x.y b](c.md)", "<p>{link 0}a https://x.y b{/link}</p>");
    let found = read_text("ä [a](b%20c.md?q#d) [[n|t]]");
    let spots: Vec<_> =
        found.links.iter().map(|link| (link.target.as_str(), link.spot.column, link.spot.length)).collect();
    assert_eq!(spots, [("b c.md", 3, 17), ("n", 21, 7)]);
}

#[test]
fn highlights_and_tags() {
    check("a ==b *c*== d", "<p>a <mark>b <em>c</em></mark> d</p>");
    check("==a *b== c*", "<p>==a <em>b== c</em></p>");
    check("a == b ===c=== `==d==`", "<p>a == b ===c=== <code>==d==</code></p>");
    check(
        "#a/b x#c #12 #1a (#d) [[n#e]]",
        "<p><span class=\"tag\">#a/b</span> x#c #12 <span class=\"tag\">#1a</span> (<span class=\"tag\">#d</span>) {link 0}n &gt; e{/link}</p>",
    );
    assert_eq!(read_text("#my_tag #My_Tag #b, #日記").tags, ["my_tag", "b", "日記"]);
}

#[test]
fn block_ids() {
    check("a ^x-1", "<p><span id=^x-1></span>a</p>");
    check("- a ^y\n- b", "<ul><li><span id=^y></span>a</li><li>b</li></ul>");
    check("> q\n\n^z", "<blockquote><p>q</p></blockquote><span id=^z></span>");
    check("- [ ] b ^y", "<ul class=\"steps\">{step 0}<span id=^y></span>b{/step}</li></ul>");
    assert_eq!(read_text("a ^x\n\n- [ ] b ^y").blocks, ["x", "y"]);
}

#[test]
fn footnotes() {
    check(
        "a[^x] b[^y] c[^x]\n\n[^y]: Y\n[^z]: Z\n[^x]: X\n\n    more",
        "<p>a<sup id=fnref-1><a href=#fn-1 aria-label={Note(1)}>1</a></sup> \
         b<sup id=fnref-2><a href=#fn-2 aria-label={Note(2)}>2</a></sup> \
         c<sup id=fnref-1-2><a href=#fn-1 aria-label={Note(1)}>1</a></sup></p>\
         <section class=\"fn\" aria-label={Notes}><ol><li id=fn-1><p>X</p><p>more</p> \
         <a href=#fnref-1 aria-label={BackTo(1, 1)}>{Back}</a> \
         <a href=#fnref-1-2 aria-label={BackTo(1, 2)}>{Back}</a></li>\
         <li id=fn-2>Y <a href=#fnref-2 aria-label={BackTo(2, 1)}>{Back}</a></li>\
         <li id=fn-3>Z</li></ol></section>",
    );
}

#[test]
fn callouts() {
    check(
        "> [!tip] My *title*\n> a",
        "<aside class=\"note callout callout-tip\"><b>My <em>title</em></b><p>a</p></aside>",
    );
    check("> [!NOTE]\n> a", "<aside class=\"note callout callout-note\"><b>{note}</b><p>a</p></aside>");
    check(
        "> [!faq]- Q\n>\n> a",
        "<details class=\"note callout callout-question\"><summary>Q</summary><p>a</p></details>",
    );
    check(
        "> [!x]+\n> - [ ] a",
        "<details class=\"note callout callout-note\" open><summary>X</summary><ul class=\"steps\">{step 0}a{/step}</li></ul></details>",
    );
    check(
        "> [!tip] a *b\n> c* d",
        "<aside class=\"note callout callout-tip\"><b>a <em>b</em></b><p><em>c</em> d</p></aside>",
    );
    check(
        "> [!tip] a\n> > [!bug] b",
        "<aside class=\"note callout callout-tip\"><b>a</b><aside class=\"note callout callout-bug\"><b>b</b></aside></aside>",
    );
    check("> [!private] s\n> t", "<aside class=\"private\"><b>s</b><p>t</p></aside>");
    check("> [!private]\n> t\nlazy", "<aside class=\"private\"><p>t\nlazy</p></aside>");
    check("> [a]\n> b", "<blockquote><p>[a]\nb</p></blockquote>");
}

#[test]
fn comments_are_shown_to_the_writer_alone() {
    check("a %%b <i>%% c", "<p>a <span class=\"private\">b &lt;i&gt;</span> c</p>");
    check("a\n\n%%\n- [ ] b\n%%\n\nc", "<p>a</p><div class=\"private\">- [ ] b</div><p>c</p>");
    check("a <!-- b -->", "<p>a <span class=\"private\">b</span></p>");
    check("<!-- b -->", "<div class=\"private\">b</div>");
    check("- a\n- b %%c%%", "<ul><li>a</li><li>b <span class=\"private\">c</span></li></ul>");
    let open = read_text("a %%b\n\n- [ ] c");
    assert_eq!(open.diagnostics.len(), 1);
    assert!(open.steps.items.is_empty());
}

#[test]
fn raw_html_is_cleaned() {
    check("a <kbd>b</kbd> <script>c</script> d", "<p>a <kbd>b</kbd>  d</p>");
    check("<b onclick=\"x\" title=\"t\">a", "<p><b title=\"t\">a</b></p>");
    check("*a <b>c*d</b>", "<p><em>a <b>c</b></em>d</p>");
    check("<div onload=x>\n\n*a*\n\n</div>\n\nb", "<div><p><em>a</em></p></div><p>b</p>");
    check("<script>\nx\n\n</script>\n\ny", "<p>y</p>");
    check("<img src=\"a.png\" onerror=x>", "<img src={0}>");
    check("<img src=\"https://a/b.png\" alt=\"c\">", "<a href=\"https://a/b.png\">c</a>");
    check("x <a href=\"java&#10;script:y\">z</a>", "<p>x <a>z</a></p>");
    check("> <div>\n\na", "<blockquote><div></div></blockquote><p>a</p>");
    // The tab comes as an event of text within the block.
    check("- a\n\t<p>b", "<ul><li>a  <p>b</p></li></ul>");
    check("<ul><li>a<li>b</ul></div>", "<ul><li>a</li><li>b</li></ul>");
    check("<iframe src=x></iframe>\n\n<style>a{}</style>\n\nb", "<p>b</p>");
}

#[test]
fn formulas() {
    check("a $x^2$ b", "<p>a <math><msup><mi>x</mi><mn>2</mn></msup></math> b</p>");
    check("$\\nope$", "<p><code>\\nope</code></p>");
    assert_eq!(read_text("a $\\nope$").diagnostics[0].place.as_ref().map(|place| place.column), Some(3));
}

#[test]
fn summary_and_words() {
    let found = read_text("# T\n\n> [!tip] no\n\n- [ ] no\n\nThe *first* one, yes.\n\nnot this");
    assert_eq!(found.summary, "The first one, yes.");
    assert_eq!(found.words, 9);
    let long = read_text(&"word ".repeat(100)).summary;
    assert!(long.chars().count() <= 200 && long.ends_with("word…"), "{long}");
}

/// How many steps a text has, and their states.
#[track_caller]
fn steps(markdown: &str, expected: &[&str]) {
    let found = read_text(markdown);
    let symbols: Vec<_> = found.steps.items.iter().map(|step| step.symbol.as_str()).collect();
    assert_eq!(symbols, expected, "{markdown}");
}

#[test]
fn what_is_a_step_in_a_file() {
    steps("```\n- [ ] in fence\n```", &[]);
    steps("    - [ ] a", &[]);
    steps("<!--\n- [ ] a\n-->", &[]);
    steps("%%\n- [ ] a\n%%", &[]);
    steps("> [!note] Title\n> - [ ] a\n> - [/] b", &[" ", "/"]);
    steps("- [ ] a\n  - [x] b\n    - [ ] c", &[" ", "x", " "]);
    steps("- [ ] a\n\t- [x] b\n\t- [/] c\n\t\t- [-] d\n- [>] e", &[" ", "x", "/", "-", ">"]);
    steps("1. [ ] a\r\n\t1. [x] b\r\n\r\n\t2. [/] c\r\n> - [ ] d\n>\t- [x] e", &[" ", "x", "/", " ", "x"]);
    steps("- Group\n  - [x] a\n  - [ ] b", &["x", " "]);
    steps("- [x] p\n  - [ ] c", &["x", " "]);
    steps("- [ ] p\n  - [x] a\n  - [x] b", &[" ", "x", "x"]);
    steps("- [ ] a\n\n  para\n\n  - [/] sub", &[" ", "/"]);
    steps("- [?] q\n\n[?]: http://e", &["?"]);
    steps("- [x](http://e) a", &[]);
    steps("- [x]: http://e", &[]);
    steps("- [ ]", &[" "]);
    steps("1. [ ] a\n2. [>] b\n10) [!] c", &[" ", ">", "!"]);
    steps("| - [ ] a | b |\n|--|--|", &[]);
    steps("- [ ] a\r\n- [x] b\r\n", &[" ", "x"]);
    let lazy = read_text("- [ ] a\ncontinued lazily 📅 2026-01-01");
    assert_eq!((lazy.steps.items.len(), lazy.steps.items[0].fields.due), (1, None));
    check("- [?] q\n\n[?]: http://e", "<ul class=\"steps\">{step 0}q{/step}</li></ul>");
}

/// Stretches of Markdown that mean something together.
fn fragments() -> impl Strategy<Value = String> {
    const PARTS: [&str; 96] = [
        "a",
        "word ",
        " ",
        "  ",
        "    ",
        "\n",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        "- ",
        "* ",
        "1. ",
        "- [ ] ",
        "- [x] ",
        "- [*] ",
        "> ",
        "> ",
        ">",
        "> [!tip] ",
        "> [!x]- ",
        "# ",
        "## ",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "```",
        "```\n",
        "~~~\n",
        "$",
        "$$",
        "==",
        "==",
        "#tag",
        "[[",
        "]]",
        "[[a|",
        "![[",
        "](",
        ")",
        "[",
        "]",
        "![",
        "<",
        ">",
        "<b>",
        "</b>",
        "<div>\n",
        "</div>\n",
        "<script>",
        "</script>",
        "<p>",
        "<table>",
        "<td>",
        "<ul>",
        "<li>",
        "<a href=x>",
        "</a>",
        "<details>\n",
        "<summary>",
        "<img src=a.png>",
        "<!x>",
        "<?",
        "[^1]",
        "[^1]: ",
        "[^2]: ",
        "|",
        "|\n|-|\n",
        "---\n",
        "===\n",
        ": ",
        "\\",
        "&amp;",
        "&",
        "\"",
        "'",
        "--",
        "^id",
        " ^id\n",
        "https://x.org/a",
        "www.x.org",
        "ä",
        "📅 2026-01-01",
        "日",
        "\u{1}",
        "\0",
        "{#x}",
        "[a]: b\n",
        "[?] ",
        "<!-->",
        "%",
        "\\frac{",
        "}",
        "[!private]",
    ];
    prop::collection::vec(prop::sample::select(&PARTS[..]), 0..40).prop_map(|parts| parts.concat())
}

/// The tags that are open at the end, or the first that closes nothing.
fn unbalanced(html: &str) -> Option<String> {
    let mut open = Vec::new();
    for part in html.split('<').skip(1) {
        let tag = part.split('>').next().unwrap_or_default();
        let name = tag.trim_start_matches('/').split([' ', '{']).next().unwrap_or_default();
        if tag.ends_with('/') || matches!(name, "br" | "hr" | "img" | "col" | "source" | "track") {
            continue;
        }
        if !tag.starts_with('/') {
            open.push(name);
        } else if open.pop() != Some(name) {
            return Some(format!("</{name}>"));
        }
    }
    open.pop().map(str::to_owned)
}

/// The body with slots as tags, so that these are balanced as well.
fn as_tags(body: &Body) -> String {
    let mut html = String::new();
    for piece in &body.pieces {
        html.push_str(match piece {
            Piece::Html(text) => text,
            Piece::LinkStart(_) => "<a>",
            Piece::LinkEnd(_) => "</a>",
            Piece::HeadingStart(_) => "<h>",
            Piece::HeadingEnd(_) => "</h>",
            Piece::StepStart(_) | Piece::GroupStart(_) => "<li><text>",
            Piece::StepTextEnd(_) | Piece::GroupTextEnd(_) => "</text>",
            Piece::Said(_, Phrase::Private) => "",
            Piece::Id(_) | Piece::Fragment(_) | Piece::Embed { .. } | Piece::Attribute { .. } | Piece::Said(..) => " ",
        });
    }
    html
}

#[track_caller]
fn is_sound(text: &str) {
    for html in [settings::Html::Sanitize, settings::Html::Escape] {
        let found = read_with(text, Some("x"), &Settings { html, ..Settings::default() });
        let tags = as_tags(&found.body);
        assert_eq!(unbalanced(&tags), None, "{text:?}\n{tags}");
        for forbidden in ["<script", "<iframe", "javascript:", "<p><p", "<p><div"] {
            assert!(!tags.contains(forbidden), "{forbidden} in {tags}");
        }
        let steps = found.body.pieces.iter().filter(|piece| matches!(piece, Piece::StepStart(_))).count();
        assert!(steps <= found.steps.items.len());
        for link in &found.links {
            assert!(link.spot.line > 0 && link.spot.column > 0);
        }
    }
    let _ = read_with(text, None, &Settings { html: settings::Html::Allow, ..Settings::default() });
}

const CANARY: &str = "canary";

/// What the public reader of a text is given, all of it.
fn public(text: &str) -> String {
    let path = SourcePath::new("a.md").expect("a path");
    let left = public_text(&Source::new(&path, text), 0).unwrap_or_else(|| text.to_owned());
    assert_eq!(left.len(), text.len());
    assert_eq!(left.lines().count(), text.lines().count());
    format!("{left}{:?}", read(&Source::new(&path, &left), 0, None, &Settings::default()))
}

fn private_region() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "%%canary%%",
        "%% a\n- [ ] canary #canary\n\ncanary %%",
        "<!-- canary -->",
        "<!-- a\n\n- [ ] [[canary]]\n-->",
        "\n\n> [!private]\n> canary\n\n",
        "\n\n> [!PRIVATE]- canary\n> - [ ] [a](canary.md) #canary\ncanary\n\n",
        "\n\n> [!Private]+ x\n> > [!tip] canary\n> ```\n> canary\n> ```\n\n",
        "\n\n> > [!private|x] canary\n> > [^c]: canary\n> > [canary]: http://canary\n\n",
        "\n\n- a\n  > [!private] canary\n  > - canary\n  canary\n\n",
        "\n\n> [!private]: canary\n\n",
        "\n\n1. > [!private]\n   > # canary\n   > | canary |\n   > |-|\n\n",
    ])
    .prop_map(str::to_owned)
}

proptest! {
    #[test]
    fn any_markdown_becomes_balanced_html(text in fragments()) {
        is_sound(&text);
    }

    #[test]
    fn any_text_can_be_read(text in "\\PC{0,200}") {
        is_sound(&text);
    }

    #[test]
    fn nothing_private_is_in_the_public_face(before in fragments(), region in private_region(), after in fragments()) {
        // Where the region is code, or its beginning is escaped, it is no region.
        let before = before.replace(['`', '~', '\\', '%', '<', '$', '\t'], "").replace("    ", " ").replace("  ", " ");
        let text = format!("{before}{region}{after}");
        let shown = public(&text);
        prop_assert!(!shown.contains(CANARY), "{text:?}\n{shown}");
    }

    #[test]
    fn comments_never_leak_whatever_stands_around(before in fragments(), after in fragments()) {
        let text = format!("{before}\n\n%%canary%%\n{after}");
        let shown = public(&text);
        let writer = read_text(&text);
        // What the writer is shown as a comment is hidden from the public; else it is in code, or there is none.
        let marked = shown_comments(&writer.body).iter().any(|comment| comment.contains(CANARY));
        prop_assert!(!(marked && shown.contains(CANARY)), "{text:?}\n{shown}");
    }
}

fn shown_comments(body: &Body) -> Vec<String> {
    let html = as_tags(body);
    html.split(" class=\"private\">")
        .skip(1)
        .map(|rest| rest.split('<').next().unwrap_or_default().to_owned())
        .collect()
}
