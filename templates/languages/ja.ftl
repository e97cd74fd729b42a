# サイトの言葉、日本語。Fluent の書き方による (https://projectfluent.org)。
# 日本語では数によって言葉が変わらないので、場合分けはない。

direction = ltr
group_mark = ,
decimal_mark = .

## 日付

month_1 = 1月
month_2 = 2月
month_3 = 3月
month_4 = 4月
month_5 = 5月
month_6 = 6月
month_7 = 7月
month_8 = 8月
month_9 = 9月
month_10 = 10月
month_11 = 11月
month_12 = 12月
short_month_1 = 1月
short_month_2 = 2月
short_month_3 = 3月
short_month_4 = 4月
short_month_5 = 5月
short_month_6 = 6月
short_month_7 = 7月
short_month_8 = 8月
short_month_9 = 9月
short_month_10 = 10月
short_month_11 = 11月
short_month_12 = 12月
weekday_1 = 月曜日
weekday_2 = 火曜日
weekday_3 = 水曜日
weekday_4 = 木曜日
weekday_5 = 金曜日
weekday_6 = 土曜日
weekday_7 = 日曜日
short_weekday_1 = 月
short_weekday_2 = 火
short_weekday_3 = 水
short_weekday_4 = 木
short_weekday_5 = 金
short_weekday_6 = 土
short_weekday_7 = 日

date = { $month }{ $day }日
date_year = { $year }年{ $month }{ $day }日
date_weekday = { $month }{ $day }日（{ $weekday }）
date_weekday_year = { $year }年{ $month }{ $day }日（{ $weekday }）
date_list = { $day }日（{ $weekday }）
month_year = { $year }年{ $month }

today = 今日
tomorrow = 明日
yesterday = 昨日
in_days = { $count }日後
in_weeks = { $count }週間後
in_months = { $count }か月後
in_years = { $count }年後
days_ago = { $count }日前
weeks_ago = { $count }週間前
months_ago = { $count }か月前
years_ago = { $count }年前

## 量

minutes = { $minutes }分
hours = { $hours }時間
hours_minutes = { $hours }時間{ $minutes }分

number_word = { $count }

count_steps = { $count }ステップ
count_plans = { $count }件の計画
count_reflections = ふりかえり{ $count }件
count_tags = タグ{ $count }個

list_two = { $one }、{ $two }
list_more = { $one }、{ $two }
separator = {"、"}
list_end = { $list }。
fact_then = { $fact }。{ $then }
before_colon = { $text }：

## 今の様子

nothing_under_way = 進行中の計画はありません。
plans_are_paused = 休止中の計画が{ $count }件あります。
plans_are_under_way = 進行中の計画が{ $count }件あります。
plan_keeps_pace = 「{ $plan }」は順調です。
plans_keep_pace = { $count }件の計画が順調です。
plan_is_behind = 「{ $plan }」は予定より{ $count }日遅れています。
plan_is_past = 「{ $plan }」は{ $past }しています。
more_are_behind = ほかに{ $count }件が遅れています。
next_checkpoint = 次の節目は{ $when }です。
on_day = { $day }
on_weekday = { $day }

no_plans_yet = 計画はまだありません。最初のひとつは小さくてかまいません。
some_active = 進行中{ $number }件
some_ideas = アイデア{ $number }件
some_paused = 休止中{ $number }件
some_pivoted = 方向転換{ $number }件
some_done = 完了{ $number }件
some_dropped = 取りやめ{ $number }件

has_no_steps = ステップはまだありません。
all_cancelled = { $count }個のステップはすべて取り消されました。
steps_open = { $count }個のステップはこれからです。
steps_all_done = { $count }個のステップはすべて終わりました。
steps_done_of = { $of }個のステップのうち{ $count }個が終わりました。
keeps_pace = 予定どおりです。
is_ahead = 予定より{ $count }日進んでいます。
is_behind = 予定より{ $count }日遅れています。
is_past = { $past }しています。
begins_on = { $day }開始
paused_since = { $day }から休止中
paused_until = { $paused }、{ $day }に見直す予定
paused_until_today = { $paused }、今日見直す予定
paused_until_past = { $paused }、{ $day }に見直すはずでした
became = 「{ $plan }」になりました。
became_other = 別のものになりました。
is_done = 完了しました。
was_dropped = 取りやめました。

