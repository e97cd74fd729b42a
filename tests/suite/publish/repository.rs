//! A journal in a repository with a remote, and a git that knows nothing of the machine it runs on.

use std::collections::BTreeMap;
use std::process::Command;

use crate::sandbox::{Run, Sandbox};

/// Words that nobody else may read.
pub const SECRETS: [&str; 3] = ["gunwale", "bilgewater", "quarterdeck"];

const PLAN: &str = "---\nstart: 2026-03-01\ndue: 2027-03-01\n---\n\n# Mend the boat\n\n- [x] Look at her ✅ 2026-03-02\n\
    - [ ] Sand the hull\n- [ ] Paint it\n";
const REFLECTION: &str =
    "---\nplan: boat\n---\n\nThe rain was kind.\n\n> [!private]\n> I hid the gunwale.\n\n%%bilgewater%%\n";
const PRIVATE: &str = "---\nvisibility: private\ntags: [quarterdeck]\n---\n\nThe quarterdeck is mine alone.\n";

/// What publishing may not change.
#[derive(PartialEq, Eq)]
pub struct Untouched {
    index: Vec<u8>,
    head: String,
    refs: Vec<String>,
    files: Vec<(String, Vec<u8>)>,
}

impl std::fmt::Debug for Untouched {
    /// Bytes say nothing to who reads why a test failed.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let digest = |bytes: &[u8]| xxhash_rust::xxh3::xxh3_64(bytes);
        let files: Vec<_> = self.files.iter().map(|(path, bytes)| (path, digest(bytes))).collect();
        write!(f, "index {:x}, {:?}, {:?}, {files:?}", digest(&self.index), self.head, self.refs)
    }
}

/// A folder with `journal/` in it, a repository on the branch `main`, and its remote `remote.git/`.
pub struct Repository {
    pub sandbox: Sandbox,
}

impl Repository {
    /// A journal of a plan, a reflection and a private entry, committed and pushed; none if there is no git, and then the
    /// test is told of as ignored.
    pub fn new(test: &str) -> Option<Self> {
        let repository = Self::empty(test)?;
        repository.git("journal", "add .");
        repository.git("journal", "commit --quiet -m begin");
        repository.git("journal", "push --quiet origin main");
        Some(repository)
    }

    /// The same before its first commit.
    pub fn empty(test: &str) -> Option<Self> {
        if crate::outside::program(&["git"]).is_none() {
            crate::outside::ignored(test, "there is no git");
            return None;
        }
        let sandbox = Sandbox::new()
            .file("home/.gitconfig", "[user]\nname = Ines\nemail = ines@example.org\n")
            .file("journal/.gitignore", "/.journal/\n/site/\n")
            .file(
                "journal/journal.yaml",
                "today: 2026-11-22\ntitle: Boats\nsearch: false\ntheme: {show_cards: false}\n",
            )
            .file("journal/plans/boat.md", PLAN)
            .file("journal/reflections/2026-11-20-rain.md", REFLECTION)
            .file("journal/secret.md", PRIVATE)
            .file("journal/picture.bin", [0, 13, 10, 255, 10, 13]);
        let repository = Self { sandbox };
        repository.git("", "init --quiet --bare -b main remote.git");
        repository.git("journal", "init --quiet -b main");
        repository.git("journal", "remote add origin ../remote.git");
        Some(repository)
    }

