# The words of the theme in English, in Fluent's syntax (https://projectfluent.org).
#
# A journal may bring its own file of this name in templates/languages/: what it says wins, message by message. A
# language that is not built in needs a file with all of them; what is missing is said in English.

# How the language is written: ltr or rtl.
direction = ltr
# What stands between the thousands of a number, and before its decimals.
group_mark = ,
decimal_mark = .

## Days

# Names that a date is put together from.
month_1 = January
month_2 = February
month_3 = March
month_4 = April
month_5 = May
month_6 = June
month_7 = July
month_8 = August
month_9 = September
month_10 = October
month_11 = November
month_12 = December
short_month_1 = Jan
short_month_2 = Feb
short_month_3 = Mar
short_month_4 = Apr
short_month_5 = May
short_month_6 = Jun
short_month_7 = Jul
short_month_8 = Aug
short_month_9 = Sep
short_month_10 = Oct
short_month_11 = Nov
short_month_12 = Dec
weekday_1 = Monday
weekday_2 = Tuesday
weekday_3 = Wednesday
weekday_4 = Thursday
weekday_5 = Friday
weekday_6 = Saturday
weekday_7 = Sunday
short_weekday_1 = Mon
short_weekday_2 = Tue
short_weekday_3 = Wed
short_weekday_4 = Thu
short_weekday_5 = Fri
short_weekday_6 = Sat
short_weekday_7 = Sun

# 22 November, and 22 November 2026. The day, the month and the year are digits or the names above.
date = { $day } { $month }
date_year = { $day } { $month } { $year }
date_weekday = { $weekday } { $day } { $month }
date_weekday_year = { $weekday } { $day } { $month } { $year }
# 22 Sun, in a list of one month.
date_list = { $day } { $weekday }
month_year = { $month } { $year }

today = today
tomorrow = tomorrow
yesterday = yesterday
in_days = in { $count ->
    [one] one day
   *[other] { $count } days
}
in_weeks = in { $count ->
    [one] one week
   *[other] { $count } weeks
}
in_months = in { $count ->
    [one] one month
   *[other] { $count } months
}
in_years = in { $count ->
    [one] one year
   *[other] { $count } years
}
days_ago = { $count ->
    [one] one day
   *[other] { $count } days
} ago
weeks_ago = { $count ->
    [one] one week
   *[other] { $count } weeks
} ago
months_ago = { $count ->
    [one] one month
   *[other] { $count } months
} ago
years_ago = { $count ->
    [one] one year
   *[other] { $count } years
} ago

## Amounts

minutes = { $minutes } min
hours = { $hours } h
hours_minutes = { $hours } h { $minutes } min

# A number within a sentence; other languages may leave it in digits.
number_word = { $count ->
    [0] no
    [1] one
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
    [10] ten
    [11] eleven
    [12] twelve
   *[other] { $count }
}

count_steps = { $count ->
    [one] { $count } step
   *[other] { $count } steps
}
count_plans = { $count ->
    [one] { $count } plan
   *[other] { $count } plans
}
count_reflections = { $count ->
    [one] { $count } reflection
   *[other] { $count } reflections
}
count_tags = { $count ->
    [one] { $count } tag
   *[other] { $count } tags
}

# How a list is joined: two, and then more before the last.
list_two = { $one } and { $two }
list_more = { $one }, { $two }
# The same, where each part has a mark or a link of its own.
separator = {", "}
# A list that stands alone as a sentence.
list_end = { $list }.
# A fact, and a sentence behind it that may end without a full stop.
fact_then = { $fact }. { $then }
# What stands before something that it names: mood: bright.
before_colon = { $text }:

## Where things stand