on_track = 予定どおり
ahead = 予定より先
behind = 予定より遅れ
days_ahead = { $count }日先行
days_behind = { $count }日遅れ
days_past = 期日を{ $count }日超過
months_past = 期日を{ $count }か月超過
years_past = 期日を{ $count }年超過
just_begun = 始めたばかり
under_way = 進行中
not_begun = 開始前
all_steps_done = 全ステップ終了
an_idea = アイデア
paused = 休止中
done = 完了
dropped = 取りやめ
pivoted = 方向転換

passed_of = { $of }のうち{ $count }を通過
checkpoints_dropped = { $count }件取りやめ

range = { $from }～{ $to }
range_beyond = { $from }、または2年以上先
beyond_two_years = このペースでは2年以上かかります。
refusal_not_active = 進行中の計画ではないので、続けるペースがありません。
refusal_nothing_left = 残っているステップはありません。
refusal_fewer_than_five_done = まだ見込みを出せません。完了日のあるステップが5個に足りません。
refusal_fewer_than_four_weeks = まだ見込みを出せません。始めてから4週間たっていません。
refusal_none_in_twelve_weeks = 見込みを出せるペースがありません。活動した直近の12週間に、終えたステップがありません。
work_left = { $count }ステップで約{ $time }

## 気分

mood_1 = 重い
mood_2 = 低め
mood_3 = 穏やか
mood_4 = 良い
mood_5 = 晴れやか

## 一覧

no_reflections_yet = まだありません。一行と日付があれば、それがふりかえりです。
some_reflections = ふりかえり{ $count }件。
some_reflections_since = { $month }からのふりかえり{ $count }件。
reflections_of = { $month }のふりかえり{ $count }件
entries_with_tag = タグ「{ $tag }」の記事{ $count }件
tag_of_year = #{ $tag }、{ $year }年
page_number = { $title }、{ $number }ページ目

## どのページにもあるもの

skip_link = 本文へ
site_label = サイト
made_by = Markdown で書き、journal で組みました。
made_on = Markdown で書き、{ $day }に journal で組みました。内容はその日のものです。
follow_plan = この計画を追う：{ $list }
follow_journal = この日誌を追う：{ $list }
feed_link = フィード
calendar_link = カレンダー
private_copy = 非公開。
private_copy_why = これは書き手のための控えです。公開していないものも含みます。
private_flag = 非公開
unlisted_flag = 一覧外
moved_to = このページは{ $link }に移りました。
nothing_here = このアドレスには何もありません。
nothing_here_why = 移動したか、はじめからなかったのかもしれません。
before_label = 前
after_label = 次
pages_label = ページ

## ページ上部のリンクと、その先の題

today_title = 今日
plans_title = 計画
timeline_title = 年表
reflections_title = ふりかえり
tags_title = タグ
nothing_here_title = 何もありません

## 最初のページ

under_way_title = 進行中
no_plan_under_way = 進行中の計画はありません。題と、最初の小さなステップがあれば始まります。
all_under_way = 進行中の計画{ $count }件をすべて見る
next_label = 次
coming_title = これから
passed_title = 過ぎたばかり
resting_note = 何もしないことも、ひとつの行いです。
all_resting = { $count }件すべて
year_title = この一年
year_by_day_title = この一年を一日ずつ
year_counts = 終えたステップ{ $steps }個、書いたふりかえり{ $reflections }件
as_table = 表で見る
year_table_label = 月ごとのステップ、ふりかえり、気分
month_head = 月
mean_mood_head = 気分の平均
no_mood = なし
nothing_this_year = 今年はまだ何も書かれていません。
recent_title = 最近のふりかえり
all_reflections = { $count }件すべて
around_label = そのまわり
help_title = 手を貸してほしいこと
people_title = 一緒に歩む人
pages_title = ページ
leaf = { $weekday }、第{ $week }週、{ $days }日のうち{ $day }日目

## 計画

