# Die Wörter der Seiten auf Deutsch, in der Syntax von Fluent (https://projectfluent.org).

direction = ltr
group_mark = .
decimal_mark = ,

## Tage

month_1 = Januar
month_2 = Februar
month_3 = März
month_4 = April
month_5 = Mai
month_6 = Juni
month_7 = Juli
month_8 = August
month_9 = September
month_10 = Oktober
month_11 = November
month_12 = Dezember
short_month_1 = Jan.
short_month_2 = Feb.
short_month_3 = März
short_month_4 = Apr.
short_month_5 = Mai
short_month_6 = Juni
short_month_7 = Juli
short_month_8 = Aug.
short_month_9 = Sept.
short_month_10 = Okt.
short_month_11 = Nov.
short_month_12 = Dez.
weekday_1 = Montag
weekday_2 = Dienstag
weekday_3 = Mittwoch
weekday_4 = Donnerstag
weekday_5 = Freitag
weekday_6 = Samstag
weekday_7 = Sonntag
short_weekday_1 = Mo
short_weekday_2 = Di
short_weekday_3 = Mi
short_weekday_4 = Do
short_weekday_5 = Fr
short_weekday_6 = Sa
short_weekday_7 = So

date = { $day }. { $month }
date_year = { $day }. { $month } { $year }
date_weekday = { $weekday }, { $day }. { $month }
date_weekday_year = { $weekday }, { $day }. { $month } { $year }
date_list = { $day }. { $weekday }
month_year = { $month } { $year }

today = heute
tomorrow = morgen
yesterday = gestern
in_days = in { $count ->
    [one] einem Tag
   *[other] { $count } Tagen
}
in_weeks = in { $count ->
    [one] einer Woche
   *[other] { $count } Wochen
}
in_months = in { $count ->
    [one] einem Monat
   *[other] { $count } Monaten
}
in_years = in { $count ->
    [one] einem Jahr
   *[other] { $count } Jahren
}
days_ago = vor { $count ->
    [one] einem Tag
   *[other] { $count } Tagen
}
weeks_ago = vor { $count ->
    [one] einer Woche
   *[other] { $count } Wochen
}
months_ago = vor { $count ->
    [one] einem Monat
   *[other] { $count } Monaten
}
years_ago = vor { $count ->
    [one] einem Jahr
   *[other] { $count } Jahren
}

## Mengen

minutes = { $minutes } min
hours = { $hours } h
hours_minutes = { $hours } h { $minutes } min

number_word = { $count ->
    [2] zwei
    [3] drei
    [4] vier
    [5] fünf
    [6] sechs
    [7] sieben
    [8] acht
    [9] neun
    [10] zehn
    [11] elf
    [12] zwölf
   *[other] { $count }
}

count_steps = { $count ->
    [one] { $count } Schritt
   *[other] { $count } Schritte
}
count_plans = { $count ->
    [one] { $count } Plan
   *[other] { $count } Pläne
}
count_reflections = { $count ->
    [one] { $count } Rückblick
   *[other] { $count } Rückblicke
}
count_tags = { $count ->
    [one] { $count } Schlagwort
   *[other] { $count } Schlagwörter
}

list_two = { $one } und { $two }
list_more = { $one }, { $two }
separator = {", "}
list_end = { $list }.
fact_then = { $fact } – { $then }
before_colon = { $text }:

## Wie es steht

nothing_under_way = Gerade läuft kein Plan.
plans_are_paused = { $count ->
    [one] Ein Plan macht Pause.
   *[other] { $Number } Pläne machen Pause.
}
plans_are_under_way = { $count ->
    [one] Ein Plan läuft.
   *[other] { $Number } Pläne laufen.
}
plan_keeps_pace = { $plan } ist im Takt.
plans_keep_pace = { $count ->
    [one] Ein Plan ist im Takt.
   *[other] { $Number } Pläne sind im Takt.
}
plan_is_behind = { $plan } liegt { $count ->
    [one] einen Tag
   *[other] { $number } Tage
} zurück.
plan_is_past = { $plan } ist { $past }.
more_are_behind = { $count ->
    [one] Ein weiterer liegt zurück.
   *[other] { $Number } weitere liegen zurück.
}
next_checkpoint = Der nächste Meilenstein ist { $when }.
on_day = am { $day }
on_weekday = am { $day }

