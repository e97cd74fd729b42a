# Les mots des pages en français, dans la syntaxe de Fluent (https://projectfluent.org). Une espace insécable précède
# les deux-points et les points-virgules.

direction = ltr
group_mark = { "\u202F" }
decimal_mark = ,

## Jours

month_1 = janvier
month_2 = février
month_3 = mars
month_4 = avril
month_5 = mai
month_6 = juin
month_7 = juillet
month_8 = août
month_9 = septembre
month_10 = octobre
month_11 = novembre
month_12 = décembre
short_month_1 = janv.
short_month_2 = févr.
short_month_3 = mars
short_month_4 = avr.
short_month_5 = mai
short_month_6 = juin
short_month_7 = juil.
short_month_8 = août
short_month_9 = sept.
short_month_10 = oct.
short_month_11 = nov.
short_month_12 = déc.
weekday_1 = lundi
weekday_2 = mardi
weekday_3 = mercredi
weekday_4 = jeudi
weekday_5 = vendredi
weekday_6 = samedi
weekday_7 = dimanche
short_weekday_1 = lun.
short_weekday_2 = mar.
short_weekday_3 = mer.
short_weekday_4 = jeu.
short_weekday_5 = ven.
short_weekday_6 = sam.
short_weekday_7 = dim.

# Seul le premier jour du mois est un ordinal.
date = { $day ->
    [1] 1er
   *[other] { $day }
} { $month }
date_year = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
date_weekday = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
} { $month }
date_weekday_year = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
date_list = { $day } { $weekday }
month_year = { $month } { $year }

today = aujourd’hui
tomorrow = demain
yesterday = hier
in_days = dans { $count ->
    [one] un jour
   *[other] { $count } jours
}
in_weeks = dans { $count ->
    [one] une semaine
   *[other] { $count } semaines
}
in_months = dans { $count } mois
in_years = dans { $count ->
    [one] un an
   *[other] { $count } ans
}
days_ago = il y a { $count ->
    [one] un jour
   *[other] { $count } jours
}
weeks_ago = il y a { $count ->
    [one] une semaine
   *[other] { $count } semaines
}
months_ago = il y a { $count } mois
years_ago = il y a { $count ->
    [one] un an
   *[other] { $count } ans
}

## Quantités

minutes = { $minutes } min
hours = { $hours } h
hours_minutes = { $hours } h { $minutes } min

number_word = { $count ->
    [2] deux
    [3] trois
    [4] quatre
    [5] cinq
    [6] six
    [7] sept
    [8] huit
    [9] neuf
    [10] dix
    [11] onze
    [12] douze
   *[other] { $count }
}

count_steps = { $count ->
    [one] { $count } étape
   *[other] { $count } étapes
}
count_plans = { $count ->
    [one] { $count } projet
   *[other] { $count } projets
}
count_reflections = { $count ->
    [one] { $count } réflexion
   *[other] { $count } réflexions
}
count_tags = { $count ->
    [one] { $count } étiquette
   *[other] { $count } étiquettes
}

list_two = { $one } et { $two }
list_more = { $one }, { $two }
separator = {", "}
list_end = { $list }.
fact_then = { $fact } – { $then }
before_colon = { $text } :

## Où en sont les choses

nothing_under_way = Aucun projet n’est en cours.
plans_are_paused = { $count ->
    [one] Un projet est en pause.
   *[other] { $Number } projets sont en pause.
}
plans_are_under_way = { $count ->
    [one] Un projet est en cours.
   *[other] { $Number } projets sont en cours.
}
plan_keeps_pace = { $plan } tient le rythme.
plans_keep_pace = { $count ->
    [one] Un projet tient le rythme.
   *[other] { $Number } projets tiennent le rythme.
}
plan_is_behind = { $plan } a { $count ->
    [one] un jour
   *[other] { $number } jours
} de retard.
plan_is_past = { $plan } : { $past }.
more_are_behind = { $count ->
    [one] Un autre est en retard.
   *[other] { $Number } autres sont en retard.
}
next_checkpoint = Prochain jalon { $when }.
on_day = le { $day }
on_weekday = { $day }