no_plans = 計画はまだありません。題と、最初の小さなステップがあれば始まります。
plans_active_title = 進行中
plans_idea_title = アイデア
plans_paused_title = 休止中
plans_pivoted_title = 方向転換
plans_done_title = 完了
plans_dropped_title = 取りやめ
done_on = { $day }に完了
done_of_steps = { $total }ステップのうち{ $done }
count_cancelled = { $count }個取り消し
every_step_cancelled = すべてのステップを取り消し
no_steps = ステップなし
likely_finish = 完了の見込み：{ $range }
now_plan = 今は「{ $plan }」
pivoted_into = 「{ $plan }」へ
look_again_on = { $day }に見直す予定です。
look_again_passed = { $day }に見直すはずでした。
steps_kept_cancelled = { $total }ステップのうち{ $done }個終了、{ $cancelled }個取り消し。
came_from = もとは{ $list }。

now_label = 今
steps_label = ステップ
start_label = 開始
due_label = 期日
at_pace = 12週間のペースで
look_again_label = 見直し
look_again_since_label = 見直すはずだった日
became_label = 行き先
last_activity_label = 最後のステップかふりかえり
going_title = 進みぐあい
standing_title = 今の位置
finish_head = 完了
from_amount = { $amount }から
steps_done_label = 終えたステップ、{ $plan }
key_meant = 計画では今日いるはずの所
by_day = { $day }まで
around_plan_label = この計画のまわり
blocked_title = まだできないこと
blocked_note = ほかのステップか、その日が来るのを待っています。
latest_of = { $total }件のうち最近の{ $count }件。
held_title = 計画を休んだ時期
held_still = { $day }から今も
held_note = 休止のあいだ、計画の線は待ちます。

checkpoint_label = 節目
measure_head = あったもの
feeling_head = 感じたこと
hoped_for = 期待していたこと
steps_before = それまでの{ $total }ステップのうち{ $done }
earlier_checkpoints = 以前の節目{ $count }件
later_checkpoints = 以後の節目{ $count }件
to_come = これから

stands_doing = 着手
stands_done = 終了
stands_cancelled = 取り消し
stands_deferred = 延期
stands_scheduled = 予定済み
stands_waiting = 待ち
stands_on_hold = 保留
stands_note = メモ

in_time_title = すべての計画を時の流れで
in_time_note = 帯は開始から期日までです。塗られているのは進んだ所まで。赤い線を越えていれば先行、手前なら遅れです。
in_words_title = 同じことを言葉で
all_plans_label = すべての計画
plan_head = 計画
from_head = 始まり
to_head = 終わり

## ふりかえり、タグ、ページ

written_label = 書いた日
changed_label = 直した日
about_label = 関わるもの
mood_title = 気分
mood_label = 気分
mood_is = 気分：{ $mood }。
energy_label = 元気
confidence_label = 自信
measured_title = 測ったもの
done_that_week_title = その週に終えたこと
about_reflection_label = このふりかえりについて
other_reflections_label = ほかのふりかえり
other_months_label = ほかの月
by_month_title = 月ごと
undated_title = 日付なし
ways_in_label = 入り口
by_mood_title = 気分ごと
by_plan_title = 計画ごと
by_tag_title = タグごと
no_tags = タグはまだありません。# を前に付けた言葉がタグになります。
years_label = 年
folder_title = このフォルダーの中
about_page_label = このページについて
other_pages_label = ほかのページ
outline_title = このページの見出し
backlinks_title = ここに触れているもの
a_plan = 計画
a_reflection = ふりかえり
a_page = ページ

## 本文の中

table_label = 表
notes_label = 注
note_label = 注{ $number }
back_link = 戻る
back_label = 本文に戻る、注{ $number }
back_label_place = 本文に戻る、注{ $number }の{ $place }か所目
callout_note = メモ
callout_abstract = 概要
callout_summary = まとめ
callout_tldr = ひとことで
callout_info = 情報
callout_todo = やること
callout_tip = こつ
callout_hint = ヒント
callout_important = 重要
callout_success = 成功
callout_check = 確認
callout_done = 完了
callout_question = 質問
callout_help = ヘルプ
callout_faq = よくある質問
callout_warning = 警告
callout_caution = 注意
callout_attention = ご注意
callout_failure = 失敗
callout_fail = うまくいかず
callout_missing = 不足
callout_danger = 危険
callout_error = エラー
callout_bug = バグ
callout_example = 例
callout_quote = 引用
callout_cite = 出典

## 本文の中のステップ

