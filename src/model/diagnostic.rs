//! What is wrong in the user's journal, as data: code, severity, place, message, help.
//!
//! Diagnostics are collected, never thrown: one bad file never hides another's problems. How they look is the
//! command line's business.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::SourcePath;

/// How much a problem matters. An error makes the exit status 1; a warning does with `--strict`; a note never does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something could not be used as it was written.
    Error,
    /// Understood, but probably not as meant.
    Warning,
    /// Good to know.
    Note,
}

impl Severity {
    /// The word for it in messages.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal,)+) => {
        /// What kind of problem it is: a stable name that scripts may rely on.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Code {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Code {
            /// All codes with their meaning, in the order of their names.
            pub const ALL: &'static [(Self, &'static str)] = &[$((Self::$variant, concat!($($doc),+)),)+];

            /// The name, in kebab case.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }
        }
    };
}

codes! {
    /// Another file with the same address was there first.
    AddressTaken = "address-taken",
    /// All steps below a step are done, but its own box is not ticked.
    AllChildrenDone = "all-children-done",
    /// A value that is not of a kind that can be read.
    BadValue = "bad-value",
    /// A date that does not exist or is not written as YYYY-MM-DD.
    BadDate = "bad-date",
    /// A message of `templates/languages/` that can't be read.
    BadWords = "bad-words",
    /// A block id with a character that Obsidian does not take.
    BadBlockId = "bad-block-id",
    /// Two bracketed characters, a missing space or something else that keeps a line from being a step.
    BadBox = "bad-box",
    /// A step id that can't be read.
    BadId = "bad-id",
    /// A recurrence rule that can't be read to its end.
    BadRecurrence = "bad-recurrence",
    /// A link that leads nowhere.
    DeadLink = "dead-link",
    /// Steps that wait for each other in a circle.
    DependencyCycle = "dependency-cycle",
    /// A step that is not done has a done date.
    DoneDateOnOpenStep = "done-date-on-open-step",
    /// The same field twice on a line.
    DuplicateField = "duplicate-field",
    /// The same step id twice.
    DuplicateId = "duplicate-id",
    /// The same key twice in front matter or settings.
    DuplicateKey = "duplicate-key",
    /// A field's sign with nothing behind it.
    EmptyField = "empty-field",
    /// An embed inside an embed, and so on in a circle or too deep.
    EmbedTooDeep = "embed-too-deep",
    /// A step's field that Obsidian Tasks will not see, for other text follows it.
    FieldNotTrailing = "field-not-trailing",
    /// The end of something came before its start.
    DueBeforeStart = "due-before-start",
    /// A link could mean more than one entry.
    AmbiguousLink = "ambiguous-link",
    /// Front matter that can't be parsed.
    BadFrontMatter = "bad-front-matter",
    /// Front matter that is opened and never closed.
    UnclosedFrontMatter = "unclosed-front-matter",
    /// A file that is not UTF-8.
    NotUtf8 = "not-utf-8",
    /// A file that is too large to be an entry.
    TooLarge = "too-large",
    /// A file or folder that can't be read.
    Unreadable = "unreadable",
    /// A symbolic link that leads outside the journal, or nowhere.
    LinkOutside = "link-outside",
    /// A name that can't be a path in a site.
    BadName = "bad-name",
    /// A permalink or slug that can't be an address.
    BadAddress = "bad-address",
    /// A done step has an open one below it.
    ParentDoneChildOpen = "parent-done-child-open",
    /// A time of day behind a date is not used.
    TimeIgnored = "time-ignored",
    /// A bracketed field that is not closed.
    UnclosedField = "unclosed-field",
    /// A comment that is opened and never closed.
    UnclosedComment = "unclosed-comment",
    /// A step waits for an id that no step has.
    UnknownDependency = "unknown-dependency",
    /// A key that is not known here.
    UnknownKey = "unknown-key",
    /// A plan that no file is.
    UnknownPlan = "unknown-plan",
    /// A checkpoint that the plan does not have.
    UnknownCheckpoint = "unknown-checkpoint",
    /// A box with a character that has no meaning yet.
    UnknownStatus = "unknown-status",
    /// A math formula that can't be set.
    BadMath = "bad-math",
    /// A language that the theme has no words in.
    UnknownLanguage = "unknown-language",
    /// A template that does not exist.
    UnknownTemplate = "unknown-template",
    /// The flag at the end of a line that Obsidian Tasks would delete.
    WrongFlag = "wrong-flag",
    /// Nesting deeper than a page can show.
    TooDeep = "too-deep",
    /// Who may see an entry can't be understood, so nobody does.
    BadVisibility = "bad-visibility",
}

/// Where in a file: line and column count from 1, columns and length in characters of the line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The line of the file.
    pub line: u32,
    /// The first character meant.
    pub column: u32,
    /// How many characters are meant, at least 1.
    pub length: u32,
    /// The whole line, without its line ending.
    pub text: String,
}

/// Something that is wrong in the journal.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Diagnostic {
    /// What kind of problem.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// The file, as relative text; a folder for problems of a folder.
    pub path: String,
    /// Where in the file, if it is about a place.
    pub place: Option<Place>,
    /// What is wrong, in one sentence: lower case, no full stop, what the user typed in backticks.
    pub message: String,
    /// What to write instead, or do next.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A problem of a whole file.
    #[must_use]
    pub fn of_file(code: Code, severity: Severity, path: &SourcePath, message: impl Into<String>) -> Self {
        Self { code, severity, path: path.as_str().to_owned(), place: None, message: message.into(), help: None }
    }

    /// The same, at a place.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// The same, with help.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl Ord for Diagnostic {
    /// By path, then place, then code: the order in which they are shown.
    fn cmp(&self, other: &Self) -> Ordering {
        let position = |d: &Self| d.place.as_ref().map_or((0, 0), |p| (p.line, p.column));
        (&self.path, position(self), self.severity, self.code.name(), &self.message).cmp(&(
            &other.path,
            position(other),
            other.severity,
            other.code.name(),
            &other.message,
        ))
    }
}

impl PartialOrd for Diagnostic {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
