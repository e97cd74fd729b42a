# كلمات الصفحات بالعربية، بصيغة Fluent (https://projectfluent.org).
#
# الأرقام لاتينية (1, 2, 3): هكذا تُكتب في بلدان كثيرة، وهكذا تبقى أرقام الرسوم والجداول والنص واحدة.

direction = rtl
group_mark = ,
decimal_mark = .

## الأيام

month_1 = يناير
month_2 = فبراير
month_3 = مارس
month_4 = أبريل
month_5 = مايو
month_6 = يونيو
month_7 = يوليو
month_8 = أغسطس
month_9 = سبتمبر
month_10 = أكتوبر
month_11 = نوفمبر
month_12 = ديسمبر
short_month_1 = يناير
short_month_2 = فبراير
short_month_3 = مارس
short_month_4 = أبريل
short_month_5 = مايو
short_month_6 = يونيو
short_month_7 = يوليو
short_month_8 = أغسطس
short_month_9 = سبتمبر
short_month_10 = أكتوبر
short_month_11 = نوفمبر
short_month_12 = ديسمبر
weekday_1 = الاثنين
weekday_2 = الثلاثاء
weekday_3 = الأربعاء
weekday_4 = الخميس
weekday_5 = الجمعة
weekday_6 = السبت
weekday_7 = الأحد
short_weekday_1 = اثنين
short_weekday_2 = ثلاثاء
short_weekday_3 = أربعاء
short_weekday_4 = خميس
short_weekday_5 = جمعة
short_weekday_6 = سبت
short_weekday_7 = أحد

date = { $day } { $month }
date_year = { $day } { $month } { $year }
date_weekday = { $weekday } { $day } { $month }
date_weekday_year = { $weekday } { $day } { $month } { $year }
date_list = { $day } { $weekday }
month_year = { $month } { $year }

