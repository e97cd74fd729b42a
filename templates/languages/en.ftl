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
count_entries = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
count_tags = { $count ->
    [one] { $count } tag
   *[other] { $count } tags
}

# How a list is joined: two, and then more before the last.
list_two = { $one } and { $two }
list_more = { $one }, { $two }
