//! Every kind of problem, with a stable name, how much it usually matters, what it means and how to mend it.
//!
//! The users' guide lists the same table; a test holds the two together. Reports for other programs list it as rules.

use serde::{Deserialize, Serialize};

use super::Severity;

macro_rules! codes {
    ($($(#[doc = $meaning:literal])+ $variant:ident = $name:literal, $severity:ident, $mend:literal;)+) => {
        /// What kind of problem it is: a stable name that scripts may rely on.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Code {
            $($(#[doc = $meaning])+ $variant,)+
        }

        impl Code {
            /// All codes, in the order of their names.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name, in kebab case.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            /// How much it usually matters; a single problem may matter less or more.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$variant => Severity::$severity,)+
                }
            }

            /// What it means, in one sentence.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!($($meaning),+).trim_ascii(),)+
                }
            }

            /// How to mend it, in one sentence.
            #[must_use]
            pub fn mend(self) -> &'static str {
                match self {
                    $(Self::$variant => $mend,)+
                }
            }
        }
    };
}

codes! {
    /// Another file has the same address already.
    AddressTaken = "address-taken", Error, "Give one of the two another `slug:`, `permalink:` or file name.";
    /// All steps below a step are done, but its own box is not ticked.
    AllChildrenDone = "all-children-done", Note, "Tick it, if nothing is left to do.";
    /// A permalink, slug or alias that can't be an address.
    BadAddress = "bad-address", Error, "Write plain names with `/` between them.";
    /// A block id that Obsidian does not read as one.
    BadBlockId = "bad-block-id", Warning, "Write Latin letters, digits and dashes behind `^`, as the last thing on the line.";
    /// Brackets that were probably meant as a box and are none.
    BadBox = "bad-box", Note, "Write `- [ ] text`, with one character in the box and one space on either side of it.";
    /// A date that does not exist, or is not written as YYYY-MM-DD.
    BadDate = "bad-date", Error, "Write a day that exists as YYYY-MM-DD.";
    /// Front matter that can't be parsed; the entry is left out.
    BadFrontMatter = "bad-front-matter", Error, "Write one `key: value` to a line, and quote values with special characters.";
    /// An id of a step that can't be read.
    BadId = "bad-id", Warning, "Write Latin letters, digits, `-` and `_`, without a space.";
    /// A formula that can't be set.
    BadMath = "bad-math", Warning, "Mend the formula, or write `\\$` where a dollar is meant.";
    /// A name that can't be a path in a site.
    BadName = "bad-name", Error, "Rename the file: a name is UTF-8 without control characters and backslashes.";
    /// A recurrence rule that can't be read to its end, or that Obsidian Tasks reads otherwise.
    BadRecurrence = "bad-recurrence", Warning, "Write it like `every week` or `every 2 months on the 15th`.";
    /// `journal.yaml` can't be parsed, so nothing is built.
    BadSettings = "bad-settings", Error, "Write one `key: value` to a line, and quote values with special characters.";
    /// A template that can't be read, or that asks for something it is not given.
    BadTemplate = "bad-template", Error, "Mend the template; `journal context` prints what it is given.";
    /// A value of a kind that can't be read there; it is unset.
    BadValue = "bad-value", Error, "Write what the message asks for.";
    /// Who may see an entry can't be understood, so nobody does.
    BadVisibility = "bad-visibility", Error, "Write `visibility: public`, `unlisted` or `private`.";
    /// A message of `templates/languages/` that can't be read.
    BadWords = "bad-words", Error, "Write it in the syntax of Fluent, as in `today = aujourd’hui`.";
    /// A step that is not cancelled has a cancelled date.
    CancelledDateOnOpenStep = "cancelled-date-on-open-step", Warning, "Write `[-]` into the box, or take the date out.";
    /// A link leads nowhere, or to a heading or block that is gone.
    DeadLink = "dead-link", Warning, "Write the name as it is now, or take the link out.";
    /// Steps wait for each other in a circle.
    DependencyCycle = "dependency-cycle", Warning, "Take one of the dependencies out.";
    /// A step that is not done has a done date.
    DoneDateOnOpenStep = "done-date-on-open-step", Warning, "Tick the box, or take the date out.";
    /// Something is done or cancelled on a day that is still to come.
    DoneInFuture = "done-in-future", Warning, "Write the day on which it was settled.";
    /// A plan is said to be done, and some of its steps are open.
    DoneWithOpenSteps = "done-with-open-steps", Warning, "Tick what is done, cancel what is not wanted, or give the plan another status.";
    /// A checkpoint is due after its whole plan.
    DueAfterPlan = "due-after-plan", Warning, "Move one of the two dates.";
    /// Something is due, or ends, before it starts.
    DueBeforeStart = "due-before-start", Warning, "Move one of the two dates.";
    /// The same field twice on a line.
    DuplicateField = "duplicate-field", Warning, "Keep one of the two.";
    /// Two steps of the journal have the same id.
    DuplicateId = "duplicate-id", Warning, "Give each step an id of its own.";
    /// The same key twice in front matter or settings.
    DuplicateKey = "duplicate-key", Error, "Keep one of them; several values are a list.";
    /// An embed inside an embed, and so on in a circle or too deep.
    EmbedTooDeep = "embed-too-deep", Warning, "Write a link instead; it is shown as one.";
    /// A field's sign with nothing behind it.
    EmptyField = "empty-field", Warning, "Write a value behind it, or take it out.";
    /// A field that Obsidian Tasks will not see, for what follows it or how it is written.
    FieldNotTrailing = "field-not-trailing", Note, "Move it to the end of the line, with a plain space behind the sign.";
    /// Git can't tell the history of the journal, so nothing has a day from it.
    HistoryUnread = "history-unread", Warning, "Mend what git says, or write `git: false` into journal.yaml.";
    /// A symbolic link that leads outside the journal, nowhere or in a circle.
    LinkOutside = "link-outside", Warning, "Put the files themselves into the journal, or name the link in `ignore`.";
    /// A merge conflict was left in a file; the entry is left out, and nothing is built if it is `journal.yaml`.
    MergeConflict = "merge-conflict", Error, "Keep what is right of the two sides, and take the lines with `<<<<<<<`, `=======` and `>>>>>>>` out.";
    /// A file that is not UTF-8.
    NotUtf8 = "not-utf-8", Error, "Save it as UTF-8 in your editor.";
    /// A done step has an open one below it.
    ParentDoneChildOpen = "parent-done-child-open", Warning, "Tick what is done and cancel what is not wanted, or take the tick of the step back.";
    /// The repository is a shallow clone: what was done before its first commit has no day from git.
    ShallowHistory = "shallow-history", Note, "Get the rest with `git fetch --unshallow`, in a workflow with `fetch-depth: 0`.";
    /// A time of day behind a date is not used.
    TimeIgnored = "time-ignored", Note, "Write the date alone; a time can stand in the text.";
    /// Nesting deeper than a page can show.
    TooDeep = "too-deep", Warning, "Nest less.";
    /// A file that is too large to be an entry.
    TooLarge = "too-large", Error, "Split it, or name it in `ignore`.";
    /// A comment that is opened and never closed, so that the rest of the file is hidden.
    UnclosedComment = "unclosed-comment", Warning, "Close it where it ends.";
    /// A field in brackets that is not closed, or one without its brackets.
    UnclosedField = "unclosed-field", Warning, "Write `[key:: value]`.";
    /// Front matter that is opened and never closed; the entry is left out.
    UnclosedFrontMatter = "unclosed-front-matter", Error, "Write the fence again on a line of its own behind the last key.";
    /// A reflection looks back on a checkpoint that its plan does not have.
    UnknownCheckpoint = "unknown-checkpoint", Warning, "Write the checkpoint's title as the plan has it.";
    /// A step waits for an id that no step has.
    UnknownDependency = "unknown-dependency", Warning, "Give the step that is meant this id, or take the dependency out.";
    /// A key that is not known here.
    UnknownKey = "unknown-key", Error, "Write the key that was meant.";
    /// A language that the theme has no words in.
    UnknownLanguage = "unknown-language", Warning, "Put its words into `templates/languages/`, or name another language.";
    /// A plan is named that is none.
    UnknownPlan = "unknown-plan", Warning, "Write the plan's file name without its ending, its path, or its title.";
    /// A box with a character that has no meaning yet.
    UnknownStatus = "unknown-status", Warning, "Write another character, or give it a meaning under `statuses` in journal.yaml.";
    /// A template that does not exist.
    UnknownTemplate = "unknown-template", Warning, "Put it into `templates/`, or name another.";
    /// A file or folder that can't be read.
    Unreadable = "unreadable", Error, "Look at its rights.";
    /// A flag that Obsidian Tasks takes for a field of its own and can delete.
    WrongFlag = "wrong-flag", Warning, "Write `🚩` at the beginning of the step for a checkpoint.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_words_with_sentences() {
        assert!(Code::ALL.is_sorted_by(|a, b| a.name() < b.name()));
        for code in Code::ALL {
            assert!(code.name().bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{code:?}");
            for sentence in [code.meaning(), code.mend()] {
                assert!(sentence.ends_with('.') && !sentence.starts_with(' '), "{code:?}: {sentence}");
            }
        }
    }
}