nothing_under_way = Nothing is under way.
# `$number` is the count as a word, `$Number` the same with a large letter.
plans_are_paused = { $count ->
    [one] One plan is paused.
   *[other] { $Number } plans are paused.
}
plans_are_under_way = { $count ->
    [one] One plan is under way.
   *[other] { $Number } plans are under way.
}
plan_keeps_pace = { $plan } keeps its pace.
plans_keep_pace = { $count ->
    [one] One plan keeps its pace.
   *[other] { $Number } plans keep their pace.
}
plan_is_behind = { $plan } is { $count ->
    [one] one day
   *[other] { $number } days
} behind its plan.
plan_is_past = { $plan } is { $past }.
more_are_behind = { $count ->
    [one] One more is behind.
   *[other] { $Number } more are behind.
}
next_checkpoint = The next checkpoint is { $when }.
on_day = on { $day }
on_weekday = on { $day }

no_plans_yet = No plans yet. The first one can be small.
some_active = { $number } under way
some_ideas = { $count ->
    [one] one idea
   *[other] { $number } ideas
}
some_paused = { $number } paused
some_pivoted = { $number } pivoted
some_done = { $number } done
some_dropped = { $number } dropped

has_no_steps = It has no steps yet.
all_cancelled = { $count ->
    [one] Its one step was cancelled.
   *[other] All { $number } steps were cancelled.
}
steps_open = { $count ->
    [one] Its one step is open.
   *[other] Its { $number } steps are open.
}
steps_all_done = { $count ->
    [one] Its one step is done.
   *[other] All { $number } steps are done.
}
# `$number` of `$of` steps, both as words; `$count` is the first of them.
steps_done_of = { $Number } of { $of } steps { $count ->
    [one] is
   *[other] are
} done.
keeps_pace = It keeps its pace.
is_ahead = It is { $count ->
    [one] one day
   *[other] { $count } days
} ahead of its plan.
is_behind = It is { $count ->
    [one] one day
   *[other] { $count } days
} behind its plan.
is_past = It is { $past }.
begins_on = Begins on { $day }
paused_since = Paused since { $day }
# `$paused` is one of the two above: Paused, or Paused since a day.
paused_until = { $paused }, to be looked at again on { $day }
paused_until_today = { $paused }, to be looked at again today
paused_until_past = { $paused }; it was to be looked at again on { $day }
became = It became { $plan }.
became_other = It became something else.
is_done = It is done.
was_dropped = It was dropped.

on_track = On track
ahead = Ahead
behind = Behind
days_ahead = { $count ->
    [one] one day
   *[other] { $count } days
} ahead
days_behind = { $count ->
    [one] one day
   *[other] { $count } days
} behind
days_past = { $count ->
    [one] one day
   *[other] { $count } days
} past its date
months_past = { $count ->
    [one] one month
   *[other] { $number } months
} past its date
years_past = { $count ->
    [one] one year
   *[other] { $number } years
} past its date
just_begun = Just begun
under_way = Under way
not_begun = Not begun
all_steps_done = All steps done
an_idea = An idea
paused = Paused
done = Done
dropped = Dropped
pivoted = Pivoted

# Of checkpoints.
passed_of = { $count } of { $of } passed
checkpoints_dropped = { $count } dropped

range = { $from } to { $to }
range_beyond = { $from }, or more than two years
beyond_two_years = More than two years at this pace.
refusal_not_active = The plan is not active, so there is no pace to go on with.
refusal_nothing_left = No step is left to do.
refusal_fewer_than_five_done = Too early to guess: fewer than five steps have a done date.
refusal_fewer_than_four_weeks = Too early to guess: the plan has been active for less than four weeks.
refusal_none_in_twelve_weeks = No pace to guess from: no step was done in the last twelve active weeks.
work_left = about { $time } in { $count ->
    [one] { $count } step
   *[other] { $count } steps
}

## Moods

mood_1 = heavy
mood_2 = low
mood_3 = even
mood_4 = good
mood_5 = bright

## Lists

no_reflections_yet = None yet. One line and a date is a reflection.
some_reflections = { $count ->
    [one] One reflection.
   *[other] { $Number } reflections.
}
some_reflections_since = { $count ->
    [one] One reflection
   *[other] { $Number } reflections
} since { $month }.
reflections_of = { $count ->
    [one] { $count } reflection
   *[other] { $count } reflections
} of { $month }
entries_with_tag = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
} with the tag { $tag }
tag_of_year = #{ $tag }, { $year }
page_number = { $title }, page { $number }