step_open = これから
step_doing = 着手
step_done = 終了
step_cancelled = 取り消し
step_deferred = 延期
step_scheduled = 予定済み
step_waiting = 待ち
step_on_hold = 保留
step_note = メモ
step_important = { $step }、重要
checkpoint_met = 節目、達成
checkpoint_partly = 節目、一部達成
checkpoint_dropped = 節目、取りやめ
checkpoint_overdue = 節目、期日超過
checkpoint_soon = 節目、まもなく
checkpoint_upcoming = 節目
tally = { $done }/{ $total }
tally_cancelled = { $done }/{ $total }、取り消し{ $cancelled }
needs_help = 手助けがほしい
waiting_on = { $people }を待っています
cancelled_on = { $day }に取り消し
deferred_to = { $day }に延期
was_due = 期日は{ $day }でした
due = 期日は{ $day }
from_day = { $day }から
with_people = { $people }と

## ほかのプログラムに伝えること

feed_checkpoint_met = 節目を達成：{ $title }
feed_checkpoint_partly = 節目を一部達成：{ $title }
feed_finished = 完了：{ $title }
feed_step_done = 終了：{ $title }
feed_steps_done = { $count }ステップ終了
feed_steps_done_of = { $plan }：{ $steps }
feed_steps_done_in = { $number }件の計画で{ $steps }
and_more = ほか{ $count }件
private_title = { $title }（非公開）
look_again_title = 見直し：{ $title }
checkpoint_title = 節目：{ $title }
due_title = 期日：{ $title }

## 習慣

every_day = 毎日
every_weekday = 平日
every_week = 毎週
every_month = 毎月
practice_done = { $every }：{ $count }回
practice_missed = しなかった{ $count }回
practice_unrecorded = 記録なし{ $count }回
practice_skipped = 休止中{ $count }回

## 図

sentence_gap = {""}
span_of_month = { $year }年{ $month }{ $from }日～{ $to }日
span_of_year = { $year }年{ $from }～{ $to }
and_span = { $one }、および{ $two }

what_head = 事柄
when_head = 時
chart_starts = { $day }開始予定
chart_started = { $day }開始

bar_title = 計画を時の流れで
bar_numbers = 数字は下の節目です。
bar_next = 次は{ $day }、{ $total }件のうち{ $place }件目の節目です。
bar_done = { $day }に完了しました。
bar_ended = { $day }まで続きました。
bar_pivoted = { $day }に方向転換しました。
bar_dropped = { $day }に取りやめました。
bar_start_until = 開始（{ $day }まで）
bar_due_until = 期日（{ $day }まで）
bar_no_day = 日付なし
bar_paused_since = { $day }から休止中です。
bar_paused = 休止中です。
bar_nothing_left = 残っているステップはありません。
bar_all_done = ステップはすべて終わりました。
bar_no_due = 期日がないので、先行も遅れもありません。塗られているのは最後に終えたステップまでです。
bar_reached = { $day }に予定していた所まで進んでいます。
bar_from_to = { $from }から{ $to }まで。
bar_from = { $day }から。
bar_today = 今日は{ $day }です。
bar_pauses = 休止：{ $pauses }。
bar_finish = 完了の見込み：{ $finish }。
bar_beyond = このペースで2年以上先
bar_checkpoints = { $total }件の節目のうち{ $passed }件を通過しました。
bar_reached_head = 進んだ所
bar_end_head = 終わり
bar_checkpoint = { $place }. { $title }
bar_no_date = 日付なし

key_done_of_all = 全体のうち終えた分
key_paused = 休止
key_pivoted = 方向転換の先
key_finish = 完了の見込み
key_met = 節目を達成