today = اليوم
tomorrow = غدًا
yesterday = أمس
in_days = بعد { $count ->
    [zero] { $count } يوم
    [one] يوم واحد
    [two] يومين
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
in_weeks = بعد { $count ->
    [zero] { $count } أسبوع
    [one] أسبوع واحد
    [two] أسبوعين
    [few] { $count } أسابيع
    [many] { $count } أسبوعًا
   *[other] { $count } أسبوع
}
in_months = بعد { $count ->
    [zero] { $count } شهر
    [one] شهر واحد
    [two] شهرين
    [few] { $count } أشهر
    [many] { $count } شهرًا
   *[other] { $count } شهر
}
in_years = بعد { $count ->
    [zero] { $count } سنة
    [one] سنة واحدة
    [two] سنتين
    [few] { $count } سنوات
    [many] { $count } سنة
   *[other] { $count } سنة
}
days_ago = قبل { $count ->
    [zero] { $count } يوم
    [one] يوم واحد
    [two] يومين
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
weeks_ago = قبل { $count ->
    [zero] { $count } أسبوع
    [one] أسبوع واحد
    [two] أسبوعين
    [few] { $count } أسابيع
    [many] { $count } أسبوعًا
   *[other] { $count } أسبوع
}
months_ago = قبل { $count ->
    [zero] { $count } شهر
    [one] شهر واحد
    [two] شهرين
    [few] { $count } أشهر
    [many] { $count } شهرًا
   *[other] { $count } شهر
}
years_ago = قبل { $count ->
    [zero] { $count } سنة
    [one] سنة واحدة
    [two] سنتين
    [few] { $count } سنوات
    [many] { $count } سنة
   *[other] { $count } سنة
}

## المقادير

minutes = { $minutes } د
hours = { $hours } س
hours_minutes = { $hours } س { $minutes } د

number_word = { $count }

count_steps = { $count ->
    [zero] لا خطوات
    [one] خطوة واحدة
    [two] خطوتان
    [few] { $count } خطوات
    [many] { $count } خطوة
   *[other] { $count } خطوة
}
count_plans = { $count ->
    [zero] لا خطط
    [one] خطة واحدة
    [two] خطتان
    [few] { $count } خطط
    [many] { $count } خطة
   *[other] { $count } خطة
}
count_reflections = { $count ->
    [zero] لا تأملات
    [one] تأمل واحد
    [two] تأملان
    [few] { $count } تأملات
    [many] { $count } تأملًا
   *[other] { $count } تأمل
}
count_tags = { $count ->
    [zero] لا وسوم
    [one] وسم واحد
    [two] وسمان
    [few] { $count } وسوم
    [many] { $count } وسمًا
   *[other] { $count } وسم
}

list_two = { $one } و{ $two }
list_more = { $one }، { $two }
separator = {"، "}
list_end = { $list }.
fact_then = { $fact }. { $then }
before_colon = { $text }:

## كيف تسير الأمور

nothing_under_way = لا خطة قيد التنفيذ الآن.
plans_are_paused = { $count ->
    [zero] لا خطط متوقفة مؤقتًا.
    [one] خطة واحدة متوقفة مؤقتًا.
    [two] خطتان متوقفتان مؤقتًا.
    [few] { $count } خطط متوقفة مؤقتًا.
    [many] { $count } خطة متوقفة مؤقتًا.
   *[other] { $count } خطة متوقفة مؤقتًا.
}
plans_are_under_way = { $count ->
    [zero] لا خطط قيد التنفيذ.
    [one] خطة واحدة قيد التنفيذ.
    [two] خطتان قيد التنفيذ.
    [few] { $count } خطط قيد التنفيذ.
    [many] { $count } خطة قيد التنفيذ.
   *[other] { $count } خطة قيد التنفيذ.
}
plan_keeps_pace = { $plan }: تسير على وتيرتها.
plans_keep_pace = { $count ->
    [zero] لا خطط تسير على وتيرتها.
    [one] خطة واحدة تسير على وتيرتها.
    [two] خطتان تسيران على وتيرتهما.
    [few] { $count } خطط تسير على وتيرتها.
    [many] { $count } خطة تسير على وتيرتها.
   *[other] { $count } خطة تسير على وتيرتها.
}
plan_is_behind = { $plan }: متأخرة { $count ->
    [zero] { $count } يوم
    [one] يوم واحد
    [two] يومين
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
} عن خطتها.
plan_is_past = { $plan }: { $past }.
more_are_behind = { $count ->
    [zero] لا خطط أخرى متأخرة.
    [one] وخطة أخرى متأخرة.
    [two] وخطتان أخريان متأخرتان.
    [few] و{ $count } خطط أخرى متأخرة.
    [many] و{ $count } خطة أخرى متأخرة.
   *[other] و{ $count } خطة أخرى متأخرة.
}
next_checkpoint = المحطة التالية { $when }.
on_day = في { $day }
on_weekday = يوم { $day }

no_plans_yet = لا خطط بعد. يمكن أن تكون الأولى صغيرة.
some_active = { $count ->
    [zero] لا شيء قيد التنفيذ
    [one] واحدة قيد التنفيذ
    [two] اثنتان قيد التنفيذ
    [few] { $count } قيد التنفيذ
    [many] { $count } قيد التنفيذ
   *[other] { $count } قيد التنفيذ
}
some_ideas = { $count ->
    [zero] لا أفكار
    [one] فكرة واحدة
    [two] فكرتان
    [few] { $count } أفكار
    [many] { $count } فكرة
   *[other] { $count } فكرة
}
some_paused = { $count ->
    [zero] لا شيء متوقف مؤقتًا
    [one] واحدة متوقفة مؤقتًا
    [two] اثنتان متوقفتان مؤقتًا
    [few] { $count } متوقفة مؤقتًا
    [many] { $count } متوقفة مؤقتًا
   *[other] { $count } متوقفة مؤقتًا
}
some_pivoted = { $count ->
    [zero] لا شيء تحوّل
    [one] واحدة تحوّلت
    [two] اثنتان تحوّلتا
    [few] { $count } تحوّلت
    [many] { $count } تحوّلت
   *[other] { $count } تحوّلت
}
some_done = { $count ->
    [zero] لا شيء اكتمل
    [one] واحدة اكتملت
    [two] اثنتان اكتملتا
    [few] { $count } اكتملت
    [many] { $count } اكتملت
   *[other] { $count } اكتملت
}
some_dropped = { $count ->
    [zero] لا شيء تُرك
    [one] واحدة تُركت
    [two] اثنتان تُركتا
    [few] { $count } تُركت
    [many] { $count } تُركت
   *[other] { $count } تُركت
}

has_no_steps = لا خطوات فيها بعد.
all_cancelled = { $count ->
    [zero] لا خطوات فيها.
    [one] أُلغيت خطوتها الوحيدة.
    [two] أُلغيت خطوتاها.
    [few] أُلغيت خطواتها كلها، وعددها { $count }.
    [many] أُلغيت خطواتها كلها، وعددها { $count }.
   *[other] أُلغيت خطواتها كلها، وعددها { $count }.
}
steps_open = { $count ->
    [zero] لا خطوات فيها.
    [one] خطوتها الوحيدة لم تُنجز بعد.
    [two] خطوتاها لم تُنجزا بعد.
    [few] خطواتها كلها لم تُنجز بعد، وعددها { $count }.
    [many] خطواتها كلها لم تُنجز بعد، وعددها { $count }.
   *[other] خطواتها كلها لم تُنجز بعد، وعددها { $count }.
}
steps_all_done = { $count ->
    [zero] لا خطوات فيها.
    [one] أُنجزت خطوتها الوحيدة.
    [two] أُنجزت خطوتاها.
    [few] أُنجزت خطواتها كلها، وعددها { $count }.
    [many] أُنجزت خطواتها كلها، وعددها { $count }.
   *[other] أُنجزت خطواتها كلها، وعددها { $count }.
}
steps_done_of = تم إنجاز { $count } من خطواتها البالغ عددها { $of }.
keeps_pace = تسير على وتيرتها.
is_ahead = سابقة لخطتها بمقدار { $count ->
    [zero] { $count } يوم
    [one] يوم واحد
    [two] يومين
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}.
is_behind = متأخرة عن خطتها بمقدار { $count ->
    [zero] { $count } يوم
    [one] يوم واحد
    [two] يومين
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}.
is_past = { $past }.
begins_on = تبدأ في { $day }
paused_since = متوقفة مؤقتًا منذ { $day }
paused_until = { $paused }، وتُراجع في { $day }
paused_until_today = { $paused }، وتُراجع اليوم
paused_until_past = { $paused }؛ كان موعد مراجعتها { $day }
became = صارت { $plan }.
became_other = صارت شيئًا آخر.
is_done = اكتملت.
was_dropped = تُركت.

on_track = على وتيرتها
ahead = سابقة
behind = متأخرة
days_ahead = سابقة { $count ->
    [zero] { $count } يوم
    [one] يوم واحد
    [two] يومين
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
days_behind = متأخرة { $count ->
    [zero] { $count } يوم
    [one] يوم واحد
    [two] يومين
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
days_past = تجاوزت موعدها بمقدار { $count ->
    [zero] { $count } يوم
    [one] يوم واحد
    [two] يومين
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
months_past = تجاوزت موعدها بمقدار { $count ->
    [zero] { $count } شهر
    [one] شهر واحد
    [two] شهرين
    [few] { $count } أشهر
    [many] { $count } شهرًا
   *[other] { $count } شهر
}
years_past = تجاوزت موعدها بمقدار { $count ->
    [zero] { $count } سنة
    [one] سنة واحدة
    [two] سنتين
    [few] { $count } سنوات
    [many] { $count } سنة
   *[other] { $count } سنة
}
just_begun = بدأت لتوها
under_way = قيد التنفيذ
not_begun = لم تبدأ بعد
all_steps_done = أُنجزت كل الخطوات
an_idea = فكرة
paused = متوقفة مؤقتًا
done = اكتملت
dropped = تُركت
pivoted = تحوّلت

passed_of = بُلغت { $count } من { $of }
checkpoints_dropped = { $count } متروكة

range = { $from } إلى { $to }
range_beyond = { $from }، أو بعد أكثر من سنتين
beyond_two_years = أكثر من سنتين بهذه الوتيرة.
refusal_not_active = الخطة ليست قيد التنفيذ، فلا وتيرة يُبنى عليها.
refusal_nothing_left = لم تبقَ خطوة للإنجاز.
refusal_fewer_than_five_done = الوقت مبكر للتقدير: أقل من خمس خطوات لها تاريخ إنجاز.
refusal_fewer_than_four_weeks = الوقت مبكر للتقدير: الخطة قيد التنفيذ منذ أقل من أربعة أسابيع.
refusal_none_in_twelve_weeks = لا وتيرة يُقدَّر منها: لم تُنجز خطوة في آخر اثني عشر أسبوعًا نشطًا.
work_left = نحو { $time } في { $count ->
    [zero] { $count } خطوة
    [one] خطوة واحدة
    [two] خطوتين
    [few] { $count } خطوات
    [many] { $count } خطوة
   *[other] { $count } خطوة
}

## الأمزجة

mood_1 = ثقيل
mood_2 = خافت
mood_3 = هادئ
mood_4 = طيب
mood_5 = مشرق

## القوائم

no_reflections_yet = لا شيء بعد. سطر واحد وتاريخ يكفيان ليكونا تأملًا.
some_reflections = { $count ->
    [zero] لا تأملات
    [one] تأمل واحد
    [two] تأملان
    [few] { $count } تأملات
    [many] { $count } تأملًا
   *[other] { $count } تأمل
}.
some_reflections_since = { $count ->
    [zero] لا تأملات
    [one] تأمل واحد
    [two] تأملان
    [few] { $count } تأملات
    [many] { $count } تأملًا
   *[other] { $count } تأمل
} منذ { $month }.
reflections_of = { $count ->
    [zero] لا تأملات
    [one] تأمل واحد
    [two] تأملان
    [few] { $count } تأملات
    [many] { $count } تأملًا
   *[other] { $count } تأمل
} من { $month }
entries_with_tag = { $count ->
    [zero] لا تدوينات
    [one] تدوينة واحدة
    [two] تدوينتان
    [few] { $count } تدوينات
    [many] { $count } تدوينة
   *[other] { $count } تدوينة
} بالوسم { $tag }
tag_of_year = #{ $tag }، { $year }
page_number = { $title }، الصفحة { $number }

## ما يحيط بكل صفحة

skip_link = إلى محتوى الصفحة
site_label = الموقع
made_by = كُتب بـ Markdown وصُفّ بـ journal.
made_on = كُتب بـ Markdown وصُفّ بـ journal في { $day }. ما يرد هنا كان صحيحًا في ذلك اليوم.
follow_plan = تابع هذه الخطة: { $list }
follow_journal = تابع هذه اليوميات: { $list }
feed_link = الخلاصة
calendar_link = التقويم
private_copy = خاص.
private_copy_why = هذه النسخة لمن يكتب: فيها ما لم يُنشر.
private_flag = خاص
unlisted_flag = خارج القوائم
moved_to = هذه الصفحة الآن في { $link }.
nothing_here = لا شيء في هذا العنوان.
nothing_here_why = ربما انتقل، أو لم يكن هنا قط.
before_label = السابق
after_label = التالي
pages_label = الصفحات

## الروابط في أعلى كل صفحة وعناوين صفحاتها

today_title = اليوم
plans_title = الخطط
timeline_title = الخط الزمني
reflections_title = التأملات
tags_title = الوسوم
nothing_here_title = لا شيء هنا

## الصفحة الأولى

under_way_title = قيد التنفيذ
no_plan_under_way = لا خطة قيد التنفيذ. تبدأ الخطة بعنوان وخطوة أولى صغيرة.
all_under_way = { $count ->
    [zero] لا خطط قيد التنفيذ
    [one] الخطة الوحيدة قيد التنفيذ
    [two] الخطتان قيد التنفيذ
    [few] كل الخطط قيد التنفيذ، وعددها { $count }
    [many] كل الخطط قيد التنفيذ، وعددها { $count }
   *[other] كل الخطط قيد التنفيذ، وعددها { $count }
}
next_label = التالي
coming_title = قادم
passed_title = مضى لتوه
resting_note = قد يكون السكون عملًا أيضًا.
all_resting = الكل، وعددها { $count }
year_title = السنة
year_by_day_title = السنة، يومًا بيوم
year_counts = الخطوات المنجزة: { $steps }، والتأملات المكتوبة: { $reflections }
as_table = في جدول
year_table_label = الخطوات والتأملات والمزاج بحسب الشهر
month_head = الشهر
mean_mood_head = متوسط المزاج
no_mood = لا شيء
nothing_this_year = لم يُكتب شيء عن هذه السنة بعد.
recent_title = تأملات حديثة
all_reflections = الكل، وعددها { $count }
around_label = ما حوله
help_title = حيث تنفعني المساعدة
people_title = معي في هذا
pages_title = الصفحات
leaf = { $weekday }، الأسبوع { $week }، اليوم { $day } من { $days }

## الخطط

no_plans = لا خطط بعد. تبدأ الخطة بعنوان وخطوة أولى صغيرة.
plans_active_title = قيد التنفيذ
plans_idea_title = أفكار
plans_paused_title = متوقفة مؤقتًا
plans_pivoted_title = تحوّلت
plans_done_title = اكتملت
plans_dropped_title = تُركت
done_on = اكتملت في { $day }
done_of_steps = { $done } من { $total ->
    [zero] { $total } خطوة
    [one] خطوة واحدة
    [two] خطوتين
    [few] { $total } خطوات
    [many] { $total } خطوة
   *[other] { $total } خطوة
}
count_cancelled = { $count } ملغاة
every_step_cancelled = أُلغيت كل الخطوات
no_steps = لا خطوات بعد
likely_finish = الاكتمال المرجح: { $range }
now_plan = الآن { $plan }
pivoted_into = إلى { $plan }
look_again_on = تُراجع في { $day }.
look_again_passed = كان موعد مراجعتها { $day }.
steps_kept_cancelled = تم إنجاز { $done } من { $total ->
    [zero] { $total } خطوة
    [one] خطوة واحدة
    [two] خطوتين
    [few] { $total } خطوات
    [many] { $total } خطوة
   *[other] { $total } خطوة
}، وأُلغيت { $cancelled }.
came_from = جاءت من { $list }.

now_label = الآن
steps_label = الخطوات
start_label = البداية
due_label = الموعد
at_pace = بوتيرة اثني عشر أسبوعًا
look_again_label = المراجعة
look_again_since_label = بانتظار المراجعة منذ
became_label = صارت
last_activity_label = آخر خطوة أو تأمل
going_title = كيف تسير
standing_title = أين وصلت
finish_head = الاكتمال
from_amount = من { $amount }
steps_done_label = الخطوات المنجزة، { $plan }
key_meant = حيث أرادت الخطة أن تكون اليوم
by_day = حتى { $day }
around_plan_label = حول هذه الخطة
blocked_title = ليس بعد
blocked_note = تنتظر خطوات أخرى، أو يومها.
latest_of = أحدث { $count } من { $total }.
held_title = حيث توقفت الخطة
held_still = منذ { $day } وإلى الآن
held_note = ينتظر خط الخطة ما دامت متوقفة.

checkpoint_label = محطة
measure_head = ما كان
feeling_head = كيف كان الشعور
hoped_for = المأمول
steps_before = { $done } من { $total ->
    [zero] { $total } خطوة
    [one] خطوة واحدة
    [two] خطوتين
    [few] { $total } خطوات
    [many] { $total } خطوة
   *[other] { $total } خطوة
} قبلها
earlier_checkpoints = { $count ->
    [zero] لا محطات سابقة
    [one] محطة سابقة واحدة
    [two] محطتان سابقتان
    [few] { $count } محطات سابقة
    [many] { $count } محطة سابقة
   *[other] { $count } محطة سابقة
}
later_checkpoints = { $count ->
    [zero] لا محطات لاحقة
    [one] محطة لاحقة واحدة
    [two] محطتان لاحقتان
    [few] { $count } محطات لاحقة
    [many] { $count } محطة لاحقة
   *[other] { $count } محطة لاحقة
}
to_come = قادمة

stands_doing = بدأت
stands_done = أُنجزت
stands_cancelled = أُلغيت
stands_deferred = أُجّلت
stands_scheduled = مجدولة
stands_waiting = تنتظر
stands_on_hold = معلّقة
stands_note = ملاحظة

in_time_title = كل الخطط عبر الزمن
in_time_note = يمتد كل شريط من البداية إلى الموعد، وهو مملوء بقدر ما بلغه العمل: ما تجاوز الخط الأحمر فهو سابق، وما لم يبلغه فهو متأخر.
in_words_title = الشيء نفسه بالكلمات
all_plans_label = كل الخطط
plan_head = الخطة
from_head = من
to_head = إلى

## التأملات والوسوم والصفحات

written_label = كُتب
changed_label = عُدّل
about_label = عن
mood_title = المزاج
mood_label = المزاج
mood_is = المزاج: { $mood }.
energy_label = الطاقة
confidence_label = الثقة
measured_title = القياسات
done_that_week_title = ما أُنجز في ذلك الأسبوع
about_reflection_label = عن هذا التأمل
other_reflections_label = تأملات أخرى
other_months_label = أشهر أخرى
by_month_title = بحسب الشهر
undated_title = بلا تاريخ
ways_in_label = مداخل
by_mood_title = بحسب المزاج
by_plan_title = بحسب الخطة
by_tag_title = بحسب الوسم
no_tags = لا وسوم بعد. كل كلمة تسبقها # وسم.
years_label = السنوات
folder_title = في هذا المجلد
about_page_label = عن هذه الصفحة
other_pages_label = صفحات أخرى
outline_title = في هذه الصفحة
backlinks_title = مذكور في
a_plan = خطة
a_reflection = تأمل
a_page = صفحة

## داخل النصوص

table_label = جدول
notes_label = الحواشي
note_label = الحاشية { $number }
back_link = رجوع
back_label = رجوع إلى النص، الحاشية { $number }
back_label_place = رجوع إلى النص، الحاشية { $number }، الموضع { $place }
callout_note = ملاحظة
callout_abstract = ملخص
callout_summary = خلاصة
callout_tldr = باختصار
callout_info = معلومة
callout_todo = للعمل
callout_tip = نصيحة
callout_hint = تلميح
callout_important = مهم
callout_success = نجاح
callout_check = تم التحقق
callout_done = أُنجز
callout_question = سؤال
callout_help = مساعدة
callout_faq = سؤال شائع
callout_warning = تحذير
callout_caution = حذر
callout_attention = انتباه
callout_failure = إخفاق
callout_fail = لم ينجح
callout_missing = ناقص
callout_danger = خطر
callout_error = خطأ
callout_bug = علة
callout_example = مثال
callout_quote = اقتباس
callout_cite = مرجع

## الخطوات داخل النص

step_open = مفتوحة
step_doing = بدأت
step_done = أُنجزت
step_cancelled = أُلغيت
step_deferred = أُجّلت
step_scheduled = مجدولة
step_waiting = تنتظر
step_on_hold = معلّقة
step_note = ملاحظة
step_important = { $step }، مهمة
checkpoint_met = محطة، بُلغت
checkpoint_partly = محطة، بُلغت جزئيًا
checkpoint_dropped = محطة، تُركت
checkpoint_overdue = محطة، مضى يومها
checkpoint_soon = محطة، قريبًا
checkpoint_upcoming = محطة
tally = { $done } من { $total }
tally_cancelled = { $done } من { $total }، و{ $cancelled } ملغاة
needs_help = تحتاج إلى مساعدة
waiting_on = بانتظار { $people }
cancelled_on = أُلغيت في { $day }
deferred_to = أُجّلت إلى { $day }
was_due = كان موعدها { $day }
due = موعدها { $day }
from_day = من { $day }
with_people = مع { $people }

## ما يُقال لبرامج أخرى

feed_checkpoint_met = بُلغت المحطة: { $title }
feed_checkpoint_partly = بُلغت المحطة جزئيًا: { $title }
feed_finished = اكتملت: { $title }
feed_step_done = أُنجزت: { $title }
feed_steps_done = { $count ->
    [zero] لم تُنجز أي خطوة
    [one] أُنجزت خطوة واحدة
    [two] أُنجزت خطوتان
    [few] أُنجزت { $count } خطوات
    [many] أُنجزت { $count } خطوة
   *[other] أُنجزت { $count } خطوة
}
feed_steps_done_of = { $plan }: { $steps }
feed_steps_done_in = { $steps }، في { $number } من الخطط
and_more = و{ $count } غيرها
private_title = { $title } (خاص)
look_again_title = مراجعة: { $title }
checkpoint_title = محطة: { $title }
due_title = موعد: { $title }

## العادات

every_day = كل يوم
every_weekday = كل يوم عمل
every_week = كل أسبوع
every_month = كل شهر
practice_done = { $every }: { $count ->
    [zero] ولا مرة
    [one] مرة واحدة
    [two] مرتان
    [few] { $count } مرات
    [many] { $count } مرة
   *[other] { $count } مرة
}
practice_missed = { $count } لم تتم
practice_unrecorded = { $count } لم تُسجَّل
practice_skipped = { $count } أثناء التوقف

## الرسوم

sentence_gap = {" "}
span_of_month = { $from } إلى { $to } { $month } { $year }
span_of_year = { $from } إلى { $to } { $year }
and_span = { $one }، و{ $two }

what_head = ماذا
when_head = متى
chart_starts = تبدأ في { $day }
chart_started = بدأت في { $day }

bar_title = الخطة عبر الزمن
bar_numbers = الأرقام هي المحطات أدناه.
bar_next = التالي: { $day }، المحطة { $place } من { $total }.
bar_done = اكتملت في { $day }.
bar_ended = استمرت حتى { $day }.
bar_pivoted = تحوّلت في { $day }.
bar_dropped = تُركت في { $day }.
bar_start_until = البداية، حتى { $day }
bar_due_until = الموعد، حتى { $day }
bar_no_day = لا يوم
bar_paused_since = متوقفة مؤقتًا منذ { $day }.
bar_paused = متوقفة مؤقتًا.
bar_nothing_left = لم تبقَ خطوة.
bar_all_done = أُنجزت خطواتها كلها.
bar_no_due = لا موعد لها، فلا سبق ولا تأخر؛ الشريط مملوء حتى آخر خطوة أُنجزت.
bar_reached = بلغ العمل ما كان مخططًا ليوم { $day }.
bar_from_to = من { $from } إلى { $to }.
bar_from = من { $day }.
bar_today = اليوم هو { $day }.
bar_pauses = توقفت مؤقتًا: { $pauses }.
bar_finish = الاكتمال المرجح: { $finish }.
bar_beyond = أكثر من سنتين بهذه الوتيرة
bar_checkpoints = مضت { $passed } من { $total ->
    [zero] { $total } محطة
    [one] محطة واحدة
    [two] محطتين
    [few] { $total } محطات
    [many] { $total } محطة
   *[other] { $total } محطة
}.
bar_reached_head = بلغ العمل
bar_end_head = النهاية
bar_checkpoint = { $place }. { $title }
bar_no_date = بلا تاريخ

key_done_of_all = المنجز من الكل
key_paused = متوقفة مؤقتًا
key_pivoted = تحوّلت إلى
key_finish = الاكتمال المرجح
key_met = محطة بُلغت

burn_up_title = الخطوات المنجزة مقابل كل الخطوات
burn_up_label = الخطوات بحسب الشهر
burn_up_undated = { $count ->
    [zero] لا خطوات منجزة بلا يوم.
    [one] خطوة منجزة واحدة بلا يوم، ولا تُحسب إلا في الرقم الأخير.
    [two] خطوتان منجزتان بلا يوم، ولا تُحسبان إلا في الرقم الأخير.
    [few] { $count } خطوات منجزة بلا يوم، ولا تُحسب إلا في الرقم الأخير.
    [many] { $count } خطوة منجزة بلا يوم، ولا تُحسب إلا في الرقم الأخير.
   *[other] { $count } خطوة منجزة بلا يوم، ولا تُحسب إلا في الرقم الأخير.
}
burn_up_done = المنجز { $done }
burn_up_done_of = المنجز { $done } من { $total }
burn_up_scope = الكل { $total }
burn_up_scope_was = كان عدد الخطوات { $began } في { $from }، وصار { $total } منذ { $day }: تُحسب الخطوة من يوم إنشائها إلى يوم إلغائها، وإن لم يُكتب ذلك اليوم فمنذ البداية.
burn_up_scope_from = عدد الخطوات { $total } منذ { $day }: لم يُكتب يوم آخر أُنشئت فيه خطوة أو أُلغيت.
burn_up_scope_was_known = كان عدد الخطوات { $began } في { $from }، وصار { $total } منذ { $day }: تُحسب الخطوة من يوم دخولها الخطة إلى يوم إلغائها أو إزالتها.
burn_up_scope_from_known = عدد الخطوات { $total } منذ { $day }، ولم يتغير بعد ذلك.
burn_up_are_done = تم إنجاز { $done ->
    [zero] { $done } خطوة
    [one] خطوة واحدة
    [two] خطوتين
    [few] { $done } خطوات
    [many] { $done } خطوة
   *[other] { $done } خطوة
}.
burn_up_done_planned = تم إنجاز { $done ->
    [zero] { $done } خطوة
    [one] خطوة واحدة
    [two] خطوتين
    [few] { $done } خطوات
    [many] { $done } خطوة
   *[other] { $done } خطوة
}؛ والمخطط حتى اليوم { $planned }.
burn_up_due = موعد الخطة { $day }.
burn_up_end_head = نهاية
burn_up_scope_head = الكل
burn_up_undated_head = مع ما هو بلا يوم
key_scope = كل الخطوات
key_plan = الخطة
key_guess = تقدير
guess_is = مروحة القلم الرصاص تقدير: { $guess }
guess_on = بوتيرة آخر اثني عشر أسبوعًا نشطًا تقع الخطوة الأخيرة في { $day }.
guess_between = بوتيرة آخر اثني عشر أسبوعًا نشطًا تقع الخطوة الأخيرة بين { $from } و{ $to }.
guess_after = بوتيرة آخر اثني عشر أسبوعًا نشطًا تقع الخطوة الأخيرة بعد { $day }، أو بعد أكثر من سنتين.
guess_beyond = بوتيرة آخر اثني عشر أسبوعًا نشطًا تقع الخطوة الأخيرة بعد أكثر من سنتين.
guess_amount_on = بوتيرة آخر اثني عشر أسبوعًا نشطًا يُبلغ { $amount } في { $day }.
guess_amount_between = بوتيرة آخر اثني عشر أسبوعًا نشطًا يُبلغ { $amount } بين { $from } و{ $to }.
guess_amount_after = بوتيرة آخر اثني عشر أسبوعًا نشطًا يُبلغ { $amount } بعد { $day }، أو بعد أكثر من سنتين.
guess_amount_beyond = بوتيرة آخر اثني عشر أسبوعًا نشطًا يُبلغ { $amount } بعد أكثر من سنتين.

measured_against = { $metric } مقابل المراد بلوغه
measured_caption = { $metric }، مقابل { $amount }.
measured_hopes = المعينات هي ما أملته المحطات.
measured_amount = { $amount } { $metric }
measured_from = من { $amount } { $metric }.
measured_on = { $amount } في { $day }.
measured_today = { $current } من { $amount } اليوم.
measured_in_the_end = { $current } من { $amount } في النهاية.
measured_on_head = في
measured_month = نهاية { $month }

practice_loose = متفرقة
practice_taking_hold = تترسخ
practice_holding = ثابتة
practice_firm = راسخة
practice_caption = { $firm }، { $every }: { $counts }.
practice_times_done = تمت { $count ->
    [zero] { $count } مرة
    [one] مرة واحدة
    [two] مرتين
    [few] { $count } مرات
    [many] { $count } مرة
   *[other] { $count } مرة
}
practice_times_missed = لم تتم { $count ->
    [zero] { $count } مرة
    [one] مرة واحدة
    [two] مرتين
    [few] { $count } مرات
    [many] { $count } مرة
   *[other] { $count } مرة
}
practice_times_unrecorded = لم تُسجَّل { $count ->
    [zero] { $count } مرة
    [one] مرة واحدة
    [two] مرتين
    [few] { $count } مرات
    [many] { $count } مرة
   *[other] { $count } مرة
}
practice_times_skipped = أثناء التوقف { $count ->
    [zero] { $count } مرة
    [one] مرة واحدة
    [two] مرتين
    [few] { $count } مرات
    [many] { $count } مرة
   *[other] { $count } مرة
}
practice_shows = فترة الرسم: { $days }. تمت { $done }، لم تتم { $missed }، لم تُسجَّل { $unrecorded }، أثناء التوقف { $skipped }.
practice_missed_head = لم تتم
practice_unrecorded_head = لم تُسجَّل
practice_skipped_head = أثناء التوقف
practice_all_head = الكل

half_title = { $from } إلى { $to } { $year }
half_description = الخطوات المنجزة { $steps }، والتأملات المكتوبة { $reflections }. كل يوم نقطة؛ والمربع خطوات أُنجزت، ويكبر بكثرتها؛ والحلقة تأمل.
half_no_mood = لم يُكتب مزاج.
half_one_mood = كُتب مزاج واحد: { $mood } في { $day }.
half_moods = كُتب { $count ->
    [zero] لا أمزجة
    [one] مزاج واحد
    [two] مزاجان
    [few] { $count } أمزجة
    [many] { $count } مزاجًا
   *[other] { $count } مزاج
}، كل منها نقطة حول خط هادئ: { $low } في { $low_day }، و{ $high } في { $high_day }.
key_steps = خطوة أو خطوتان أو 3 خطوات منجزة فأكثر
key_reflection = تأمل
key_moods = المزاج، تحت خط هادئ أو فوقه؛ والخيط متوسط كل خمسة
moods_title = { $count ->
    [zero] لا أمزجة
    [one] مزاج واحد
    [two] مزاجان
    [few] { $count } أمزجة
    [many] { $count } مزاجًا
   *[other] { $count } مزاج
}، من الأقدم
count_of_mood = { $count } { $mood }

## البطاقات والشارات

card_no_steps = لا خطوات بعد
card_one_open = خطوة واحدة لم تُنجز بعد
card_steps = تم إنجاز { $done } من { $total ->
    [zero] { $total } خطوة
    [one] خطوة واحدة
    [two] خطوتين
    [few] { $total } خطوات
    [many] { $total } خطوة
   *[other] { $total } خطوة
}
card_alt = { $title }. { $figures }.
card_on_track = على وتيرتها
card_ahead = سابقة لخطتها
card_behind = متأخرة عن خطتها
card_overdue = تجاوزت موعدها
card_not_started = لم تبدأ بعد
card_complete = أُنجزت كل الخطوات
card_idea = فكرة
card_paused = متوقفة مؤقتًا
card_done = اكتملت
card_dropped = تُركت
card_pivoted = صارت خطة أخرى
badge_no_steps = لا خطوات
badge_says_no_steps = { $title }: لا خطوات بعد
badge_says = { $title }: تم إنجاز { $done } من { $total ->
    [zero] { $total } خطوة
    [one] خطوة واحدة
    [two] خطوتين
    [few] { $total } خطوات
    [many] { $total } خطوة
   *[other] { $total } خطوة
}

## الطرفية

next_steps_title = الخطوات الصغيرة التالية
checkpoints_title = المحطات
stuck_title = تنتظر أو متعثرة أو تحتاج إلى مساعدة
practice_title = العادات
capacity_title = المتسع
resting_title = متوقفة أو تحوّلت أو اكتملت
lately_title = مؤخرًا
plans_done_of = { $plans }، تم إنجاز { $done } من { $total ->
    [zero] { $total } خطوة
    [one] خطوة واحدة
    [two] خطوتين
    [few] { $total } خطوات
    [many] { $total } خطوة
   *[other] { $total } خطوة
}
and_more_with_all = و{ $count } غيرها، مع --all
more = { $count } غيرها
unlisted_title = { $title } (خارج القوائم)
private = خاص
key_done = منجز
key_open = مفتوح
key_planned = المخطط حتى الآن

no_steps_yet = لا خطوات بعد. يمكن أن تكون الأولى صغيرة.
no_steps_left = لم تبقَ خطوات: أُلغيت { $count }.
nothing_waits = لا شيء ينتظر. لا بأس بيوم لا شيء فيه.
any_is_an_answer = موعد جديد أو توقف أو تحوّل أو نهاية: كل منها جواب.
last_seven_days = في الأيام السبعة الأخيرة: { $list }.
steps_done = { $count ->
    [zero] لم تُنجز أي خطوة
    [one] أُنجزت خطوة واحدة
    [two] أُنجزت خطوتان
    [few] أُنجزت { $count } خطوات
    [many] أُنجزت { $count } خطوة
   *[other] أُنجزت { $count } خطوة
}
last_twelve_weeks = الخطوات المنجزة في كل من آخر اثني عشر أسبوعًا، وهذا الأسبوع آخرها: { $list }
planned_by_now = المخطط حتى الآن { $count }
likely_finish_due = الاكتمال المرجح { $range }، { $due }.
no_due_date = بلا موعد
target_of = { $current } من { $amount } { $metric }
target_from = { $target }، من { $amount }
since_day = منذ { $day }
look_again = تُراجع في { $day }
look_again_since = بانتظار المراجعة منذ { $day }
became_plan = صارت { $plan }.
steps_kept = تم إنجاز { $done } من { $total ->
    [zero] { $total } خطوة
    [one] خطوة واحدة
    [two] خطوتين
    [few] { $total } خطوات
    [many] { $total } خطوة
   *[other] { $total } خطوة
}.
only_ideas = أفكار فقط حتى الآن: { $list }

due_today = موعدها اليوم
waits_for = تنتظر { $step }
quoted = «{ $text }»
no_date_yet = بلا تاريخ بعد
is_met = بُلغت
is_partly_met = بُلغت جزئيًا
is_dropped = تُركت
settled_on = { $settled } في { $day }
planned_for = مخطط لها في { $day }

this_week = هذا الأسبوع
next_week = الأسبوع القادم
week_from = من { $day }
load_nothing = لا موعد لشيء
load_of = { $time } من { $capacity } في { $count ->
    [zero] { $count } خطوة
    [one] خطوة واحدة
    [two] خطوتين
    [few] { $count } خطوات
    [many] { $count } خطوة
   *[other] { $count } خطوة
}
load_unestimated = { $count } بلا تقدير
load_over = { $load }: تزيد { $over } على المتاح

why_label = لماذا
dates_label = التواريخ
planned_label = المخطط حتى الآن
finish_label = الاكتمال المرجح
target_label = الهدف
work_left_label = العمل الباقي
with_label = مع
came_from_label = جاءت من
last_sign_label = آخر أثر
from_no_due = من { $day }، بلا موعد
and_still = { $day } وإلى الآن
pause_why = { $pause }: { $why }

begin_with_a_plan = الخطة ملف Markdown فيه خطوات. اكتب plans/garden.md وفيه سطر مثل
begin_example = حفر الحوض الأول
look_here_again = ثم انظر هنا من جديد.

## البحث

search_title = بحث
search_words = كلمات
search_keys = المفتاح / يأتي بك إلى هنا من أي صفحة، والأسهم تنقلك إلى ما وُجد.
search_needs_script = للبحث عن الكلمات يحتاج المتصفح إلى تشغيل برنامج نصي. ويمكن بلوغ كل شيء من هنا أيضًا:
search_found = ما وُجد: { $count }
search_found_any = لا شيء فيه هذه الكلمات كلها. ما فيه بعضها: { $count }
search_found_none = لا شيء فيه هذه الكلمات.
search_more = عرض المزيد
search_all = الكل
search_kind = النوع
search_plan = الخطة
search_tag = الوسم
search_mood = المزاج
search_year = السنة
search_state = بخطوات
kind_plan = خطة
kind_reflection = تأمل
kind_page = صفحة

## السنوات والكتيبات

reflections_of_year = تأملات { $year }
other_years_label = سنوات أخرى
whole_year = السنة كلها
booklet_link = للطباعة: الشهر بكل نصوصه
booklet_hint = صُنعت للورق: اطبع هذه الصفحة فيصير الشهر كتيبًا.

## الناس، وهذا اليوم

people_page_title = من يساعد في ماذا
people_of_journal = { $count ->
    [zero] لا أحد مذكور في هذه الخطط.
    [one] شخص واحد مذكور في هذه الخطط.
    [two] شخصان مذكوران في هذه الخطط.
    [few] { $count } أشخاص مذكورون في هذه الخطط.
    [many] { $count } شخصًا مذكورون في هذه الخطط.
   *[other] { $count } شخص مذكورون في هذه الخطط.
}
# `$day` يوم بلا سنة.
on_this_day_title = { $day } في السنوات الماضية
# `$ago` مثل: قبل سنتين، و`$what` ما كُتب أو بُلغ.
on_this_day_was = في مثل هذا اليوم { $ago }: { $what }
on_this_day_near = لا شيء عن اليوم نفسه. هذه هي الأيام التي حوله.
on_this_day_nothing = لا شيء عن هذه الأيام في السنوات الماضية. ما يُكتب اليوم سيكون هنا بعد سنة.
on_this_day_link = هذا اليوم في السنوات الماضية
and_more_days = و{ $count ->
    [zero] { $count } يوم أقدم
    [one] يوم واحد أقدم
    [two] يومان أقدم
    [few] { $count } أيام أقدم
    [many] { $count } يومًا أقدم
   *[other] { $count } يوم أقدم
}