## What is round each page

skip_link = Skip to the page
site_label = Site
made_by = Written in Markdown, set by journal.
# On a page that says which day it is made for.
made_on = Written in Markdown, set by journal on { $day }. What is true here was true on that day.
# `$list` has one or both of the two links that follow.
follow_plan = Follow this plan: { $list }
follow_journal = Follow this journal: { $list }
feed_link = feed
calendar_link = calendar
# At the top of a copy that holds what is not published, and on what is not.
private_copy = Private.
private_copy_why = This copy is for the writer: it holds what is not published.
private_flag = Private
unlisted_flag = Unlisted
moved_to = This page is now at { $link }.
nothing_here = Nothing is at this address.
nothing_here_why = It may have moved, or never have been here.
# The entry before and the entry after this one.
before_label = Before
after_label = After
# The pages of a long list.
pages_label = Pages

## The links at the top of each page, and what their pages are called

today_title = Today
plans_title = Plans
timeline_title = Timeline
reflections_title = Reflections
tags_title = Tags
nothing_here_title = Nothing here

## The front page

under_way_title = Under way
no_plan_under_way = No plan is under way. One begins with a title and a first small step.
all_under_way = { $count ->
    [one] All { $count } plan under way
   *[other] All { $count } plans under way
}
next_label = Next
coming_title = Coming
passed_title = Just passed
resting_note = No action can also be action.
# Of plans that are paused, pivoted or done.
all_resting = All { $count }
year_title = The year
year_by_day_title = The year, day by day
year_counts = { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
} done, { $reflections ->
    [one] { $reflections } reflection
   *[other] { $reflections } reflections
} written
as_table = As a table
year_table_label = Steps, reflections and mood by month
month_head = Month
mean_mood_head = Mean mood
no_mood = none
nothing_this_year = Nothing is written down for this year yet.
recent_title = Recent reflections
all_reflections = All { $count }
around_label = Around it
help_title = Where I could use help
people_title = In this with me
pages_title = Pages
# The day of the page as the leaf of a calendar: the rest of what stands beside its number.
leaf = { $weekday }, week { $week }, day { $day } of { $days }

## Plans

no_plans = No plans yet. One begins with a title and a first small step.
plans_active_title = Under way
plans_idea_title = Ideas
plans_paused_title = Paused
plans_pivoted_title = Pivoted
plans_done_title = Done
plans_dropped_title = Dropped
done_on = Done on { $day }
done_of_steps = { $done } of { $total ->
    [one] { $total } step
   *[other] { $total } steps
}
count_cancelled = { $count } cancelled
every_step_cancelled = all steps cancelled
no_steps = no steps yet
likely_finish = likely finish { $range }
# What a plan that was pivoted is now, and on the timeline what it turned to.
now_plan = now { $plan }
pivoted_into = to { $plan }
look_again_on = To be looked at again on { $day }.
look_again_passed = It was to be looked at again on { $day }.
steps_kept_cancelled = { $done } of { $total ->
    [one] { $total } step
   *[other] { $total } steps
} done, { $cancelled } cancelled.
came_from = Came from { $list }.

now_label = Now
steps_label = Steps
start_label = Start
due_label = Due
at_pace = at the pace of twelve weeks
look_again_label = Look again
look_again_since_label = To look again since
became_label = Became
last_activity_label = Last step or reflection
going_title = How it is going
standing_title = Where it stands
finish_head = Finish
from_amount = from { $amount }
steps_done_label = Steps done, { $plan }
# What the red line of a ruler means.
key_meant = where the plan meant to be by today
by_day = by { $day }
around_plan_label = Around this plan
blocked_title = Not yet
blocked_note = Waits for other steps, or for its day.
latest_of = The latest { $count } of { $total }.
held_title = Where the plan paused
held_still = { $day }, and still
held_note = The plan’s line waits while a plan is paused.