no_plans_yet = Pas encore de projet. Le premier peut être petit.
some_active = { $count ->
    [one] un projet en cours
   *[other] { $number } projets en cours
}
some_ideas = { $count ->
    [one] une idée
   *[other] { $number } idées
}
some_paused = { $count ->
    [one] un projet en pause
   *[other] { $number } en pause
}
some_pivoted = { $count ->
    [one] un projet réorienté
   *[other] { $number } réorientés
}
some_done = { $count ->
    [one] un projet accompli
   *[other] { $number } accomplis
}
some_dropped = { $count ->
    [one] un projet abandonné
   *[other] { $number } abandonnés
}

has_no_steps = Le projet n’a pas encore d’étape.
all_cancelled = { $count ->
    [one] Sa seule étape est annulée.
   *[other] Ses { $number } étapes sont annulées.
}
steps_open = { $count ->
    [one] Sa seule étape reste à faire.
   *[other] Ses { $number } étapes restent à faire.
}
steps_all_done = { $count ->
    [one] Sa seule étape est faite.
   *[other] Ses { $number } étapes sont faites.
}
steps_done_of = { $count ->
    [one] Une étape sur { $of } est faite.
   *[other] { $Number } étapes sur { $of } sont faites.
}
keeps_pace = Le projet tient le rythme.
is_ahead = Le projet a { $count ->
    [one] un jour
   *[other] { $count } jours
} d’avance.
is_behind = Le projet a { $count ->
    [one] un jour
   *[other] { $count } jours
} de retard.
is_past = Le projet continue, { $past }.
begins_on = Commence le { $day }
paused_since = En pause depuis le { $day }
paused_until = { $paused }, à revoir le { $day }
paused_until_today = { $paused }, à revoir aujourd’hui
paused_until_past = { $paused } ; c’était à revoir le { $day }
became = C’est devenu { $plan }.
became_other = C’est devenu autre chose.
is_done = Le projet est accompli.
was_dropped = Le projet a été abandonné.

on_track = Dans le rythme
ahead = En avance
behind = En retard
days_ahead = { $count ->
    [one] un jour
   *[other] { $count } jours
} d’avance
days_behind = { $count ->
    [one] un jour
   *[other] { $count } jours
} de retard
days_past = { $count ->
    [one] un jour
   *[other] { $count } jours
} après l’échéance
months_past = { $count ->
    [one] un mois
   *[other] { $number } mois
} après l’échéance
years_past = { $count ->
    [one] un an
   *[other] { $number } ans
} après l’échéance
just_begun = Tout juste commencé
under_way = En cours
not_begun = Pas encore commencé
all_steps_done = Toutes les étapes sont faites
an_idea = Une idée
paused = En pause
done = Accompli
dropped = Abandonné
pivoted = Réorienté

passed_of = { $count ->
    [one] { $count } atteint sur { $of }
   *[other] { $count } atteints sur { $of }
}
checkpoints_dropped = { $count ->
    [one] { $count } abandonné
   *[other] { $count } abandonnés
}

range = du { $from } au { $to }
range_beyond = { $from }, ou plus de deux ans
beyond_two_years = Plus de deux ans à ce rythme.
refusal_not_active = Le projet n’est pas en cours : il n’y a pas de rythme à prolonger.
refusal_nothing_left = Il ne reste aucune étape à faire.
refusal_fewer_than_five_done = Trop tôt pour deviner : moins de cinq étapes ont une date d’achèvement.
refusal_fewer_than_four_weeks = Trop tôt pour deviner : le projet est en cours depuis moins de quatre semaines.
refusal_none_in_twelve_weeks = Pas de rythme pour deviner : aucune étape n’a été faite pendant les douze dernières semaines actives.
work_left = environ { $time } en { $count ->
    [one] { $count } étape
   *[other] { $count } étapes
}