burn_up_title = 全ステップのうち終えたもの
burn_up_label = 月ごとのステップ
burn_up_undated = 日付のない終了済みステップ{ $count }個は、最後の数字にだけ含まれます。
burn_up_done = { $done }個終了
burn_up_done_of = { $total }個中{ $done }個終了
burn_up_scope = 全{ $total }個
burn_up_scope_was = ステップの総数は{ $from }に{ $began }個で、{ $day }からは{ $total }個です。ステップは作られた日から取り消された日まで数えます。その日が書かれていなければ、はじめから数えます。
burn_up_scope_from = ステップの総数は{ $day }から{ $total }個です。作られた日や取り消された日は、ほかに書かれていません。
burn_up_scope_was_known = ステップの総数は{ $from }に{ $began }個で、{ $day }からは{ $total }個です。ステップは計画に加わった日から、取り消されるか外された日まで数えます。
burn_up_scope_from_known = ステップの総数は{ $day }から{ $total }個で、その後も変わっていません。
burn_up_are_done = { $done }個が終わりました。
burn_up_done_planned = { $done }個が終わりました。今日までの予定は{ $planned }個でした。
burn_up_due = 計画の期日は{ $day }です。
burn_up_end_head = 時点（末）
burn_up_scope_head = 全体
burn_up_undated_head = 日付のないものを含む
key_scope = 全体
key_plan = 計画
key_guess = 見込み
guess_is = 扇形の鉛筆線は見込みです。{ $guess }
guess_on = 活動した直近12週間のペースでは、最後のステップは{ $day }になります。
guess_between = 活動した直近12週間のペースでは、最後のステップは{ $from }から{ $to }のあいだになります。
guess_after = 活動した直近12週間のペースでは、最後のステップは{ $day }より後か、2年以上先になります。
guess_beyond = 活動した直近12週間のペースでは、最後のステップは2年以上先になります。
guess_amount_on = 活動した直近12週間のペースでは、{ $amount }に届くのは{ $day }です。
guess_amount_between = 活動した直近12週間のペースでは、{ $amount }に届くのは{ $from }から{ $to }のあいだです。
guess_amount_after = 活動した直近12週間のペースでは、{ $amount }に届くのは{ $day }より後か、2年以上先です。
guess_amount_beyond = 活動した直近12週間のペースでは、{ $amount }に届くのは2年以上先です。

measured_against = { $metric }と目標
measured_caption = { $metric }、目標は{ $amount }。
measured_hopes = ひし形は、節目で期待していた値です。
measured_amount = { $amount } { $metric }
measured_from = { $metric }は{ $amount }から。
measured_on = { $day }に{ $amount }。
measured_today = 今日は{ $amount }のうち{ $current }。
measured_in_the_end = 最後は{ $amount }のうち{ $current }。
measured_on_head = 日付
measured_month = { $month }末

practice_loose = ゆるやか
practice_taking_hold = 根づきはじめ
practice_holding = 続いている
practice_firm = しっかり
practice_caption = { $firm }、{ $every }：{ $counts }。
practice_times_done = した{ $count }回
practice_times_missed = しなかった{ $count }回
practice_times_unrecorded = 記録なし{ $count }回
practice_times_skipped = 休止中{ $count }回
practice_shows = 図は{ $days }を示します。した{ $done }回、しなかった{ $missed }回、記録なし{ $unrecorded }回、休止中{ $skipped }回。
practice_missed_head = しなかった
practice_unrecorded_head = 記録なし
practice_skipped_head = 休止中
practice_all_head = すべて

half_title = { $year }年{ $from }～{ $to }
half_description = 終えたステップ{ $steps }個、書いたふりかえり{ $reflections }件。一日がひとつの点です。四角はステップを終えた日で、多いほど大きくなります。輪はふりかえりです。
half_no_mood = 気分は書かれていません。
half_one_mood = 気分がひとつ書かれています。{ $day }の「{ $mood }」です。
half_moods = 気分が{ $count }件書かれ、それぞれが穏やかさの線の上下の点です。{ $low_day }は「{ $low }」、{ $high_day }は「{ $high }」でした。
key_steps = 終えたステップ1個、2個、3個以上
key_reflection = ふりかえり
key_moods = 気分は穏やかさの線の上か下に、糸は5回分の流れ
moods_title = 気分{ $count }件、古い順
count_of_mood = { $mood }{ $count }

## カードとバッジ

card_no_steps = ステップなし
card_one_open = ステップひとつ、これから
card_steps = { $total }ステップ中{ $done }終了
card_alt = { $title }。{ $figures }。
card_on_track = 予定どおり
card_ahead = 予定より先
card_behind = 予定より遅れ
card_overdue = 期日超過
card_not_started = 開始前
card_complete = 全ステップ終了
card_idea = アイデア
card_paused = 休止中
card_done = 完了
card_dropped = 取りやめ
card_pivoted = 別の計画へ
badge_no_steps = ステップなし
badge_says_no_steps = { $title }：ステップはまだありません
badge_says = { $title }：{ $total }ステップのうち{ $done }個終了

## 端末

