//! Themes: the built-in templates listed, shown, copied and overridden, and the data that each page's template is given.

use crate::sandbox::Sandbox;

fn journal() -> Sandbox {
    Sandbox::on_a_sunday()
        .file(
            "plans/novel.md",
            "---\ntitle: Novel\nmood_board: blue\n---\nWhy.\n\n- [x] One ✅ 2026-11-01\n- [ ] Two\n",
        )
        .file("reflections/2026-11-20.md", "---\nplan: novel\nmood: good\ntags: [day]\n---\nWords.\n")
        .file("about.md", "---\ntitle: About me\n---\nMe.\n")
}

#[test]
fn the_built_in_templates_are_listed_and_those_overridden_are_marked() {
    let sandbox = journal().file("templates/tag.html", "own");
    let run = sandbox.run("theme list").exit(0).out("tag.html  (overridden by templates/)\n").out("base.html\n");
    assert_eq!(run.stdout, sandbox.run("theme").exit(0).stdout, "listing is what `theme` does by itself");
    for name in ["home.html", "plan.html", "reflection.html", "page.html", "theme/journal.css", "404.html"] {
        assert!(run.stdout.lines().any(|line| line == name), "{name}\n{run}");
    }
    assert_eq!(run.stderr, "");
}

#[test]
fn a_built_in_template_is_shown_even_where_it_is_overridden() {
    let sandbox = journal().file("templates/page.html", "own");
    let run = sandbox.run("theme show page.html").exit(0).out("{% extends");
    assert_eq!(run.stdout, sandbox.run("theme show templates/page.html").exit(0).stdout);
    sandbox.run("theme show pge.html").exit(2).err("did you mean `page.html`?");
    sandbox.run("theme show ../../etc/passwd").exit(2);
}

#[test]
fn a_template_is_copied_once_and_what_is_there_stays() {
    let sandbox = journal().file("templates/page.html", "own");
    sandbox
        .run("theme copy plan.html theme/journal.css")
        .exit(0)
        .out("templates/plan.html\ntemplates/theme/journal.css\n");
    assert_eq!(sandbox.read("templates/plan.html"), sandbox.run("theme show plan.html").stdout);
    let run = sandbox.run("theme copy page.html").exit(0).err("templates/page.html is there already");
    assert_eq!((run.stdout.as_str(), sandbox.read("templates/page.html").as_str()), ("", "own"));
    sandbox.run("theme copy nothing.html").exit(2);
    sandbox.run("theme copy").exit(2);
}

#[test]
fn a_copy_of_all_templates_changes_no_page() {
    let sandbox = journal();
    sandbox.run("build").exit(0);
    let before = sandbox.files("site");
    sandbox.run("theme copy --all").exit(0);
    assert!(sandbox.has("templates/base.html") && sandbox.has("templates/theme/journal.css"));
    sandbox.run("build").exit(0);
    assert_eq!(sandbox.files("site"), before);
}

#[test]
fn one_file_is_overridden_and_the_others_stay() {
    let sandbox = journal();
    sandbox.run("build").exit(0);
    let plan = sandbox.read("site/plans/novel.html");
    sandbox.write(
        "templates/page.html",
        "<!doctype html>\n<title>{{ site.title }}</title>\n<p>Mine: {{ page.title }}</p>\n",
    );
    sandbox.run("build").exit(0);
    assert!(sandbox.read("site/about.html").contains("<p>Mine: About me</p>"));
    assert_eq!(sandbox.read("site/plans/novel.html"), plan);
    sandbox.remove("templates/page.html");
    sandbox.run("build").exit(0);
    assert!(!sandbox.read("site/about.html").contains("Mine"));
}

#[test]
fn the_base_of_all_pages_can_be_overridden() {
    let sandbox = journal();
    let base = sandbox.run("theme show base.html").exit(0).stdout;
    sandbox.write("templates/base.html", base.replacen("</body>", "<p>basemark</p></body>", 1));
    sandbox.run("build").exit(0);
    for page in ["index.html", "about.html", "plans/novel.html", "reflections/2026-11-20.html", "404.html"] {
        assert!(sandbox.read(&format!("site/{page}")).contains("basemark"), "{page}");
    }
}

#[test]
fn the_style_sheet_can_be_overridden_and_gets_an_address_of_its_own() {
    let sandbox = journal();
    let sheets = || -> Vec<String> {
        let files = sandbox.files("site/theme").into_iter().map(|(path, _)| path);
        files.filter(|path| path.starts_with("journal-") && path.ends_with(".css")).collect()
    };
    sandbox.run("build").exit(0);
    let before = sheets();
    sandbox.write("templates/theme/journal.css", "body{color:rebeccapurple}\n");
    sandbox.run("build").exit(0);
    let after = sheets();
    assert_eq!((before.len(), after.len()), (1, 1));
    assert_ne!(before, after, "a browser that has the old one asks for the new one");
    assert!(sandbox.read(&format!("site/theme/{}", after[0])).contains("rebeccapurple"));
    assert!(sandbox.read("site/plans/novel.html").contains(&format!("../theme/{}", after[0])));
}

