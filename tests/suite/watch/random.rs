//! Whatever happens to a journal while it is previewed: afterwards each page is what a build writes.

use std::fs;

use super::{LONG, Preview, wait_for, without_preview};
use crate::sandbox::{Sandbox, files};

const PATHS: [&str; 14] = [
    "plans/novel.md",
    "plans/index.md",
    "plans/deep/boat.md",
    "reflections/2026-03-01-a.md",
    "reflections/2026-03-02-b.md",
    "about.md",
    "About.md",
    "notes/n.md",
    "images/pic.png",
    "static/robots.txt",
    "static/about.html",
    "templates/tag.html",
    "journal.yaml",
    ".gitignore",
];

const FOLDERS: [&str; 6] = ["plans", "plans/deep", "reflections", "notes", "moved", "images"];

/// Pseudo-random numbers (Knuth's linear congruential generator): the same run of them each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % limit
    }

    fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}

fn content(path: &str, numbers: &mut Numbers, template: &str) -> String {
    match path {
        "journal.yaml" => {
            numbers.of(&["today: 2026-11-22\n", "today: 2026-11-22\ntitle: T\nignore: [notes/]\n"]).to_owned()
        }
        ".gitignore" => numbers.of(&["", "notes/\n", "*.png\n"]).to_owned(),
        "templates/tag.html" => {
            template.replacen("{% endblock", &format!("<!-- {} -->{{% endblock", numbers.below(9)), 1)
        }
        _ => {
            let front = numbers.of(&["", "---\nvisibility: private\n---\n", "---\ntags: [x, y]\nmood: 3\n---\n"]);
            let body = numbers.of(&[
                "See [[novel]] and [[a]].\n",
                "- [ ] One\n  - [x] Two ✅ 2026-11-20\n",
                "![](/images/pic.png)\n",
            ]);
            format!("{front}# T{}\n\n{body}", numbers.below(9))
        }
    }
}

/// Something happens.
fn happen(sandbox: &Sandbox, numbers: &mut Numbers, template: &str) {
    let path = numbers.of(&PATHS);
    let text = content(path, numbers, template);
    match numbers.below(10) {
        8.. => append(sandbox, path, numbers.below(99)),
        0..=2 => write(sandbox, path, &text),
        3 => {
            // Beside it and renamed over.
            write(sandbox, &format!("{path}.tmp"), &text);
            let _ = fs::rename(sandbox.path(&format!("{path}.tmp")), sandbox.path(path));
        }
        4 => _ = fs::remove_file(sandbox.path(path)),
        5 => {
            let to = numbers.of(&PATHS[..8]);
            if !matches!(path, "journal.yaml" | ".gitignore" | "templates/tag.html") {
                let _ = fs::rename(sandbox.path(path), sandbox.path(to));
            }
        }
        6 => {
            let (from, to) = (numbers.of(&FOLDERS), numbers.of(&FOLDERS));
            let _ = fs::rename(sandbox.path(from), sandbox.path(to));
        }
        _ => _ = fs::remove_dir_all(sandbox.path(numbers.of(&FOLDERS[1..]))),
    }
}

/// What people do most: they go on writing.
fn append(sandbox: &Sandbox, path: &str, number: usize) {
    let path = sandbox.path(path);
    if path.extension().is_some_and(|ending| ending == "md")
        && let Ok(text) = fs::read_to_string(&path)
    {
        let _ = fs::write(path, format!("{text}\nMore words, {number} of them.\n"));
    }
}

fn write(sandbox: &Sandbox, path: &str, text: &str) {
    let path = sandbox.path(path);
    // A file may stand where its folder was.
    let _ = path.parent().map(fs::create_dir_all);
    let _ = fs::write(path, text);
}

/// The paths at which the preview does not answer what a build writes.
fn different(sandbox: &Sandbox, preview: &Preview, gone: &[String]) -> Vec<String> {
    let out = Sandbox::new();
    sandbox.run(&format!("build --private -o {}", out.path("site").display()));
    let built: Vec<_> =
        files(&out.path("site")).into_iter().filter(|(path, _)| !path.starts_with(".journal")).collect();
    let mut wrong = Vec::new();
    for (path, bytes) in &built {
        let answer = preview.get(&format!("/{path}"));
        // A page of `static/` is as the person made it, and has nothing put in.
        let same =
            answer.body == *bytes || without_preview(&String::from_utf8_lossy(&answer.body)).as_bytes() == &bytes[..];
        if answer.status != 200 || !same {
            wrong.push(path.clone());
        }
    }
    for path in gone.iter().filter(|path| built.iter().all(|(built, _)| built != *path)) {
        if preview.get(&format!("/{path}")).status != 404 {
            wrong.push(format!("{path} is still there"));
        }
    }
    wrong
}

#[test]
fn after_a_thousand_things_that_happen_each_page_is_what_a_build_writes() {
    let sandbox = Sandbox::on_a_sunday().file("plans/novel.md", "# Novel\n\n- [ ] One\n");
    let template = sandbox.run("theme show tag.html").stdout;
    let preview = Preview::of(&sandbox);
    let mut numbers = Numbers(7);
    let mut gone: Vec<String> = Vec::new();
    for round in 0..1000 {
        happen(&sandbox, &mut numbers, &template);
        if round % 3 == 0 {
            // In the middle of it someone looks.
            preview.get("/plans/novel.html");
        }
        if round % 100 == 99 {
            wait_for("what a build writes", || {
                let wrong = different(&sandbox, &preview, &gone);
                if !wrong.is_empty() {
                    std::thread::sleep(LONG / 600);
                }
                wrong.is_empty()
            });
            let listed = preview.get("/journal.json").json();
            let pages =
                ["plans", "reflections", "pages"].into_iter().filter_map(|kind| listed[kind].as_array().cloned());
            gone.extend(pages.flatten().filter_map(|page| page["url"].as_str().map(str::to_owned)));
        }
    }
    assert!(!gone.is_empty(), "there were pages");
}