## Humeurs

mood_1 = lourde
mood_2 = basse
mood_3 = égale
mood_4 = bonne
mood_5 = radieuse

## Listes

no_reflections_yet = Aucune pour l’instant. Une ligne et une date font une réflexion.
some_reflections = { $count ->
    [one] Une réflexion.
   *[other] { $Number } réflexions.
}
some_reflections_since = { $count ->
    [one] Une réflexion
   *[other] { $Number } réflexions
} depuis { $month }.
reflections_of = { $count ->
    [one] { $count } réflexion
   *[other] { $count } réflexions
} en { $month }
entries_with_tag = { $count ->
    [one] { $count } page
   *[other] { $count } pages
} avec l’étiquette { $tag }
tag_of_year = #{ $tag }, { $year }
page_number = { $title }, page { $number }

## Autour de chaque page

skip_link = Aller au contenu
site_label = Menu principal
made_by = Écrit en Markdown, mis en page par journal.
made_on = Écrit en Markdown, mis en page par journal le { $day }. Ce qui est dit ici était vrai ce jour-là.
follow_plan = Suivre ce projet : { $list }
follow_journal = Suivre ce journal : { $list }
feed_link = flux
calendar_link = calendrier
private_copy = Privé.
private_copy_why = Cet exemplaire est réservé à la personne qui écrit : il contient ce qui n’est pas publié.
private_flag = Privé
unlisted_flag = Hors liste
moved_to = Cette page se trouve maintenant à l’adresse { $link }.
nothing_here = Il n’y a rien à cette adresse.
nothing_here_why = La page a peut-être déménagé, ou n’a jamais existé.
before_label = Avant
after_label = Après
pages_label = Pages de la liste

## Les liens en haut de chaque page

today_title = Aujourd’hui
plans_title = Projets
timeline_title = Chronologie
reflections_title = Réflexions
tags_title = Étiquettes
nothing_here_title = Rien ici

## La première page

under_way_title = En cours
no_plan_under_way = Aucun projet en cours. Tout commence par un titre et une première petite étape.
all_under_way = { $count ->
    [one] Le projet en cours
   *[other] Les { $count } projets en cours
}
next_label = À suivre
coming_title = À venir
passed_title = Tout juste passés
resting_note = Ne rien faire, c’est parfois agir.
all_resting = Tous ({ $count })
year_title = L’année
year_by_day_title = L’année, jour après jour
year_counts = { $steps ->
    [one] { $steps } étape faite
   *[other] { $steps } étapes faites
}, { $reflections ->
    [one] { $reflections } réflexion écrite
   *[other] { $reflections } réflexions écrites
}
as_table = En tableau
year_table_label = Étapes, réflexions et humeur par mois
month_head = Mois
mean_mood_head = Humeur moyenne
no_mood = aucune
nothing_this_year = Rien n’est encore écrit pour cette année.
recent_title = Réflexions récentes
all_reflections = Toutes ({ $count })
around_label = Autour
help_title = Là où un coup de main m’aiderait
people_title = Avec moi dans l’aventure
pages_title = Pages
leaf = { $weekday }, semaine { $week }, jour { $day } sur { $days }

## Projets

no_plans = Pas encore de projet. Tout commence par un titre et une première petite étape.
plans_active_title = En cours
plans_idea_title = Idées
plans_paused_title = En pause
plans_pivoted_title = Réorientés
plans_done_title = Accomplis
plans_dropped_title = Abandonnés
done_on = Accompli le { $day }
done_of_steps = { $total ->
    [one] { $done } étape sur { $total }
   *[other] { $done } étapes sur { $total }
}
count_cancelled = { $count ->
    [one] { $count } annulée
   *[other] { $count } annulées
}
every_step_cancelled = toutes les étapes annulées
no_steps = pas encore d’étape
likely_finish = fin probable { $range }
now_plan = maintenant { $plan }
pivoted_into = vers { $plan }
look_again_on = À revoir le { $day }.
look_again_passed = C’était à revoir le { $day }.
steps_kept_cancelled = { $done ->
    [one] { $done } étape faite
   *[other] { $done } étapes faites
} sur { $total }, { $cancelled ->
    [one] { $cancelled } annulée
   *[other] { $cancelled } annulées
}.
came_from = À l’origine : { $list }.