no_plans_yet = Noch keine Pläne. Der erste darf klein sein.
some_active = { $count ->
    [one] ein laufender Plan
   *[other] { $number } laufende Pläne
}
some_ideas = { $count ->
    [one] eine Idee
   *[other] { $number } Ideen
}
some_paused = { $count ->
    [one] einer in Pause
   *[other] { $number } in Pause
}
some_pivoted = { $count ->
    [one] einer umgelenkt
   *[other] { $number } umgelenkt
}
some_done = { $count ->
    [one] einer geschafft
   *[other] { $number } geschafft
}
some_dropped = { $count ->
    [one] einer aufgegeben
   *[other] { $number } aufgegeben
}

has_no_steps = Der Plan hat noch keine Schritte.
all_cancelled = { $count ->
    [one] Sein einziger Schritt ist gestrichen.
   *[other] Alle { $number } Schritte sind gestrichen.
}
steps_open = { $count ->
    [one] Sein einziger Schritt ist offen.
   *[other] Seine { $number } Schritte sind offen.
}
steps_all_done = { $count ->
    [one] Sein einziger Schritt ist erledigt.
   *[other] Alle { $number } Schritte sind erledigt.
}
steps_done_of = { $count ->
    [one] Einer von { $of } Schritten ist erledigt.
   *[other] { $Number } von { $of } Schritten sind erledigt.
}
keeps_pace = Der Plan ist im Takt.
is_ahead = Der Plan liegt { $count ->
    [one] einen Tag
   *[other] { $count } Tage
} vorn.
is_behind = Der Plan liegt { $count ->
    [one] einen Tag
   *[other] { $count } Tage
} zurück.
is_past = Der Plan ist { $past }.
begins_on = Beginnt am { $day }
paused_since = In Pause seit { $day }
paused_until = { $paused }, wieder anzusehen am { $day }
paused_until_today = { $paused }, heute wieder anzusehen
paused_until_past = { $paused }; am { $day } wäre er wieder anzusehen gewesen
became = Daraus wurde { $plan }.
became_other = Daraus wurde etwas anderes.
is_done = Der Plan ist geschafft.
was_dropped = Der Plan wurde aufgegeben.

on_track = Im Takt
ahead = Voraus
behind = Zurück
days_ahead = { $count ->
    [one] einen Tag
   *[other] { $count } Tage
} voraus
days_behind = { $count ->
    [one] einen Tag
   *[other] { $count } Tage
} zurück
days_past = { $count ->
    [one] einen Tag
   *[other] { $count } Tage
} über der Zeit
months_past = { $count ->
    [one] einen Monat
   *[other] { $number } Monate
} über der Zeit
years_past = { $count ->
    [one] ein Jahr
   *[other] { $number } Jahre
} über der Zeit
just_begun = Gerade begonnen
under_way = Läuft
not_begun = Noch nicht begonnen
all_steps_done = Alle Schritte erledigt
an_idea = Eine Idee
paused = In Pause
done = Geschafft
dropped = Aufgegeben
pivoted = Umgelenkt

passed_of = { $count } von { $of } erreicht
checkpoints_dropped = { $count } aufgegeben

range = { $from } bis { $to }
range_beyond = { $from }, oder mehr als zwei Jahre
beyond_two_years = Mehr als zwei Jahre in diesem Tempo.
refusal_not_active = Der Plan läuft nicht, also gibt es kein Tempo zum Weiterrechnen.
refusal_nothing_left = Kein Schritt ist mehr zu tun.
refusal_fewer_than_five_done = Zu früh zum Schätzen: Weniger als fünf Schritte sind mit Datum erledigt.
refusal_fewer_than_four_weeks = Zu früh zum Schätzen: Der Plan läuft seit weniger als vier Wochen.
refusal_none_in_twelve_weeks = Kein Tempo zum Schätzen: In den letzten zwölf aktiven Wochen wurde kein Schritt erledigt.
work_left = etwa { $time } in { $count ->
    [one] { $count } Schritt
   *[other] { $count } Schritten
}