checkpoint_label = Checkpoint
# What a checkpoint is measured by, and what was felt when it was met.
measure_head = What there was
feeling_head = How it felt
hoped_for = hoped for
steps_before = { $done } of { $total ->
    [one] { $total } step
   *[other] { $total } steps
} before it
earlier_checkpoints = { $count ->
    [one] { $count } earlier checkpoint
   *[other] { $count } earlier checkpoints
}
later_checkpoints = { $count ->
    [one] { $count } later checkpoint
   *[other] { $count } later checkpoints
}
to_come = to come

# What stands beside a step that is named away from its plan.
stands_doing = begun
stands_done = done
stands_cancelled = cancelled
stands_deferred = deferred
stands_scheduled = scheduled
stands_waiting = waiting
stands_on_hold = on hold
stands_note = note

in_time_title = All plans, in time
in_time_note = Each bar runs from start to due. It is solid as far as the work has got to: past the red line is ahead, short of it is behind.
in_words_title = The same, in words
all_plans_label = All plans
plan_head = Plan
from_head = From
to_head = To

## Reflections, tags and pages

written_label = Written
changed_label = Changed
about_label = About
mood_title = Mood
mood_label = mood
mood_is = mood: { $mood }.
energy_label = Energy
confidence_label = Confidence
measured_title = Measured
done_that_week_title = Done that week
about_reflection_label = About this reflection
other_reflections_label = Other reflections
other_months_label = Other months
by_month_title = By month
undated_title = Without a date
ways_in_label = Ways in
by_mood_title = By mood
by_plan_title = By plan
by_tag_title = By tag
no_tags = No tags yet. A word with # before it is one.
years_label = Years
folder_title = In this folder
about_page_label = About this page
other_pages_label = Other pages
outline_title = On this page
backlinks_title = Mentioned in
# What an entry is, where it has no date to be told by.
a_plan = plan
a_reflection = reflection
a_page = page

## Within texts

table_label = Table
notes_label = Notes
note_label = Note { $number }
# The link behind a note to where the text refers to it.
back_link = Back
back_label = Back to the text, note { $number }
back_label_place = Back to the text, note { $number }, place { $place }
# Callouts without a title of their own.
callout_note = Note
callout_abstract = Abstract
callout_summary = Summary
callout_tldr = Tldr
callout_info = Info
callout_todo = Todo
callout_tip = Tip
callout_hint = Hint
callout_important = Important
callout_success = Success
callout_check = Check
callout_done = Done
callout_question = Question
callout_help = Help
callout_faq = Faq
callout_warning = Warning
callout_caution = Caution
callout_attention = Attention
callout_failure = Failure
callout_fail = Fail
callout_missing = Missing
callout_danger = Danger
callout_error = Error
callout_bug = Bug
callout_example = Example
callout_quote = Quote
callout_cite = Cite

## Steps in a text

# What a mark says to those who do not see it.
step_open = Open
step_doing = Begun
step_done = Done
step_cancelled = Cancelled
step_deferred = Deferred
step_scheduled = Scheduled
step_waiting = Waiting
step_on_hold = On hold
step_note = Note
step_important = { $step }, important
checkpoint_met = Checkpoint, met
checkpoint_partly = Checkpoint, partly met
checkpoint_dropped = Checkpoint, dropped
checkpoint_overdue = Checkpoint, past its day
checkpoint_soon = Checkpoint, soon
checkpoint_upcoming = Checkpoint
# What stands beside a step, behind each other: due 26 March, 2 h, with Ana.
tally = { $done } of { $total }
tally_cancelled = { $done } of { $total }, { $cancelled } cancelled
needs_help = needs help
waiting_on = waiting on { $people }
cancelled_on = cancelled { $day }
deferred_to = deferred to { $day }
was_due = was due { $day }
due = due { $day }
from_day = from { $day }
with_people = with { $people }

## What other programs are told

feed_checkpoint_met = Checkpoint met: { $title }
feed_checkpoint_partly = Checkpoint partly met: { $title }
feed_finished = Finished: { $title }
feed_step_done = Done: { $title }
feed_steps_done = { $Number } { $count ->
    [one] step
   *[other] steps
} done
feed_steps_done_of = { $steps }: { $plan }
feed_steps_done_in = { $steps } in { $number } plans
and_more = and { $count } more
private_title = { $title } (private)
look_again_title = Look again: { $title }
checkpoint_title = Checkpoint: { $title }
due_title = Due: { $title }