now_label = Maintenant
steps_label = Étapes
start_label = Début
due_label = Échéance
at_pace = au rythme des douze dernières semaines
look_again_label = À revoir
look_again_since_label = À revoir depuis
became_label = Devenu
last_activity_label = Dernière étape ou réflexion
going_title = Comment ça avance
standing_title = Où ça en est
finish_head = Fin
from_amount = à partir de { $amount }
steps_done_label = Étapes faites, { $plan }
key_meant = où le projet voulait en être aujourd’hui
by_day = avant le { $day }
around_plan_label = Autour de ce projet
blocked_title = Pas encore
blocked_note = Attend d’autres étapes, ou que son jour vienne.
latest_of = Les { $count } dernières sur { $total }.
held_title = Quand le projet a fait une pause
held_still = depuis le { $day }
held_note = La ligne du projet attend pendant une pause.

checkpoint_label = Jalon
measure_head = Ce qu’il y avait
feeling_head = Le ressenti
hoped_for = espéré
steps_before = { $total ->
    [one] { $done } étape sur { $total } avant
   *[other] { $done } étapes sur { $total } avant
}
earlier_checkpoints = { $count ->
    [one] { $count } jalon précédent
   *[other] { $count } jalons précédents
}
later_checkpoints = { $count ->
    [one] { $count } jalon suivant
   *[other] { $count } jalons suivants
}
to_come = à venir

stands_doing = commencée
stands_done = faite
stands_cancelled = annulée
stands_deferred = reportée
stands_scheduled = programmée
stands_waiting = en attente
stands_on_hold = en suspens
stands_note = note

in_time_title = Tous les projets, dans le temps
in_time_note = Chaque barre va du début à l’échéance. Elle est pleine jusqu’où le travail est arrivé : au-delà de la ligne rouge, il y a de l’avance ; en deçà, du retard.
in_words_title = La même chose, en mots
all_plans_label = Tous les projets
plan_head = Projet
from_head = De
to_head = À

## Réflexions, étiquettes et pages

written_label = Écrit
changed_label = Modifié
about_label = À propos de
mood_title = Humeur
mood_label = humeur
mood_is = humeur : { $mood }.
energy_label = Énergie
confidence_label = Confiance
measured_title = Mesuré
done_that_week_title = Fait cette semaine-là
about_reflection_label = À propos de cette réflexion
other_reflections_label = Autres réflexions
other_months_label = Autres mois
by_month_title = Par mois
undated_title = Sans date
ways_in_label = Par où entrer
by_mood_title = Par humeur
by_plan_title = Par projet
by_tag_title = Par étiquette
no_tags = Pas encore d’étiquette. Un mot précédé de # en est une.
years_label = Années
folder_title = Dans ce dossier
about_page_label = À propos de cette page
other_pages_label = Autres pages
outline_title = Sur cette page
backlinks_title = Mentionné dans
a_plan = projet
a_reflection = réflexion
a_page = page

## Dans les textes

table_label = Tableau
notes_label = Notes
note_label = Note { $number }
back_link = Retour
back_label = Retour au texte, note { $number }
back_label_place = Retour au texte, note { $number }, renvoi { $place }
callout_note = Note
callout_abstract = Aperçu
callout_summary = Résumé
callout_tldr = En bref
callout_info = Info
callout_todo = À faire
callout_tip = Astuce
callout_hint = Indice
callout_important = Important
callout_success = Réussite
callout_check = Vérifié
callout_done = Fait
callout_question = Question
callout_help = Aide
callout_faq = Question fréquente
callout_warning = Avertissement
callout_caution = Prudence
callout_attention = Attention
callout_failure = Échec
callout_fail = Raté
callout_missing = Manquant
callout_danger = Danger
callout_error = Erreur
callout_bug = Bogue
callout_example = Exemple
callout_quote = Citation
callout_cite = Source