## Stimmungen

mood_1 = schwer
mood_2 = trüb
mood_3 = ruhig
mood_4 = gut
mood_5 = hell

## Listen

no_reflections_yet = Noch keine. Eine Zeile und ein Datum sind schon ein Rückblick.
some_reflections = { $count ->
    [one] Ein Rückblick.
   *[other] { $Number } Rückblicke.
}
some_reflections_since = { $count ->
    [one] Ein Rückblick
   *[other] { $Number } Rückblicke
} seit { $month }.
reflections_of = { $count ->
    [one] { $count } Rückblick
   *[other] { $count } Rückblicke
} aus { $month }
entries_with_tag = { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
} mit dem Schlagwort { $tag }
tag_of_year = #{ $tag }, { $year }
page_number = { $title }, Seite { $number }

## Rund um jede Seite

skip_link = Zum Inhalt springen
site_label = Hauptmenü
made_by = In Markdown geschrieben, mit journal gesetzt.
made_on = In Markdown geschrieben, am { $day } mit journal gesetzt. Was hier steht, galt an diesem Tag.
follow_plan = Diesem Plan folgen: { $list }
follow_journal = Diesem Journal folgen: { $list }
feed_link = Feed
calendar_link = Kalender
private_copy = Privat.
private_copy_why = Dieses Exemplar ist nur für dich: Es enthält, was nicht veröffentlicht wird.
private_flag = Privat
unlisted_flag = Nicht gelistet
moved_to = Diese Seite ist jetzt unter { $link }.
nothing_here = Unter dieser Adresse ist nichts.
nothing_here_why = Vielleicht ist es umgezogen, vielleicht war es nie hier.
before_label = Davor
after_label = Danach
pages_label = Seiten der Liste

## Die Links oben auf jeder Seite

today_title = Heute
plans_title = Pläne
timeline_title = Zeitleiste
reflections_title = Rückblicke
tags_title = Schlagwörter
nothing_here_title = Hier ist nichts

## Die erste Seite

under_way_title = Was läuft
no_plan_under_way = Gerade läuft kein Plan. Einer beginnt mit einem Titel und einem ersten kleinen Schritt.
all_under_way = { $count ->
    [one] Der eine laufende Plan
   *[other] Alle { $count } laufenden Pläne
}
next_label = Als Nächstes
coming_title = Kommt noch
passed_title = Gerade vorbei
resting_note = Auch Nichtstun kann ein Tun sein.
all_resting = Alle { $count }
year_title = Das Jahr
year_by_day_title = Das Jahr, Tag für Tag
year_counts = { $steps ->
    [one] { $steps } Schritt
   *[other] { $steps } Schritte
} erledigt, { $reflections ->
    [one] { $reflections } Rückblick
   *[other] { $reflections } Rückblicke
} geschrieben
as_table = Als Tabelle
year_table_label = Schritte, Rückblicke und Stimmung nach Monaten
month_head = Monat
mean_mood_head = Mittlere Stimmung
no_mood = keine
nothing_this_year = In diesem Jahr ist noch nichts aufgeschrieben.
recent_title = Neue Rückblicke
all_reflections = Alle { $count }
around_label = Drumherum
help_title = Wo ich Hilfe brauchen kann
people_title = Mit mir dabei
pages_title = Seiten
leaf = { $weekday }, Woche { $week }, Tag { $day } von { $days }

## Pläne

no_plans = Noch keine Pläne. Einer beginnt mit einem Titel und einem ersten kleinen Schritt.
plans_active_title = Läuft
plans_idea_title = Ideen
plans_paused_title = In Pause
plans_pivoted_title = Umgelenkt
plans_done_title = Geschafft
plans_dropped_title = Aufgegeben
done_on = Geschafft am { $day }
done_of_steps = { $done } von { $total ->
    [one] { $total } Schritt
   *[other] { $total } Schritten
}
count_cancelled = { $count } gestrichen
every_step_cancelled = alle Schritte gestrichen
no_steps = noch keine Schritte
likely_finish = fertig wohl { $range }
now_plan = jetzt { $plan }
pivoted_into = zu { $plan }
look_again_on = Wieder anzusehen am { $day }.
look_again_passed = War wieder anzusehen am { $day }.
steps_kept_cancelled = { $done } von { $total ->
    [one] { $total } Schritt
   *[other] { $total } Schritten
} erledigt, { $cancelled } gestrichen.
came_from = Hervorgegangen aus { $list }.