## Practice

every_day = every day
every_weekday = every weekday
every_week = every week
every_month = every month
practice_done = { $every }: { $count ->
    [one] { $count } time
   *[other] { $count } times
}
practice_missed = { $count } not
practice_unrecorded = { $count } not written down
practice_skipped = { $count } in a pause

## Charts

# What stands between two sentences.
sentence_gap = {" "}
# Days from one to the other, both in it: of one month, and of one year. `$from` and `$to` are days without a year in the
# second, and numbers in the first. Days of two years are said by `range`.
span_of_month = { $from } to { $to } { $month } { $year }
span_of_year = { $from } to { $to } { $year }
# Stretches of time, one behind the other.
and_span = { $one }, and { $two }

what_head = What
when_head = When
# At a place of the axis of time.
chart_starts = starts { $day }
chart_started = started { $day }

# A plan as a bar in time.
bar_title = The plan in time
bar_numbers = Numbers are the checkpoints below.
bar_next = Next: { $day }, checkpoint { $place } of { $total }.
bar_done = It was done on { $day }.
bar_ended = It ran until { $day }.
bar_pivoted = It pivoted on { $day }.
bar_dropped = It was dropped on { $day }.
bar_start_until = Start, until { $day }
bar_due_until = Due, until { $day }
bar_no_day = no day
bar_paused_since = It has been paused since { $day }.
bar_paused = It is paused.
bar_nothing_left = No step is left.
bar_all_done = All of its steps are done.
bar_no_due = It has no due date, so nothing is ahead or behind; it is solid up to the last step done.
bar_reached = The work has got to where { $day } was planned.
bar_from_to = From { $from } to { $to }.
bar_from = From { $day }.
bar_today = Today is { $day }.
bar_pauses = Paused { $pauses }.
bar_finish = Likely finish: { $finish }.
bar_beyond = more than two years at this pace
bar_checkpoints = { $passed } of { $total } checkpoints have passed.
bar_reached_head = The work has got to
bar_end_head = End
bar_checkpoint = { $place }. { $title }
bar_no_date = no date

# What the signs of bars mean.
key_done_of_all = done, of the whole
key_paused = paused
key_pivoted = pivoted into
key_finish = likely finish
key_met = checkpoint met

# Steps done against steps in scope: the two lines of the chart.
burn_up_title = Steps done, against steps in scope
burn_up_label = Steps by month
burn_up_undated = { $count ->
    [one] { $count } done step names no day and is in the last figure only.
   *[other] { $count } done steps name no day and are in the last figure only.
}
burn_up_done = { $done } done
burn_up_done_of = { $done } of { $total } done
burn_up_scope = { $total } in scope
burn_up_scope_was = Scope was { $began ->
    [one] { $began } step
   *[other] { $began } steps
} on { $from } and has been { $total } since { $day }: a step counts from the day it was created to the day it was cancelled, and where such a day is not written, from the beginning.
burn_up_scope_from = { $total ->
    [one] { $total } step
   *[other] { $total } steps
} in scope from { $day } on: no other day is written on which one was created or cancelled.
burn_up_scope_was_known = Scope was { $began ->
    [one] { $began } step
   *[other] { $began } steps
} on { $from } and has been { $total } since { $day }: a step counts from the day it came into the plan to the day it was cancelled or taken out.
burn_up_scope_from_known = { $total ->
    [one] { $total } step
   *[other] { $total } steps
} in scope from { $day } on, and no other number since.
burn_up_are_done = { $done ->
    [one] { $done } is
   *[other] { $done } are
} done.
burn_up_done_planned = { $done ->
    [one] { $done } is
   *[other] { $done } are
} done; { $planned ->
    [one] { $planned } was
   *[other] { $planned } were
} planned by today.
burn_up_due = The plan is due on { $day }.
burn_up_end_head = End of
burn_up_scope_head = In scope
burn_up_undated_head = With those that name no day
key_scope = in scope
key_plan = the plan
key_guess = a guess
# `$guess` is one of the sentences below; each is said on its own, too, and then begins with a large letter.
guess_is = The pencil fan is a guess: { $guess }
guess_on = at the pace of the last twelve active weeks the last step falls on { $day }.
guess_between = at the pace of the last twelve active weeks the last step falls between { $from } and { $to }.
guess_after = at the pace of the last twelve active weeks the last step falls after { $day }, or more than two years away.
guess_beyond = at the pace of the last twelve active weeks the last step is more than two years away.
guess_amount_on = at the pace of the last twelve active weeks { $amount } falls on { $day }.
guess_amount_between = at the pace of the last twelve active weeks { $amount } falls between { $from } and { $to }.
guess_amount_after = at the pace of the last twelve active weeks { $amount } falls after { $day }, or more than two years away.
guess_amount_beyond = at the pace of the last twelve active weeks { $amount } is more than two years away.