## Les étapes dans un texte

step_open = À faire
step_doing = Commencée
step_done = Faite
step_cancelled = Annulée
step_deferred = Reportée
step_scheduled = Programmée
step_waiting = En attente
step_on_hold = En suspens
step_note = Note
step_important = { $step }, important
checkpoint_met = Jalon atteint
checkpoint_partly = Jalon atteint en partie
checkpoint_dropped = Jalon abandonné
checkpoint_overdue = Jalon, son jour est passé
checkpoint_soon = Jalon, bientôt
checkpoint_upcoming = Jalon
tally = { $done } sur { $total }
tally_cancelled = { $done } sur { $total }, { $cancelled ->
    [one] { $cancelled } annulée
   *[other] { $cancelled } annulées
}
needs_help = besoin d’aide
waiting_on = attend { $people }
cancelled_on = annulée le { $day }
deferred_to = reportée au { $day }
was_due = c’était pour le { $day }
due = pour le { $day }
from_day = à partir du { $day }
with_people = avec { $people }

## Ce qui est dit aux autres programmes

feed_checkpoint_met = Jalon atteint : { $title }
feed_checkpoint_partly = Jalon atteint en partie : { $title }
feed_finished = Accompli : { $title }
feed_step_done = Fait : { $title }
feed_steps_done = { $count ->
    [one] Une étape faite
   *[other] { $Number } étapes faites
}
feed_steps_done_of = { $steps } : { $plan }
feed_steps_done_in = { $steps } dans { $number } projets
and_more = et { $count } de plus
private_title = { $title } (privé)
look_again_title = À revoir : { $title }
checkpoint_title = Jalon : { $title }
due_title = Échéance : { $title }

## Pratique

every_day = chaque jour
every_weekday = du lundi au vendredi
every_week = chaque semaine
every_month = chaque mois
practice_done = { $every } : { $count } fois
practice_missed = { $count } fois non
practice_unrecorded = { $count } fois non noté
practice_skipped = { $count } fois pendant une pause

## Graphiques

sentence_gap = {" "}
span_of_month = du { $from ->
    [1] 1er
   *[other] { $from }
} au { $to } { $month } { $year }
span_of_year = du { $from } au { $to } { $year }
and_span = { $one }, et { $two }

what_head = Quoi
when_head = Quand
chart_starts = commence le { $day }
chart_started = commencé le { $day }

bar_title = Le projet dans le temps
bar_numbers = Les numéros sont les jalons ci-dessous.
bar_next = Prochainement : { $day }, jalon { $place } sur { $total }.
bar_done = Il a été accompli le { $day }.
bar_ended = Il a duré jusqu’au { $day }.
bar_pivoted = Il a été réorienté le { $day }.
bar_dropped = Il a été abandonné le { $day }.
bar_start_until = Début, jusqu’au { $day }
bar_due_until = Échéance, jusqu’au { $day }
bar_no_day = aucun jour
bar_paused_since = Il est en pause depuis le { $day }.
bar_paused = Il est en pause.
bar_nothing_left = Il ne reste aucune étape.
bar_all_done = Toutes ses étapes sont faites.
bar_no_due = Il n’a pas d’échéance : rien n’est en avance ni en retard ; la barre est pleine jusqu’à la dernière étape faite.
bar_reached = Le travail en est là où il devait être le { $day }.
bar_from_to = Du { $from } au { $to }.
bar_from = À partir du { $day }.
bar_today = Aujourd’hui, nous sommes le { $day }.
bar_pauses = En pause : { $pauses }.
bar_finish = Fin probable : { $finish }.
bar_beyond = plus de deux ans à ce rythme
bar_checkpoints = { $passed } sur { $total ->
    [one] { $total } jalon est passé.
   *[other] { $total } jalons sont passés.
}
bar_reached_head = Le travail en est au
bar_end_head = Fin
bar_checkpoint = { $place }. { $title }
bar_no_date = sans date