now_label = Jetzt
steps_label = Schritte
start_label = Beginn
due_label = Fällig
at_pace = im Tempo der letzten zwölf Wochen
look_again_label = Wieder ansehen
look_again_since_label = Wieder anzusehen seit
became_label = Wurde zu
last_activity_label = Letzter Schritt oder Rückblick
going_title = Wie es läuft
standing_title = Wie es steht
finish_head = Ende
from_amount = ab { $amount }
steps_done_label = Erledigte Schritte, { $plan }
key_meant = wo der Plan heute sein wollte
by_day = bis { $day }
around_plan_label = Rund um diesen Plan
blocked_title = Noch nicht
blocked_note = Wartet auf andere Schritte oder auf seinen Tag.
latest_of = Die letzten { $count } von { $total }.
held_title = Wo der Plan Pause machte
held_still = seit { $day }
held_note = In einer Pause wartet die Linie des Plans.

checkpoint_label = Meilenstein
measure_head = Was da war
feeling_head = Wie es sich anfühlte
hoped_for = erhofft
steps_before = { $done } von { $total ->
    [one] { $total } Schritt
   *[other] { $total } Schritten
} davor
earlier_checkpoints = { $count ->
    [one] { $count } früherer Meilenstein
   *[other] { $count } frühere Meilensteine
}
later_checkpoints = { $count ->
    [one] { $count } späterer Meilenstein
   *[other] { $count } spätere Meilensteine
}
to_come = kommt noch

stands_doing = begonnen
stands_done = erledigt
stands_cancelled = gestrichen
stands_deferred = verschoben
stands_scheduled = eingeplant
stands_waiting = wartet
stands_on_hold = ruht
stands_note = Notiz

in_time_title = Alle Pläne in der Zeit
in_time_note = Jeder Balken reicht vom Beginn bis zum Termin. Gefüllt ist er, so weit die Arbeit gekommen ist: Über die rote Linie hinaus heißt voraus, davor heißt zurück.
in_words_title = Dasselbe in Worten
all_plans_label = Alle Pläne
plan_head = Plan
from_head = Von
to_head = Bis

## Rückblicke, Schlagwörter und Seiten

written_label = Geschrieben
changed_label = Geändert
about_label = Über
mood_title = Stimmung
mood_label = Stimmung
mood_is = Stimmung: { $mood }.
energy_label = Energie
confidence_label = Zuversicht
measured_title = Gemessen
done_that_week_title = In dieser Woche erledigt
about_reflection_label = Zu diesem Rückblick
other_reflections_label = Andere Rückblicke
other_months_label = Andere Monate
by_month_title = Nach Monat
undated_title = Ohne Datum
ways_in_label = Zugänge
by_mood_title = Nach Stimmung
by_plan_title = Nach Plan
by_tag_title = Nach Schlagwort
no_tags = Noch keine Schlagwörter. Ein Wort mit # davor ist eines.
years_label = Jahre
folder_title = In diesem Ordner
about_page_label = Zu dieser Seite
other_pages_label = Andere Seiten
outline_title = Auf dieser Seite
backlinks_title = Erwähnt in
a_plan = Plan
a_reflection = Rückblick
a_page = Seite

## In Texten

table_label = Tabelle
notes_label = Fußnoten
note_label = Fußnote { $number }
back_link = Zurück
back_label = Zurück zum Text, Fußnote { $number }
back_label_place = Zurück zum Text, Fußnote { $number }, Stelle { $place }
callout_note = Notiz
callout_abstract = Überblick
callout_summary = Zusammenfassung
callout_tldr = Kurz gesagt
callout_info = Info
callout_todo = Zu tun
callout_tip = Tipp
callout_hint = Hinweis
callout_important = Wichtig
callout_success = Gelungen
callout_check = Geprüft
callout_done = Erledigt
callout_question = Frage
callout_help = Hilfe
callout_faq = Häufige Frage
callout_warning = Warnung
callout_caution = Vorsicht
callout_attention = Achtung
callout_failure = Fehlschlag
callout_fail = Nicht gelungen
callout_missing = Fehlt
callout_danger = Gefahr
callout_error = Fehler
callout_bug = Programmfehler
callout_example = Beispiel
callout_quote = Zitat
callout_cite = Quelle