    fn environment(&self) -> [(&'static str, String); 5] {
        let home = self.sandbox.path("home").to_string_lossy().into_owned();
        [
            ("GIT_CONFIG_GLOBAL", format!("{home}/.gitconfig")),
            ("GIT_CONFIG_NOSYSTEM", "1".into()),
            ("GIT_TERMINAL_PROMPT", "0".into()),
            ("XDG_CONFIG_HOME", home.clone()),
            ("HOME", home),
        ]
    }

    fn command(&self, folder: &str, arguments: &[&str]) -> Command {
        let mut git = Command::new("git");
        git.args(["-c", "protocol.file.allow=always"]).args(arguments).current_dir(self.sandbox.path(folder));
        let own = ["GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL"];
        for name in own.into_iter().chain(["GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL", "EMAIL"]) {
            git.env_remove(name);
        }
        git.envs(self.environment());
        git
    }

    /// What git says in a folder, without the last line break.
    #[track_caller]
    pub fn git(&self, folder: &str, arguments: &str) -> String {
        let arguments: Vec<&str> = arguments.split_whitespace().collect();
        let said = String::from_utf8(self.bytes(folder, &arguments)).expect("text");
        said.trim_end().to_owned()
    }

    /// The same as bytes.
    #[track_caller]
    pub fn bytes(&self, folder: &str, arguments: &[&str]) -> Vec<u8> {
        let output = self.command(folder, arguments).output().expect("git starts");
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    }

    /// Where a ref is; nothing if it is not there.
    pub fn at(&self, folder: &str, name: &str) -> String {
        let output = self.command(folder, &["rev-parse", "--quiet", "--verify", name]).output().expect("git starts");
        String::from_utf8_lossy(&output.stdout).trim_end().to_owned()
    }

    /// Runs `journal publish` in the journal.
    #[track_caller]
    pub fn publish(&self, arguments: &str) -> Run {
        self.run("journal", &format!("publish {arguments}"))
    }

    /// Runs the program in a folder.
    #[track_caller]
    pub fn run(&self, folder: &str, arguments: &str) -> Run {
        self.run_with(folder, arguments, &[])
    }

    /// The same with environment variables.
    #[track_caller]
    pub fn run_with(&self, folder: &str, arguments: &str, more: &[(&str, &str)]) -> Run {
        let own = self.environment();
        let all: Vec<(&str, &str)> =
            own.iter().map(|(name, value)| (*name, value.as_str())).chain(more.iter().copied()).collect();
        self.sandbox.start(folder, arguments, &all)
    }

    /// A program that git runs.
    #[track_caller]
    pub fn hook(&self, path: &str, script: &str) {
        self.sandbox.write(path, format!("#!/bin/sh\n{script}\n"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let rights = std::fs::Permissions::from_mode(0o755);
            std::fs::set_permissions(self.sandbox.path(path), rights).expect("it is ours");
        }
    }

    /// The files of a commit: their bytes, by path.
    pub fn tree(&self, folder: &str, commit: &str) -> BTreeMap<String, Vec<u8>> {
        let listed = self.git(folder, &format!("ls-tree -r --full-tree {commit}"));
        let file = |line: &str| {
            let (meta, path) = line.split_once('\t').expect("a path");
            let id = meta.strip_prefix("100644 blob ").unwrap_or_else(|| panic!("a plain file: {line}"));
            (id.to_owned(), path.to_owned())
        };
        let (ids, paths): (Vec<String>, Vec<String>) = listed.lines().map(file).unzip();
        let objects = self.objects(folder, &ids);
        paths.into_iter().zip(objects.into_iter().map(|(_, bytes)| bytes)).collect()
    }

    /// What objects are and hold.
    pub fn objects(&self, folder: &str, ids: &[String]) -> Vec<(String, Vec<u8>)> {
        let mut git = self.command(folder, &["cat-file", "--batch"]);
        let list = self.sandbox.path("asked");
        std::fs::write(&list, ids.join("\n")).expect("a file");
        git.stdin(std::fs::File::open(&list).expect("it was written"));
        let output = git.output().expect("git starts").stdout;
        let mut rest = output.as_slice();
        let mut object = |_: &String| {
            let end = rest.iter().position(|byte| *byte == b'\n').expect("a head line");
            let head = String::from_utf8_lossy(&rest[..end]).into_owned();
            let (kind, size) = head.split_once(' ').and_then(|(_, head)| head.split_once(' ')).expect("kind and size");
            let bytes = &rest[end + 1..][..size.parse().expect("a number")];
            rest = &rest[end + 2 + bytes.len()..];
            (kind.to_owned(), bytes.to_vec())
        };
        ids.iter().map(&mut object).collect()
    }

    /// Everything that publishing may not change: `HEAD`, the index, all refs but one, and the work tree.
    pub fn untouched(&self, folder: &str, branch: &str) -> Untouched {
        let git = self.git(folder, "rev-parse --absolute-git-dir");
        let index = std::fs::read(format!("{git}/index")).unwrap_or_default();
        let head = std::fs::read_to_string(format!("{git}/HEAD")).expect("HEAD");
        let refs = self.git(folder, "for-each-ref --format=%(refname)=%(objectname)");
        let refs = refs.lines().filter(|line| !line.contains(&format!("/{branch}="))).map(str::to_owned).collect();
        let files = self.sandbox.files(folder).into_iter();
        let files = files.filter(|(path, _)| !path.starts_with(".git/") && !path.starts_with(".journal/")).collect();
        Untouched { index, head, refs, files }
    }

    /// Every file of a repository's own folder, with its bytes.
    pub fn inside(&self, folder: &str) -> Vec<(String, Vec<u8>)> {
        self.sandbox.files(folder)
    }
}