# What was measured. `$metric` is its name, as the writer has it.
measured_against = { $metric }, against what is to be reached
measured_caption = { $metric }, against { $amount }.
measured_hopes = Diamonds are what checkpoints hoped for.
measured_amount = { $amount } { $metric }
measured_from = From { $amount } { $metric }.
measured_on = { $amount } on { $day }.
measured_today = { $current } of { $amount } today.
measured_in_the_end = { $current } of { $amount } in the end.
measured_on_head = On
measured_month = End of { $month }

# How firm a practice has become; a number would be a score.
practice_loose = Loose
practice_taking_hold = Taking hold
practice_holding = Holding
practice_firm = Firm
# `$firm` is one of the four above, `$counts` a list of the four below.
practice_caption = { $firm }, { $every }: { $counts }.
practice_times_done = done { $count ->
    [one] { $count } time
   *[other] { $count } times
}
practice_times_missed = not done { $count ->
    [one] { $count } time
   *[other] { $count } times
}
practice_times_unrecorded = not written down { $count ->
    [one] { $count } time
   *[other] { $count } times
}
practice_times_skipped = in a pause { $count ->
    [one] { $count } time
   *[other] { $count } times
}
practice_shows = The chart shows { $days }: { $done } done, { $missed } not done, { $unrecorded } not written down, { $skipped } in a pause.
practice_missed_head = Not done
practice_unrecorded_head = Not written down
practice_skipped_head = In a pause
practice_all_head = All

# The year, in two halves. `$from` and `$to` are months.
half_title = { $from } to { $to } { $year }
half_description = { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
} done and { $reflections ->
    [one] { $reflections } reflection
   *[other] { $reflections } reflections
} written. Each day is a dot; a square means that steps were done, larger for more; a ring means a reflection.
half_no_mood = No mood is written.
half_one_mood = One mood is written: { $mood } on { $day }.
half_moods = { $count } moods are written, each a dot round an even line: { $low } on { $low_day }, { $high } on { $high_day }.
key_steps = 1, 2, 3 or more steps done
key_reflection = a reflection
key_moods = mood, below or above an even line; the thread is the run of five
moods_title = { $count ->
    [one] { $count } mood
   *[other] { $count } moods
}, oldest first
count_of_mood = { $count } { $mood }

## Social cards and badges

# What other sites show beside a link to a plan.
card_no_steps = No steps yet
card_one_open = One step, open
card_steps = { $done } of { $total ->
    [one] { $total } step
   *[other] { $total } steps
} done
card_alt = { $title }. { $figures }.
# Where the plan stands, beside its figures.
card_on_track = on track
card_ahead = ahead of its plan
card_behind = behind its plan
card_overdue = past its date
card_not_started = not begun
card_complete = all steps done
card_idea = an idea
card_paused = paused
card_done = done
card_dropped = dropped
card_pivoted = became another plan
badge_no_steps = no steps
badge_says_no_steps = { $title }: no steps yet
badge_says = { $title }: { $done } of { $total ->
    [one] { $total } step
   *[other] { $total } steps
} done

## The terminal