## Schritte in einem Text

step_open = Offen
step_doing = Begonnen
step_done = Erledigt
step_cancelled = Gestrichen
step_deferred = Verschoben
step_scheduled = Eingeplant
step_waiting = Wartet
step_on_hold = Ruht
step_note = Notiz
step_important = { $step }, wichtig
checkpoint_met = Meilenstein, erreicht
checkpoint_partly = Meilenstein, teilweise erreicht
checkpoint_dropped = Meilenstein, aufgegeben
checkpoint_overdue = Meilenstein, sein Tag ist vorbei
checkpoint_soon = Meilenstein, bald
checkpoint_upcoming = Meilenstein
tally = { $done } von { $total }
tally_cancelled = { $done } von { $total }, { $cancelled } gestrichen
needs_help = braucht Hilfe
waiting_on = wartet auf { $people }
cancelled_on = gestrichen am { $day }
deferred_to = verschoben auf { $day }
was_due = war fällig am { $day }
due = fällig am { $day }
from_day = ab { $day }
with_people = mit { $people }

## Was anderen Programmen gesagt wird

feed_checkpoint_met = Meilenstein erreicht: { $title }
feed_checkpoint_partly = Meilenstein teilweise erreicht: { $title }
feed_finished = Geschafft: { $title }
feed_step_done = Erledigt: { $title }
feed_steps_done = { $count ->
    [one] Ein Schritt
   *[other] { $Number } Schritte
} erledigt
feed_steps_done_of = { $steps }: { $plan }
feed_steps_done_in = { $steps } in { $number } Plänen
and_more = und { $count } mehr
private_title = { $title } (privat)
look_again_title = Wieder ansehen: { $title }
checkpoint_title = Meilenstein: { $title }
due_title = Fällig: { $title }

## Übung

every_day = jeden Tag
every_weekday = jeden Werktag
every_week = jede Woche
every_month = jeden Monat
practice_done = { $every }: { $count }-mal
practice_missed = { $count }-mal nicht
practice_unrecorded = { $count }-mal nicht aufgeschrieben
practice_skipped = { $count }-mal in einer Pause

## Grafiken

sentence_gap = {" "}
span_of_month = { $from }. bis { $to }. { $month } { $year }
span_of_year = { $from } bis { $to } { $year }
and_span = { $one }, und { $two }

what_head = Was
when_head = Wann
chart_starts = beginnt am { $day }
chart_started = begonnen am { $day }

bar_title = Der Plan in der Zeit
bar_numbers = Die Zahlen sind die Meilensteine weiter unten.
bar_next = Als Nächstes: { $day }, Meilenstein { $place } von { $total }.
bar_done = Geschafft am { $day }.
bar_ended = Er lief bis zum { $day }.
bar_pivoted = Er wurde am { $day } umgelenkt.
bar_dropped = Er wurde am { $day } aufgegeben.
bar_start_until = Beginn, bis zum { $day }
bar_due_until = Fällig, bis zum { $day }
bar_no_day = kein Tag
bar_paused_since = Der Plan macht seit dem { $day } Pause.
bar_paused = Der Plan macht Pause.
bar_nothing_left = Kein Schritt ist mehr übrig.
bar_all_done = Alle Schritte sind erledigt.
bar_no_due = Der Plan hat keinen Termin, also gibt es kein Voraus oder Zurück; der Balken ist bis zum letzten erledigten Schritt gefüllt.
bar_reached = Die Arbeit ist da, wo sie am { $day } sein sollte.
bar_from_to = Vom { $from } bis zum { $to }.
bar_from = Ab dem { $day }.
bar_today = Heute ist der { $day }.
bar_pauses = In Pause: { $pauses }.
bar_finish = Fertig wohl: { $finish }.
bar_beyond = mehr als zwei Jahre in diesem Tempo
bar_checkpoints = { $passed } von { $total ->
    [one] { $total } Meilenstein ist
   *[other] { $total } Meilensteinen sind
} vorbei.
bar_reached_head = So weit ist die Arbeit
bar_end_head = Ende
bar_checkpoint = { $place }. { $title }
bar_no_date = kein Datum