key_done_of_all = fait, sur le tout
key_paused = en pause
key_pivoted = réorienté vers
key_finish = fin probable
key_met = jalon atteint

burn_up_title = Étapes faites, par rapport aux étapes prévues
burn_up_label = Étapes par mois
burn_up_undated = { $count ->
    [one] { $count } étape faite n’indique pas de jour et ne compte
   *[other] { $count } étapes faites n’indiquent pas de jour et ne comptent
} que dans le dernier chiffre.
burn_up_done = { $done ->
    [one] { $done } faite
   *[other] { $done } faites
}
burn_up_done_of = { $done } sur { $total } { $done ->
    [one] faite
   *[other] faites
}
burn_up_scope = { $total ->
    [one] { $total } prévue
   *[other] { $total } prévues
}
burn_up_scope_was = Le { $from }, { $began ->
    [one] { $began } étape était prévue
   *[other] { $began } étapes étaient prévues
} ; depuis le { $day }, le total est de { $total } : une étape compte du jour où elle a été créée au jour où elle a été annulée, et, quand ce jour n’est pas écrit, depuis le début.
burn_up_scope_from = { $total ->
    [one] { $total } étape prévue
   *[other] { $total } étapes prévues
} à partir du { $day } : aucun autre jour de création ou d’annulation n’est écrit.
burn_up_scope_was_known = Le { $from }, { $began ->
    [one] { $began } étape était prévue
   *[other] { $began } étapes étaient prévues
} ; depuis le { $day }, le total est de { $total } : une étape compte du jour où elle est entrée dans le projet au jour où elle a été annulée ou retirée.
burn_up_scope_from_known = { $total ->
    [one] { $total } étape prévue
   *[other] { $total } étapes prévues
} à partir du { $day }, sans changement depuis.
burn_up_are_done = { $done ->
    [one] { $done } est faite.
   *[other] { $done } sont faites.
}
burn_up_done_planned = { $done ->
    [one] { $done } est faite
   *[other] { $done } sont faites
} ; { $planned ->
    [one] { $planned } était prévue
   *[other] { $planned } étaient prévues
} pour aujourd’hui.
burn_up_due = L’échéance du projet est le { $day }.
burn_up_end_head = Fin de
burn_up_scope_head = Prévues
burn_up_undated_head = Avec celles sans jour
key_scope = prévues
key_plan = le projet
key_guess = une estimation
guess_is = L’éventail au crayon est une estimation : { $guess }
guess_on = au rythme des douze dernières semaines actives, la dernière étape tombe le { $day }.
guess_between = au rythme des douze dernières semaines actives, la dernière étape tombe entre le { $from } et le { $to }.
guess_after = au rythme des douze dernières semaines actives, la dernière étape tombe après le { $day }, ou dans plus de deux ans.
guess_beyond = au rythme des douze dernières semaines actives, la dernière étape est à plus de deux ans.
guess_amount_on = au rythme des douze dernières semaines actives, { $amount } est atteint le { $day }.
guess_amount_between = au rythme des douze dernières semaines actives, { $amount } est atteint entre le { $from } et le { $to }.
guess_amount_after = au rythme des douze dernières semaines actives, { $amount } est atteint après le { $day }, ou dans plus de deux ans.
guess_amount_beyond = au rythme des douze dernières semaines actives, { $amount } est atteint dans plus de deux ans.

measured_against = { $metric }, par rapport au but
measured_caption = { $metric }, par rapport à { $amount }.
measured_hopes = Les losanges sont ce que les jalons espéraient.
measured_amount = { $amount } { $metric }
measured_from = À partir de { $amount } { $metric }.
measured_on = { $amount } le { $day }.
measured_today = { $current } sur { $amount } aujourd’hui.
measured_in_the_end = { $current } sur { $amount } à la fin.
measured_on_head = Le
measured_month = Fin { $month }