next_steps_title = Next small steps
checkpoints_title = Checkpoints
stuck_title = Waiting, blocked, needs help
practice_title = Practice
capacity_title = Capacity
resting_title = Paused, pivoted, done
lately_title = Lately
# `$plans` is how many plans, as above.
plans_done_of = { $plans }, { $done } of { $total ->
    [one] { $total } step
   *[other] { $total } steps
} done
and_more_with_all = and { $count } more, with --all
more = { $count } more
unlisted_title = { $title } (unlisted)
private = private
# What the signs of a bar mean.
key_done = done
key_open = open
key_planned = planned by now

no_steps_yet = No steps yet. The first one can be small.
no_steps_left = No steps are left: { $count } cancelled.
nothing_waits = Nothing is waiting. A day with nothing in it is allowed.
any_is_an_answer = A new date, a pause, a pivot, or an end: any of these is an answer.
# `$list` has one or both of the two that follow.
last_seven_days = In the last seven days: { $list }.
steps_done = { $count ->
    [one] { $count } step
   *[other] { $count } steps
} done
last_twelve_weeks = Steps done in each of the last twelve weeks, this one last: { $list }
planned_by_now = { $count } planned by now
likely_finish_due = Likely finish { $range }, { $due }.
no_due_date = no due date
target_of = { $current } of { $amount } { $metric }
target_from = { $target }, from { $amount }
since_day = since { $day }
look_again = look again { $day }
look_again_since = look again since { $day }
became_plan = Became { $plan }.
steps_kept = { $done } of { $total ->
    [one] { $total } step
   *[other] { $total } steps
} done.
only_ideas = Only an idea yet: { $list }

due_today = due today
waits_for = waits for { $step }
quoted = “{ $text }”
no_date_yet = no date yet
# Of a checkpoint: met, met 26 March, planned for 31 March.
is_met = met
is_partly_met = partly met
is_dropped = dropped
settled_on = { $settled } { $day }
planned_for = planned for { $day }

this_week = This week
next_week = Next week
week_from = From { $day }
load_nothing = nothing is due
load_of = { $time } of { $capacity } in { $count ->
    [one] { $count } step
   *[other] { $count } steps
}
load_unestimated = { $count } without an estimate
load_over = { $load }: { $over } more than there is

why_label = Why
dates_label = Dates
planned_label = Planned by now
finish_label = Likely finish
target_label = Target
work_left_label = Work left
with_label = With
came_from_label = Came from
last_sign_label = Last sign
from_no_due = from { $day }, no due date
and_still = { $day } and still
pause_why = { $pause }: { $why }

begin_with_a_plan = A plan is a Markdown file with steps. Write plans/garden.md with a line such as
begin_example = Dig the first bed
look_here_again = and look here again.

## Search

search_title = Search
search_words = Words
search_keys = / comes here from any page, arrows go to what was found.
search_needs_script = To look for words, a browser has to run a script. Everything there is can be reached from here, too:
# `$count` stands for a number.
search_found = Found: { $count }
search_found_any = Nothing has all of these words. Some of them: { $count }
search_found_none = Nothing has these words.
search_more = Show more
search_all = all
search_kind = Kind
search_plan = Plan
search_tag = Tag
search_mood = Mood
search_year = Year
search_state = With steps
kind_plan = Plan
kind_reflection = Reflection
kind_page = Page

## Years and booklets

reflections_of_year = Reflections of { $year }
other_years_label = Other years
whole_year = All of it
booklet_link = To print: the month with all of its texts
booklet_hint = Made for paper: print this page, and the month is a booklet.

## People, and this day

people_page_title = Who helps with what
people_of_journal = { $count ->
    [one] One person is named in these plans.
   *[other] { $Number } people are named in these plans.
}
# `$day` is a day without a year.
on_this_day_title = { $day } in earlier years
# `$ago` is two years ago, `$what` what was written or reached.
on_this_day_was = On this day { $ago }: { $what }
on_this_day_near = Nothing is told of the day itself. These are the days around it.
on_this_day_nothing = Nothing is told of these days in earlier years. What is written today will be found here in a year.
on_this_day_link = This day in earlier years
and_more_days = and { $count ->
    [one] one earlier day
   *[other] { $count } earlier days
}