key_done_of_all = erledigt, vom Ganzen
key_paused = Pause
key_pivoted = umgelenkt zu
key_finish = wohl fertig
key_met = Meilenstein erreicht

burn_up_title = Erledigte Schritte und alle Schritte
burn_up_label = Schritte nach Monaten
burn_up_undated = { $count ->
    [one] { $count } erledigter Schritt nennt keinen Tag und zählt
   *[other] { $count } erledigte Schritte nennen keinen Tag und zählen
} nur in der letzten Zahl.
burn_up_done = { $done } erledigt
burn_up_done_of = { $done } von { $total } erledigt
burn_up_scope = { $total } insgesamt
burn_up_scope_was = Am { $from } waren es insgesamt { $began ->
    [one] { $began } Schritt
   *[other] { $began } Schritte
}, seit dem { $day } sind es { $total }: Ein Schritt zählt von dem Tag, an dem er angelegt, bis zu dem, an dem er gestrichen wurde, und wo kein solcher Tag steht, von Anfang an.
burn_up_scope_from = { $total ->
    [one] { $total } Schritt
   *[other] { $total } Schritte
} insgesamt seit dem { $day }: Kein anderer Tag ist notiert, an dem einer angelegt oder gestrichen wurde.
burn_up_scope_was_known = Am { $from } waren es insgesamt { $began ->
    [one] { $began } Schritt
   *[other] { $began } Schritte
}, seit dem { $day } sind es { $total }: Ein Schritt zählt von dem Tag, an dem er in den Plan kam, bis zu dem, an dem er gestrichen oder herausgenommen wurde.
burn_up_scope_from_known = { $total ->
    [one] { $total } Schritt
   *[other] { $total } Schritte
} insgesamt seit dem { $day }, und seither keine andere Zahl.
burn_up_are_done = { $done ->
    [one] { $done } ist
   *[other] { $done } sind
} erledigt.
burn_up_done_planned = { $done ->
    [one] { $done } ist
   *[other] { $done } sind
} erledigt; bis heute { $planned ->
    [one] war { $planned }
   *[other] waren { $planned }
} geplant.
burn_up_due = Der Plan ist am { $day } fällig.
burn_up_end_head = Ende
burn_up_scope_head = Insgesamt
burn_up_undated_head = Mit denen ohne Tag
key_scope = insgesamt
key_plan = der Plan
key_guess = eine Schätzung
guess_is = Der Bleistiftfächer ist eine Schätzung: { $guess }
guess_on = Im Tempo der letzten zwölf aktiven Wochen fällt der letzte Schritt auf den { $day }.
guess_between = Im Tempo der letzten zwölf aktiven Wochen fällt der letzte Schritt in die Zeit vom { $from } bis zum { $to }.
guess_after = Im Tempo der letzten zwölf aktiven Wochen kommt der letzte Schritt nach dem { $day } oder erst in mehr als zwei Jahren.
guess_beyond = Im Tempo der letzten zwölf aktiven Wochen kommt der letzte Schritt erst in mehr als zwei Jahren.
guess_amount_on = Im Tempo der letzten zwölf aktiven Wochen sind { $amount } am { $day } erreicht.
guess_amount_between = Im Tempo der letzten zwölf aktiven Wochen sind { $amount } zwischen dem { $from } und dem { $to } erreicht.
guess_amount_after = Im Tempo der letzten zwölf aktiven Wochen sind { $amount } nach dem { $day } oder erst in mehr als zwei Jahren erreicht.
guess_amount_beyond = Im Tempo der letzten zwölf aktiven Wochen sind { $amount } erst in mehr als zwei Jahren erreicht.