practice_loose = Souple
practice_taking_hold = S’installe
practice_holding = Tient
practice_firm = Solide
practice_caption = { $firm }, { $every } : { $counts }.
practice_times_done = faite { $count } fois
practice_times_missed = non faite { $count } fois
practice_times_unrecorded = non notée { $count } fois
practice_times_skipped = en pause { $count } fois
practice_shows = Période du graphique : { $days }. Faite { $done } fois, non faite { $missed } fois, non notée { $unrecorded } fois, en pause { $skipped } fois.
practice_missed_head = Non faite
practice_unrecorded_head = Non notée
practice_skipped_head = En pause
practice_all_head = Tout

half_title = De { $from } à { $to } { $year }
half_description = { $steps ->
    [one] { $steps } étape faite
   *[other] { $steps } étapes faites
} et { $reflections ->
    [one] { $reflections } réflexion écrite
   *[other] { $reflections } réflexions écrites
}. Chaque jour est un point ; un carré veut dire des étapes faites, plus grand quand il y en a plus ; un anneau veut dire une réflexion.
half_no_mood = Aucune humeur n’est notée.
half_one_mood = Une humeur est notée : { $mood } le { $day }.
half_moods = { $count } humeurs sont notées, chacune un point autour d’une ligne égale : { $low } le { $low_day }, { $high } le { $high_day }.
key_steps = 1, 2, 3 étapes faites ou plus
key_reflection = une réflexion
key_moods = humeur, sous ou sur une ligne égale ; le fil est la moyenne de cinq
moods_title = { $count ->
    [one] { $count } humeur
   *[other] { $count } humeurs, de la plus ancienne à la plus récente
}
count_of_mood = { $count } { $mood }

## Cartes et badges

card_no_steps = Pas encore d’étape
card_one_open = Une étape, à faire
card_steps = { $done } sur { $total ->
    [one] { $total } étape
   *[other] { $total } étapes
} { $done ->
    [one] faite
   *[other] faites
}
card_alt = { $title }. { $figures }.
card_on_track = dans le rythme
card_ahead = en avance
card_behind = en retard
card_overdue = échéance passée
card_not_started = pas encore commencé
card_complete = toutes les étapes faites
card_idea = une idée
card_paused = en pause
card_done = accompli
card_dropped = abandonné
card_pivoted = devenu un autre projet
badge_no_steps = aucune étape
badge_says_no_steps = { $title } : pas encore d’étape
badge_says = { $title } : { $done } sur { $total ->
    [one] { $total } étape
   *[other] { $total } étapes
} { $done ->
    [one] faite
   *[other] faites
}

## Le terminal

next_steps_title = Prochaines petites étapes
checkpoints_title = Jalons
stuck_title = En attente, bloqué, besoin d’aide
practice_title = Pratique
capacity_title = Temps disponible
resting_title = En pause, réorientés, accomplis
lately_title = Dernièrement
plans_done_of = { $plans }, { $done ->
    [one] { $done } étape faite
   *[other] { $done } étapes faites
} sur { $total }
and_more_with_all = et { $count } de plus, avec --all
more = { $count } de plus
unlisted_title = { $title } (hors liste)
private = privé
key_done = fait
key_open = à faire
key_planned = prévu à ce jour