next_steps_title = 次の小さなステップ
checkpoints_title = 節目
stuck_title = 待ち、足止め、手助けがほしいこと
practice_title = 習慣
capacity_title = 使える時間
resting_title = 休止、方向転換、完了
lately_title = 最近
plans_done_of = { $plans }、{ $total }ステップのうち{ $done }個終了
and_more_with_all = ほか{ $count }件（--all で表示）
more = ほか{ $count }件
unlisted_title = { $title }（一覧外）
private = 非公開
key_done = 終了
key_open = これから
key_planned = 今までの予定

no_steps_yet = ステップはまだありません。最初のひとつは小さくてかまいません。
no_steps_left = 残っているステップはありません。{ $count }個取り消し。
nothing_waits = 待っているものはありません。何もない日があってもいいのです。
any_is_an_answer = 新しい日付、休止、方向転換、終わり。どれもひとつの答えです。
last_seven_days = この7日間：{ $list }。
steps_done = { $count }ステップ終了
last_twelve_weeks = 直近12週間に終えたステップ、今週が最後：{ $list }
planned_by_now = 今までの予定{ $count }個
likely_finish_due = 完了の見込み：{ $range }、{ $due }。
no_due_date = 期日なし
target_of = { $metric } { $amount }のうち{ $current }
target_from = { $target }（{ $amount }から）
since_day = { $day }から
look_again = { $day }に見直す
look_again_since = { $day }から見直し待ち
became_plan = 「{ $plan }」になりました。
steps_kept = { $total }ステップのうち{ $done }個終了。
only_ideas = まだアイデアだけ：{ $list }

due_today = 今日が期日
waits_for = 「{ $step }」を待っています
quoted = 「{ $text }」
no_date_yet = 日付はまだなし
is_met = 達成
is_partly_met = 一部達成
is_dropped = 取りやめ
settled_on = { $day }に{ $settled }
planned_for = { $day }の予定

this_week = 今週
next_week = 来週
week_from = { $day }から
load_nothing = 期日のものはありません
load_of = { $count }ステップで{ $capacity }のうち{ $time }
load_unestimated = 見積もりなし{ $count }個
load_over = { $load }、{ $over }超過

why_label = 理由
dates_label = 日付
planned_label = 今までの予定
finish_label = 完了の見込み
target_label = 目標
work_left_label = 残りの作業
with_label = 一緒に
came_from_label = もとの計画
last_sign_label = 最後の動き
from_no_due = { $day }から、期日なし
and_still = { $day }から今も
pause_why = { $pause }：{ $why }

begin_with_a_plan = 計画は、ステップを書いた Markdown ファイルです。plans/garden.md に、たとえば次の一行を書いて、
begin_example = 最初の花壇を掘る
look_here_again = もう一度ここを見てください。

## 検索

search_title = 検索
search_words = 言葉
search_keys = どのページからも / でここに来られます。矢印キーで見つかったものへ移ります。
search_needs_script = 言葉を探すには、ブラウザーでスクリプトを動かす必要があります。ここからも、すべてのページに行けます。
search_found = 見つかった数：{ $count }
search_found_any = すべての言葉を含むものはありません。一部を含むもの：{ $count }
search_found_none = この言葉を含むものはありません。
search_more = もっと見る
search_all = すべて
search_kind = 種類
search_plan = 計画
search_tag = タグ
search_mood = 気分
search_year = 年
search_state = ステップの状態
kind_plan = 計画
kind_reflection = ふりかえり
kind_page = ページ

## 年と小冊子

reflections_of_year = { $year }年のふりかえり
other_years_label = ほかの年
whole_year = 一年全体
booklet_link = 印刷用：その月のすべての文章
booklet_hint = 紙のためのページです。印刷すると、この月が小冊子になります。

## 人と、この日

people_page_title = だれが何を手伝うか
people_of_journal = これらの計画に{ $count }人の名前があります。
# `$day`は年のない日付。
on_this_day_title = これまでの年の{ $day }
# `$ago`は「2年前」、`$what`は書かれたこと、達したこと。
on_this_day_was = { $ago }のこの日：{ $what }
on_this_day_near = この日そのものの記録はありません。前後の日の記録です。
on_this_day_nothing = これまでの年のこのころの記録はまだありません。今日書いたことは、一年後ここにあります。
on_this_day_link = これまでの年のこの日
and_more_days = それ以前に{ $count }日