measured_against = { $metric } und das Ziel
measured_caption = { $metric }, Ziel { $amount }.
measured_hopes = Rauten sind, was Meilensteine erhofften.
measured_amount = { $amount } { $metric }
measured_from = Ab { $amount } { $metric }.
measured_on = { $amount } am { $day }.
measured_today = Heute { $current } von { $amount }.
measured_in_the_end = Am Ende { $current } von { $amount }.
measured_on_head = Am
measured_month = Ende { $month }

practice_loose = Locker
practice_taking_hold = Fasst Fuß
practice_holding = Hält
practice_firm = Fest
practice_caption = { $firm }, { $every }: { $counts }.
practice_times_done = { $count }-mal getan
practice_times_missed = { $count }-mal nicht
practice_times_unrecorded = { $count }-mal nicht notiert
practice_times_skipped = { $count }-mal in einer Pause
practice_shows = Die Grafik zeigt { $days }: { $done }-mal getan, { $missed }-mal nicht, { $unrecorded }-mal nicht notiert, { $skipped }-mal in einer Pause.
practice_missed_head = Nicht getan
practice_unrecorded_head = Nicht notiert
practice_skipped_head = In einer Pause
practice_all_head = Alle

half_title = { $from } bis { $to } { $year }
half_description = { $steps ->
    [one] { $steps } Schritt
   *[other] { $steps } Schritte
} erledigt und { $reflections ->
    [one] { $reflections } Rückblick
   *[other] { $reflections } Rückblicke
} geschrieben. Jeder Tag ist ein Punkt; ein Quadrat heißt erledigte Schritte, größer, wenn es mehr sind; ein Ring heißt Rückblick.
half_no_mood = Keine Stimmung ist notiert.
half_one_mood = Eine Stimmung ist notiert: { $mood } am { $day }.
half_moods = { $count } Stimmungen sind notiert, jede ein Punkt um eine ruhige Linie: { $low } am { $low_day }, { $high } am { $high_day }.
key_steps = 1, 2, 3 oder mehr Schritte erledigt
key_reflection = ein Rückblick
key_moods = Stimmung, unter oder über einer ruhigen Linie; der Faden ist das Mittel von fünf
moods_title = { $count ->
    [one] { $count } Stimmung
   *[other] { $count } Stimmungen, die älteste zuerst
}
count_of_mood = { $count } { $mood }

## Karten und Plaketten

card_no_steps = Noch keine Schritte
card_one_open = Ein Schritt, offen
card_steps = { $done } von { $total ->
    [one] { $total } Schritt
   *[other] { $total } Schritten
} erledigt
card_alt = { $title }. { $figures }.
card_on_track = im Takt
card_ahead = liegt vorn
card_behind = liegt zurück
card_overdue = über der Zeit
card_not_started = noch nicht begonnen
card_complete = alle Schritte erledigt
card_idea = eine Idee
card_paused = in Pause
card_done = geschafft
card_dropped = aufgegeben
card_pivoted = wurde ein anderer Plan
badge_no_steps = keine Schritte
badge_says_no_steps = { $title }: noch keine Schritte
badge_says = { $title }: { $done } von { $total ->
    [one] { $total } Schritt
   *[other] { $total } Schritten
} erledigt

## Das Terminal

next_steps_title = Nächste kleine Schritte
checkpoints_title = Meilensteine
stuck_title = Wartet, hängt, braucht Hilfe
practice_title = Übung
capacity_title = Zeit
resting_title = In Pause, umgelenkt, geschafft
lately_title = In letzter Zeit
plans_done_of = { $plans }, { $done } von { $total ->
    [one] { $total } Schritt
   *[other] { $total } Schritten
} erledigt
and_more_with_all = und { $count } mehr, mit --all
more = { $count } mehr
unlisted_title = { $title } (nicht gelistet)
private = privat
key_done = erledigt
key_open = offen
key_planned = bis heute geplant