no_steps_yet = Pas encore d’étape. La première peut être petite.
no_steps_left = Il ne reste aucune étape : { $count ->
    [one] { $count } annulée
   *[other] { $count } annulées
}.
nothing_waits = Rien n’attend. Un jour sans rien est permis.
any_is_an_answer = Une nouvelle date, une pause, un changement de cap ou une fin : chacune est une réponse.
last_seven_days = Ces sept derniers jours : { $list }.
steps_done = { $count ->
    [one] { $count } étape faite
   *[other] { $count } étapes faites
}
last_twelve_weeks = Étapes faites pendant chacune des douze dernières semaines, celle-ci en dernier : { $list }
planned_by_now = { $count ->
    [one] { $count } prévue à ce jour
   *[other] { $count } prévues à ce jour
}
likely_finish_due = Fin probable { $range }, { $due }.
no_due_date = pas d’échéance
target_of = { $current } sur { $amount } { $metric }
target_from = { $target }, à partir de { $amount }
since_day = depuis le { $day }
look_again = à revoir le { $day }
look_again_since = à revoir depuis le { $day }
became_plan = Devenu { $plan }.
steps_kept = { $done ->
    [one] { $done } étape faite
   *[other] { $done } étapes faites
} sur { $total }.
only_ideas = Encore à l’état d’idée : { $list }

due_today = pour aujourd’hui
waits_for = attend { $step }
quoted = « { $text } »
no_date_yet = pas encore de date
is_met = atteint
is_partly_met = atteint en partie
is_dropped = abandonné
settled_on = { $settled } le { $day }
planned_for = prévu pour le { $day }

this_week = Cette semaine
next_week = La semaine prochaine
week_from = À partir du { $day }
load_nothing = rien n’est à rendre
load_of = { $time } sur { $capacity } en { $count ->
    [one] { $count } étape
   *[other] { $count } étapes
}
load_unestimated = { $count } sans estimation
load_over = { $load } : { $over } de trop

why_label = Pourquoi
dates_label = Dates
planned_label = Prévu à ce jour
finish_label = Fin probable
target_label = But
work_left_label = Reste à faire
with_label = Avec
came_from_label = À l’origine
last_sign_label = Dernier signe
from_no_due = à partir du { $day }, pas d’échéance
and_still = depuis le { $day }
pause_why = { $pause } : { $why }

begin_with_a_plan = Un projet est un fichier Markdown avec des étapes. Pour commencer, plans/jardin.md avec une ligne comme
begin_example = Bêcher la première planche
look_here_again = puis revenir ici.

## Recherche

search_title = Recherche
search_words = Mots
search_keys = / mène ici depuis toute page, les flèches vont à ce qui a été trouvé.
search_needs_script = Pour chercher des mots, le navigateur doit exécuter un script. Tout est aussi accessible d’ici :
search_found = Trouvé : { $count }
search_found_any = Rien ne contient tous ces mots. Quelques-uns d’entre eux : { $count }
search_found_none = Rien ne contient ces mots.
search_more = En montrer plus
search_all = tout
search_kind = Genre
search_plan = Projet
search_tag = Étiquette
search_mood = Humeur
search_year = Année
search_state = Avec des étapes
kind_plan = Projet
kind_reflection = Réflexion
kind_page = Page

## Années et livrets

reflections_of_year = Réflexions de { $year }
other_years_label = Autres années
whole_year = Toute l’année
booklet_link = À imprimer : le mois avec tous ses textes
booklet_hint = Fait pour le papier : une fois cette page imprimée, le mois est un livret.

## Les gens, et ce jour-là

people_page_title = Qui aide à quoi
people_of_journal = { $count ->
    [one] Une personne est nommée dans ces projets.
   *[other] { $Number } personnes sont nommées dans ces projets.
}
# `$day` est un jour sans année.
on_this_day_title = Le { $day } des années passées
# `$ago` : il y a deux ans ; `$what` : ce qui a été écrit ou atteint.
on_this_day_was = Ce jour-là, { $ago } : { $what }
on_this_day_near = Rien n’est dit du jour même. Voici les jours autour.
on_this_day_nothing = Rien n’est dit de ces jours dans les années passées. Ce qui s’écrit aujourd’hui sera ici dans un an.
on_this_day_link = Ce jour dans les années passées
and_more_days = et { $count ->
    [one] un jour plus ancien
   *[other] { $count } jours plus anciens
}