#[test]
fn an_entry_can_choose_its_template() {
    let sandbox = journal()
        .file("templates/wide.html", "<p>Wide: {{ page.title }}</p>\n")
        .file("plans/other.md", "---\ntitle: Other\ntemplate: wide.html\n---\n- [ ] a\n");
    let run = sandbox.run("build").exit(0);
    assert!(!run.stderr.contains("warning"), "{run}");
    assert_eq!(sandbox.read("site/plans/other.html").trim(), "<p>Wide: Other</p>");
    assert!(!sandbox.read("site/plans/novel.html").contains("Wide"));
}

#[test]
fn a_template_that_is_not_there_is_a_warning_and_the_kind_s_own_is_used() {
    let sandbox = journal().file("plans/other.md", "---\ntitle: Other\ntemplate: plam.html\n---\n- [ ] a\n");
    let run = sandbox.run("build").exit(0).err("warning[unknown-template]").err("plans/other.md:3:11");
    assert!(run.stderr.contains("`plan.html`"), "{run}");
    assert!(sandbox.read("site/plans/other.html").contains("Other"));
    sandbox.run("build --strict").exit(1);
}

#[test]
fn text_is_escaped_in_a_template_of_ones_own() {
    let sandbox = Sandbox::on_a_sunday()
        .file("a.md", "---\ntitle: \"<b>&\"\n---\nWords.\n")
        .file("templates/page.html", "<p title=\"{{ page.title }}\">{{ page.title }}</p>\n");
    sandbox.run("build").exit(0);
    let html = sandbox.read("site/a.html");
    assert!(!html.contains("<b>") && html.contains("&lt;b&gt;&amp;"), "{html}");
}

#[test]
fn context_tells_what_a_page_is_given() {
    let sandbox = journal();
    let home = sandbox.run("context index.html").exit(0).json();
    for name in ["site", "page", "view"] {
        assert!(home[name].is_object(), "no `{name}` in {home}");
    }
    let plan = sandbox.run("context plans/novel.md").exit(0);
    assert_eq!(plan.stdout, sandbox.run("context plans/novel.html").exit(0).stdout, "by its file or by its address");
    assert_eq!(plan.stderr, "");
    let plan = plan.json();
    assert_eq!(plan["page"]["title"], "Novel");
    assert!(plan["site"].is_object() && plan["view"].is_object());
    assert!(plan.to_string().contains("mood_board"), "keys that nobody knows are kept for templates: {plan}");
    assert!(!sandbox.has("site"), "nothing is written");
    sandbox.run("context plans/novle.html").exit(2).err("did you mean `plans/novel.html`?");
    sandbox.run("context").exit(2);
}

#[test]
fn what_context_tells_is_what_the_template_can_use() {
    let sandbox = journal();
    let context = sandbox.run("context about.md").exit(0).json();
    for part in ["site", "page", "view"] {
        for key in context[part].as_object().expect("an object").keys() {
            let template = format!("{{% if {part}.{key} %}}yes{{% else %}}no{{% endif %}}\n");
            sandbox.write("templates/page.html", template);
            sandbox.run("build").exit(0);
        }
    }
}

#[test]
fn nothing_private_is_in_the_context_of_a_public_page() {
    let sandbox = journal().file("plans/secret.md", "---\ntitle: Secretword\nvisibility: private\n---\n- [ ] a\n");
    for page in ["index.html", "plans/index.html", "plans/novel.md"] {
        let run = sandbox.run(&format!("context {page}")).exit(0);
        assert!(!run.stdout.contains("Secretword"), "{run}");
    }
    sandbox.run("context plans/secret.md").exit(2);
    sandbox.run("context plans/secret.md --private").exit(0).out("Secretword");
}

#[test]
fn rules_of_one_s_own_come_after_the_theme_s_and_under_a_new_name_when_they_change() {
    let sandbox = Sandbox::on_a_sunday().file("a.md", "Text.\n");
    sandbox.run("build").exit(0);
    assert!(!sandbox.read("site/a.html").contains("custom"));
    let link = |rules: &str| {
        sandbox.write("templates/theme/custom.css", rules);
        sandbox.run("build").exit(0);
        let page = sandbox.read("site/a.html");
        let (theme, own) = page.split_once("theme/custom-").expect("it is linked");
        assert!(theme.contains("theme/journal-"), "the theme's goes before it");
        let name = format!("theme/custom-{}", own.split('"').next().expect("an end"));
        assert_eq!(sandbox.read(&format!("site/{name}")), rules);
        name
    };
    assert_ne!(link("p { color: teal }\n"), link("p { color: navy }\n"));
}