no_steps_yet = Noch keine Schritte. Der erste darf klein sein.
no_steps_left = Keine Schritte mehr: { $count } gestrichen.
nothing_waits = Nichts wartet. Ein Tag ohne etwas ist erlaubt.
any_is_an_answer = Ein neuer Termin, eine Pause, eine andere Richtung oder ein Ende: Jedes davon ist eine Antwort.
last_seven_days = In den letzten sieben Tagen: { $list }.
steps_done = { $count ->
    [one] { $count } Schritt
   *[other] { $count } Schritte
} erledigt
last_twelve_weeks = Erledigte Schritte in jeder der letzten zwölf Wochen, diese zuletzt: { $list }
planned_by_now = { $count } bis heute geplant
likely_finish_due = Fertig wohl { $range }, { $due }.
no_due_date = kein Termin
target_of = { $current } von { $amount } { $metric }
target_from = { $target }, ab { $amount }
since_day = seit { $day }
look_again = wieder ansehen am { $day }
look_again_since = wieder anzusehen seit { $day }
became_plan = Daraus wurde { $plan }.
steps_kept = { $done } von { $total ->
    [one] { $total } Schritt
   *[other] { $total } Schritten
} erledigt.
only_ideas = Erst eine Idee: { $list }

due_today = heute fällig
waits_for = wartet auf { $step }
quoted = „{ $text }“
no_date_yet = noch kein Datum
is_met = erreicht
is_partly_met = teilweise erreicht
is_dropped = aufgegeben
settled_on = { $settled } am { $day }
planned_for = geplant für { $day }

this_week = Diese Woche
next_week = Nächste Woche
week_from = Ab { $day }
load_nothing = nichts ist fällig
load_of = { $time } von { $capacity } in { $count ->
    [one] { $count } Schritt
   *[other] { $count } Schritten
}
load_unestimated = { $count } ohne Schätzung
load_over = { $load }: { $over } mehr, als da ist

why_label = Warum
dates_label = Termine
planned_label = Bis heute geplant
finish_label = Fertig wohl
target_label = Ziel
work_left_label = Noch zu tun
with_label = Mit
came_from_label = Hervorgegangen aus
last_sign_label = Letztes Zeichen
from_no_due = ab { $day }, kein Termin
and_still = seit { $day }
pause_why = { $pause }: { $why }

begin_with_a_plan = Ein Plan ist eine Markdown-Datei mit Schritten. Schreib plans/garten.md mit einer Zeile wie
begin_example = Das erste Beet umgraben
look_here_again = und schau dann wieder hier vorbei.

## Suche

search_title = Suche
search_words = Wörter
search_keys = / führt von jeder Seite hierher, die Pfeiltasten zu dem, was gefunden wurde.
search_needs_script = Um Wörter zu suchen, muss der Browser ein Skript ausführen. Alles ist auch von hier aus zu erreichen:
search_found = Gefunden: { $count }
search_found_any = Nichts hat all diese Wörter. Einige davon: { $count }
search_found_none = Nichts hat diese Wörter.
search_more = Mehr zeigen
search_all = alle
search_kind = Art
search_plan = Plan
search_tag = Schlagwort
search_mood = Stimmung
search_year = Jahr
search_state = Mit Schritten
kind_plan = Plan
kind_reflection = Rückblick
kind_page = Seite

## Jahre und Hefte

reflections_of_year = Rückblicke { $year }
other_years_label = Andere Jahre
whole_year = Das ganze Jahr
booklet_link = Zum Drucken: der Monat mit all seinen Texten
booklet_hint = Für Papier gemacht: Druck diese Seite, und der Monat ist ein Heft.

## Menschen, und dieser Tag

people_page_title = Wer wobei hilft
people_of_journal = { $count ->
    [one] In diesen Plänen ist ein Mensch genannt.
   *[other] In diesen Plänen sind { $number } Menschen genannt.
}
# `$day` ist ein Tag ohne Jahr.
on_this_day_title = { $day } in früheren Jahren
# `$ago` ist vor zwei Jahren, `$what`, was geschrieben oder erreicht wurde.
on_this_day_was = An diesem Tag { $ago }: { $what }
on_this_day_near = Von dem Tag selbst ist nichts erzählt. Das sind die Tage um ihn herum.
on_this_day_nothing = Von diesen Tagen früherer Jahre ist nichts erzählt. Was heute geschrieben wird, steht in einem Jahr hier.
on_this_day_link = Dieser Tag in früheren Jahren
and_more_days = und { $count ->
    [one] ein früherer Tag
   *[other] { $count } frühere Tage
}
