# Las palabras de las páginas en español, en la sintaxis de Fluent (https://projectfluent.org).

direction = ltr
group_mark = .
decimal_mark = ,

## Días

month_1 = enero
month_2 = febrero
month_3 = marzo
month_4 = abril
month_5 = mayo
month_6 = junio
month_7 = julio
month_8 = agosto
month_9 = septiembre
month_10 = octubre
month_11 = noviembre
month_12 = diciembre
short_month_1 = ene
short_month_2 = feb
short_month_3 = mar
short_month_4 = abr
short_month_5 = may
short_month_6 = jun
short_month_7 = jul
short_month_8 = ago
short_month_9 = sept
short_month_10 = oct
short_month_11 = nov
short_month_12 = dic
weekday_1 = lunes
weekday_2 = martes
weekday_3 = miércoles
weekday_4 = jueves
weekday_5 = viernes
weekday_6 = sábado
weekday_7 = domingo
short_weekday_1 = lun
short_weekday_2 = mar
short_weekday_3 = mié
short_weekday_4 = jue
short_weekday_5 = vie
short_weekday_6 = sáb
short_weekday_7 = dom

date = { $day } de { $month }
date_year = { $day } de { $month } de { $year }
date_weekday = { $weekday } { $day } de { $month }
date_weekday_year = { $weekday } { $day } de { $month } de { $year }
date_list = { $day } { $weekday }
month_year = { $month } de { $year }

today = hoy
tomorrow = mañana
yesterday = ayer
in_days = en { $count ->
    [one] un día
   *[other] { $count } días
}
in_weeks = en { $count ->
    [one] una semana
   *[other] { $count } semanas
}
in_months = en { $count ->
    [one] un mes
   *[other] { $count } meses
}
in_years = en { $count ->
    [one] un año
   *[other] { $count } años
}
days_ago = hace { $count ->
    [one] un día
   *[other] { $count } días
}
weeks_ago = hace { $count ->
    [one] una semana
   *[other] { $count } semanas
}
months_ago = hace { $count ->
    [one] un mes
   *[other] { $count } meses
}
years_ago = hace { $count ->
    [one] un año
   *[other] { $count } años
}

## Cantidades

minutes = { $minutes } min
hours = { $hours } h
hours_minutes = { $hours } h { $minutes } min

number_word = { $count ->
    [2] dos
    [3] tres
    [4] cuatro
    [5] cinco
    [6] seis
    [7] siete
    [8] ocho
    [9] nueve
    [10] diez
    [11] once
    [12] doce
   *[other] { $count }
}

count_steps = { $count ->
    [one] { $count } paso
   *[other] { $count } pasos
}
count_plans = { $count ->
    [one] { $count } plan
   *[other] { $count } planes
}
count_reflections = { $count ->
    [one] { $count } reflexión
   *[other] { $count } reflexiones
}
count_tags = { $count ->
    [one] { $count } etiqueta
   *[other] { $count } etiquetas
}

list_two = { $one } y { $two }
list_more = { $one }, { $two }
separator = {", "}
list_end = { $list }.
fact_then = { $fact }. { $then }
before_colon = { $text }:

## Cómo están las cosas

nothing_under_way = No hay ningún plan en marcha.
plans_are_paused = { $count ->
    [one] Un plan está en pausa.
   *[other] { $Number } planes están en pausa.
}
plans_are_under_way = { $count ->
    [one] Un plan está en marcha.
   *[other] { $Number } planes están en marcha.
}
plan_keeps_pace = { $plan } mantiene el ritmo.
plans_keep_pace = { $count ->
    [one] Un plan mantiene el ritmo.
   *[other] { $Number } planes mantienen el ritmo.
}
plan_is_behind = { $plan } lleva { $count ->
    [one] un día
   *[other] { $number } días
} de retraso.
plan_is_past = { $plan } va { $past }.
more_are_behind = { $count ->
    [one] Otro va con retraso.
   *[other] Otros { $number } van con retraso.
}
next_checkpoint = El próximo hito es { $when }.
on_day = el { $day }
on_weekday = el { $day }

no_plans_yet = Aún no hay planes. El primero puede ser pequeño.
some_active = { $count ->
    [one] un plan en marcha
   *[other] { $number } planes en marcha
}
some_ideas = { $count ->
    [one] una idea
   *[other] { $number } ideas
}
some_paused = { $count ->
    [one] uno en pausa
   *[other] { $number } en pausa
}
some_pivoted = { $count ->
    [one] uno con otro rumbo
   *[other] { $number } con otro rumbo
}
some_done = { $count ->
    [one] uno cumplido
   *[other] { $number } cumplidos
}
some_dropped = { $count ->
    [one] uno abandonado
   *[other] { $number } abandonados
}

has_no_steps = El plan aún no tiene pasos.
all_cancelled = { $count ->
    [one] Su único paso está cancelado.
   *[other] Sus { $number } pasos están cancelados.
}
steps_open = { $count ->
    [one] Su único paso está por dar.
   *[other] Sus { $number } pasos están por dar.
}
steps_all_done = { $count ->
    [one] Su único paso está dado.
   *[other] Sus { $number } pasos están dados.
}
steps_done_of = { $count ->
    [one] Uno de { $of } pasos está dado.
   *[other] { $Number } de { $of } pasos están dados.
}
keeps_pace = El plan mantiene el ritmo.
is_ahead = El plan lleva { $count ->
    [one] un día
   *[other] { $count } días
} de adelanto.
is_behind = El plan lleva { $count ->
    [one] un día
   *[other] { $count } días
} de retraso.
is_past = El plan va { $past }.
begins_on = Empieza el { $day }
paused_since = En pausa desde el { $day }
paused_until = { $paused }, para volver a mirarlo el { $day }
paused_until_today = { $paused }, para volver a mirarlo hoy
paused_until_past = { $paused }; había que volver a mirarlo el { $day }
became = Se convirtió en { $plan }.
became_other = Se convirtió en otra cosa.
is_done = El plan está cumplido.
was_dropped = El plan se abandonó.

on_track = A buen ritmo
ahead = Con adelanto
behind = Con retraso
days_ahead = { $count ->
    [one] un día
   *[other] { $count } días
} de adelanto
days_behind = { $count ->
    [one] un día
   *[other] { $count } días
} de retraso
days_past = { $count ->
    [one] un día
   *[other] { $count } días
} más allá de su fecha
months_past = { $count ->
    [one] un mes
   *[other] { $number } meses
} más allá de su fecha
years_past = { $count ->
    [one] un año
   *[other] { $number } años
} más allá de su fecha
just_begun = Recién empezado
under_way = En marcha
not_begun = Sin empezar
all_steps_done = Todos los pasos dados
an_idea = Una idea
paused = En pausa
done = Cumplido
dropped = Abandonado
pivoted = Con otro rumbo

passed_of = { $count ->
    [one] { $count } de { $of } alcanzado
   *[other] { $count } de { $of } alcanzados
}
checkpoints_dropped = { $count ->
    [one] { $count } abandonado
   *[other] { $count } abandonados
}

range = del { $from } al { $to }
range_beyond = { $from }, o más de dos años
beyond_two_years = Más de dos años a este ritmo.
refusal_not_active = El plan no está en marcha, así que no hay ritmo con el que seguir.
refusal_nothing_left = No queda ningún paso por dar.
refusal_fewer_than_five_done = Es pronto para calcular: hay menos de cinco pasos con fecha de cumplimiento.
refusal_fewer_than_four_weeks = Es pronto para calcular: el plan lleva menos de cuatro semanas en marcha.
refusal_none_in_twelve_weeks = No hay ritmo con el que calcular: en las últimas doce semanas activas no se dio ningún paso.
work_left = cerca de { $time } en { $count ->
    [one] { $count } paso
   *[other] { $count } pasos
}

## Ánimos

mood_1 = pesado
mood_2 = bajo
mood_3 = sereno
mood_4 = bueno
mood_5 = radiante

## Listas

no_reflections_yet = Ninguna todavía. Una línea y una fecha ya son una reflexión.
some_reflections = { $count ->
    [one] Una reflexión.
   *[other] { $Number } reflexiones.
}
some_reflections_since = { $count ->
    [one] Una reflexión
   *[other] { $Number } reflexiones
} desde { $month }.
reflections_of = { $count ->
    [one] { $count } reflexión
   *[other] { $count } reflexiones
} de { $month }
entries_with_tag = { $count ->
    [one] { $count } entrada
   *[other] { $count } entradas
} con la etiqueta { $tag }
tag_of_year = #{ $tag }, { $year }
page_number = { $title }, página { $number }

## Alrededor de cada página

skip_link = Ir al contenido
site_label = Menú principal
made_by = Escrito en Markdown, compuesto con journal.
made_on = Escrito en Markdown, compuesto con journal el { $day }. Lo que se dice aquí era cierto ese día.
follow_plan = Sigue este plan: { $list }
follow_journal = Sigue este diario: { $list }
feed_link = canal
calendar_link = calendario
private_copy = Privado.
private_copy_why = Esta copia es solo para ti: contiene lo que no se publica.
private_flag = Privado
unlisted_flag = Fuera de lista
moved_to = Esta página está ahora en { $link }.
nothing_here = En esta dirección no hay nada.
nothing_here_why = Puede que se haya mudado, o que nunca estuviera aquí.
before_label = Antes
after_label = Después
pages_label = Páginas de la lista

## Los enlaces de arriba en cada página

today_title = Hoy
plans_title = Planes
timeline_title = Cronología
reflections_title = Reflexiones
tags_title = Etiquetas
nothing_here_title = Aquí no hay nada

## La primera página

under_way_title = En marcha
no_plan_under_way = No hay ningún plan en marcha. Uno empieza con un título y un primer paso pequeño.
all_under_way = { $count ->
    [one] El plan en marcha
   *[other] Los { $count } planes en marcha
}
next_label = Lo siguiente
coming_title = Por venir
passed_title = Recién pasados
resting_note = No hacer nada también puede ser hacer algo.
all_resting = Los { $count }
year_title = El año
year_by_day_title = El año, día a día
year_counts = { $steps ->
    [one] { $steps } paso dado
   *[other] { $steps } pasos dados
}, { $reflections ->
    [one] { $reflections } reflexión escrita
   *[other] { $reflections } reflexiones escritas
}
as_table = En una tabla
year_table_label = Pasos, reflexiones y ánimo por mes
month_head = Mes
mean_mood_head = Ánimo medio
no_mood = ninguno
nothing_this_year = Todavía no hay nada escrito de este año.
recent_title = Reflexiones recientes
all_reflections = Las { $count }
around_label = Alrededor
help_title = Dónde me vendría bien ayuda
people_title = En esto conmigo
pages_title = Páginas
leaf = { $weekday }, semana { $week }, día { $day } de { $days }

## Planes

no_plans = Aún no hay planes. Uno empieza con un título y un primer paso pequeño.
plans_active_title = En marcha
plans_idea_title = Ideas
plans_paused_title = En pausa
plans_pivoted_title = Con otro rumbo
plans_done_title = Cumplidos
plans_dropped_title = Abandonados
done_on = Cumplido el { $day }
done_of_steps = { $done } de { $total ->
    [one] { $total } paso
   *[other] { $total } pasos
}
count_cancelled = { $count ->
    [one] { $count } cancelado
   *[other] { $count } cancelados
}
every_step_cancelled = todos los pasos cancelados
no_steps = aún sin pasos
likely_finish = fin probable { $range }
now_plan = ahora { $plan }
pivoted_into = hacia { $plan }
look_again_on = Para volver a mirarlo el { $day }.
look_again_passed = Había que volver a mirarlo el { $day }.
steps_kept_cancelled = { $done } de { $total ->
    [one] { $total } paso dado
   *[other] { $total } pasos dados
}, { $cancelled ->
    [one] { $cancelled } cancelado
   *[other] { $cancelled } cancelados
}.
came_from = Viene de { $list }.

now_label = Ahora
steps_label = Pasos
start_label = Comienzo
due_label = Fecha límite
at_pace = al ritmo de las últimas doce semanas
look_again_label = Volver a mirar
look_again_since_label = Por volver a mirar desde
became_label = Se convirtió en
last_activity_label = Último paso o reflexión
going_title = Cómo va
standing_title = Cómo está
finish_head = Final
from_amount = desde { $amount }
steps_done_label = Pasos dados, { $plan }
key_meant = donde el plan quería estar hoy
by_day = antes del { $day }
around_plan_label = Alrededor de este plan
blocked_title = Todavía no
blocked_note = Espera otros pasos, o que llegue su día.
latest_of = Las últimas { $count } de { $total }.
held_title = Cuándo el plan hizo una pausa
held_still = desde el { $day }
held_note = En una pausa, la línea del plan espera.

checkpoint_label = Hito
measure_head = Lo que había
feeling_head = Cómo se sintió
hoped_for = se esperaba
steps_before = { $done } de { $total ->
    [one] { $total } paso
   *[other] { $total } pasos
} antes
earlier_checkpoints = { $count ->
    [one] { $count } hito anterior
   *[other] { $count } hitos anteriores
}
later_checkpoints = { $count ->
    [one] { $count } hito posterior
   *[other] { $count } hitos posteriores
}
to_come = por venir

stands_doing = empezado
stands_done = dado
stands_cancelled = cancelado
stands_deferred = aplazado
stands_scheduled = programado
stands_waiting = a la espera
stands_on_hold = en suspenso
stands_note = nota

in_time_title = Todos los planes, en el tiempo
in_time_note = Cada barra va del comienzo a la fecha límite. Está llena hasta donde ha llegado el trabajo: más allá de la línea roja hay adelanto; antes de ella, retraso.
in_words_title = Lo mismo, en palabras
all_plans_label = Todos los planes
plan_head = Plan
from_head = Desde
to_head = Hasta

## Reflexiones, etiquetas y páginas

written_label = Escrito
changed_label = Cambiado
about_label = Sobre
mood_title = Ánimo
mood_label = ánimo
mood_is = ánimo: { $mood }.
energy_label = Energía
confidence_label = Confianza
measured_title = Medido
done_that_week_title = Hecho esa semana
about_reflection_label = Sobre esta reflexión
other_reflections_label = Otras reflexiones
other_months_label = Otros meses
by_month_title = Por mes
undated_title = Sin fecha
ways_in_label = Por dónde entrar
by_mood_title = Por ánimo
by_plan_title = Por plan
by_tag_title = Por etiqueta
no_tags = Aún no hay etiquetas. Una palabra con # delante es una.
years_label = Años
folder_title = En esta carpeta
about_page_label = Sobre esta página
other_pages_label = Otras páginas
outline_title = En esta página
backlinks_title = Mencionado en
a_plan = plan
a_reflection = reflexión
a_page = página

## Dentro de los textos

table_label = Tabla
notes_label = Notas
note_label = Nota { $number }
back_link = Volver
back_label = Volver al texto, nota { $number }
back_label_place = Volver al texto, nota { $number }, lugar { $place }
callout_note = Nota
callout_abstract = Sinopsis
callout_summary = Resumen
callout_tldr = En pocas palabras
callout_info = Información
callout_todo = Por hacer
callout_tip = Consejo
callout_hint = Pista
callout_important = Importante
callout_success = Logrado
callout_check = Comprobado
callout_done = Hecho
callout_question = Pregunta
callout_help = Ayuda
callout_faq = Pregunta frecuente
callout_warning = Advertencia
callout_caution = Precaución
callout_attention = Atención
callout_failure = Fracaso
callout_fail = Fallido
callout_missing = Falta
callout_danger = Peligro
callout_error = Error
callout_bug = Error de programa
callout_example = Ejemplo
callout_quote = Cita
callout_cite = Fuente

## Pasos en un texto

step_open = Por dar
step_doing = Empezado
step_done = Dado
step_cancelled = Cancelado
step_deferred = Aplazado
step_scheduled = Programado
step_waiting = A la espera
step_on_hold = En suspenso
step_note = Nota
step_important = { $step }, importante
checkpoint_met = Hito alcanzado
checkpoint_partly = Hito alcanzado en parte
checkpoint_dropped = Hito abandonado
checkpoint_overdue = Hito, su día ya pasó
checkpoint_soon = Hito, pronto
checkpoint_upcoming = Hito
tally = { $done } de { $total }
tally_cancelled = { $done } de { $total }, { $cancelled ->
    [one] { $cancelled } cancelado
   *[other] { $cancelled } cancelados
}
needs_help = necesita ayuda
waiting_on = a la espera de { $people }
cancelled_on = cancelado el { $day }
deferred_to = aplazado al { $day }
was_due = era para el { $day }
due = para el { $day }
from_day = desde el { $day }
with_people = con { $people }

## Lo que se dice a otros programas

feed_checkpoint_met = Hito alcanzado: { $title }
feed_checkpoint_partly = Hito alcanzado en parte: { $title }
feed_finished = Cumplido: { $title }
feed_step_done = Hecho: { $title }
feed_steps_done = { $count ->
    [one] Un paso dado
   *[other] { $Number } pasos dados
}
feed_steps_done_of = { $steps }: { $plan }
feed_steps_done_in = { $steps } en { $number } planes
and_more = y { $count } más
private_title = { $title } (privado)
look_again_title = Volver a mirar: { $title }
checkpoint_title = Hito: { $title }
due_title = Fecha límite: { $title }

## Práctica

every_day = cada día
every_weekday = de lunes a viernes
every_week = cada semana
every_month = cada mes
practice_done = { $every }: { $count ->
    [one] { $count } vez
   *[other] { $count } veces
}
practice_missed = { $count ->
    [one] { $count } vez no
   *[other] { $count } veces no
}
practice_unrecorded = { $count } sin anotar
practice_skipped = { $count } en una pausa

## Gráficos

sentence_gap = {" "}
span_of_month = del { $from } al { $to } de { $month } de { $year }
span_of_year = del { $from } al { $to } de { $year }
and_span = { $one }, y { $two }

what_head = Qué
when_head = Cuándo
chart_starts = empieza el { $day }
chart_started = empezó el { $day }

bar_title = El plan en el tiempo
bar_numbers = Los números son los hitos de abajo.
bar_next = Lo siguiente: { $day }, hito { $place } de { $total }.
bar_done = Se cumplió el { $day }.
bar_ended = Duró hasta el { $day }.
bar_pivoted = Tomó otro rumbo el { $day }.
bar_dropped = Se abandonó el { $day }.
bar_start_until = Comienzo, hasta el { $day }
bar_due_until = Fecha límite, hasta el { $day }
bar_no_day = ningún día
bar_paused_since = Está en pausa desde el { $day }.
bar_paused = Está en pausa.
bar_nothing_left = No queda ningún paso.
bar_all_done = Todos sus pasos están dados.
bar_no_due = No tiene fecha límite, así que nada va por delante ni por detrás; la barra está llena hasta el último paso dado.
bar_reached = El trabajo ha llegado a lo previsto para el { $day }.
bar_from_to = Del { $from } al { $to }.
bar_from = Desde el { $day }.
bar_today = Hoy es { $day }.
bar_pauses = En pausa: { $pauses }.
bar_finish = Fin probable: { $finish }.
bar_beyond = más de dos años a este ritmo
bar_checkpoints = { $passed } de { $total ->
    [one] { $total } hito ha pasado.
   *[other] { $total } hitos han pasado.
}
bar_reached_head = El trabajo ha llegado a
bar_end_head = Final
bar_checkpoint = { $place }. { $title }
bar_no_date = sin fecha

key_done_of_all = hecho, del total
key_paused = en pausa
key_pivoted = nuevo rumbo
key_finish = fin probable
key_met = hito alcanzado

burn_up_title = Pasos dados, frente a los previstos
burn_up_label = Pasos por mes
burn_up_undated = { $count ->
    [one] { $count } paso dado no indica el día y solo cuenta
   *[other] { $count } pasos dados no indican el día y solo cuentan
} en la última cifra.
burn_up_done = { $done ->
    [one] { $done } dado
   *[other] { $done } dados
}
burn_up_done_of = { $done } de { $total } { $done ->
    [one] dado
   *[other] dados
}
burn_up_scope = { $total ->
    [one] { $total } previsto
   *[other] { $total } previstos
}
burn_up_scope_was = El { $from } había { $began ->
    [one] { $began } paso previsto
   *[other] { $began } pasos previstos
}; desde el { $day } el total es { $total }: un paso cuenta del día en que se creó al día en que se canceló, y donde ese día no está escrito, desde el principio.
burn_up_scope_from = { $total ->
    [one] { $total } paso previsto
   *[other] { $total } pasos previstos
} desde el { $day }: no está escrito ningún otro día en que se creara o cancelara alguno.
burn_up_scope_was_known = El { $from } había { $began ->
    [one] { $began } paso previsto
   *[other] { $began } pasos previstos
}; desde el { $day } el total es { $total }: un paso cuenta del día en que entró en el plan al día en que se canceló o se quitó.
burn_up_scope_from_known = { $total ->
    [one] { $total } paso previsto
   *[other] { $total } pasos previstos
} desde el { $day }, sin cambios desde entonces.
burn_up_are_done = { $done ->
    [one] { $done } está dado.
   *[other] { $done } están dados.
}
burn_up_done_planned = { $done ->
    [one] { $done } está dado
   *[other] { $done } están dados
}; hasta hoy { $planned ->
    [one] { $planned } estaba previsto.
   *[other] { $planned } estaban previstos.
}
burn_up_due = La fecha límite del plan es el { $day }.
burn_up_end_head = Final de
burn_up_scope_head = Previstos
burn_up_undated_head = Con los que no indican el día
key_scope = previstos
key_plan = el plan
key_guess = una estimación
guess_is = El abanico a lápiz es una estimación: { $guess }
guess_on = al ritmo de las últimas doce semanas activas, el último paso cae el { $day }.
guess_between = al ritmo de las últimas doce semanas activas, el último paso cae entre el { $from } y el { $to }.
guess_after = al ritmo de las últimas doce semanas activas, el último paso cae después del { $day }, o dentro de más de dos años.
guess_beyond = al ritmo de las últimas doce semanas activas, el último paso está a más de dos años.
guess_amount_on = al ritmo de las últimas doce semanas activas, se llega a { $amount } el { $day }.
guess_amount_between = al ritmo de las últimas doce semanas activas, se llega a { $amount } entre el { $from } y el { $to }.
guess_amount_after = al ritmo de las últimas doce semanas activas, se llega a { $amount } después del { $day }, o dentro de más de dos años.
guess_amount_beyond = al ritmo de las últimas doce semanas activas, se llega a { $amount } dentro de más de dos años.

measured_against = { $metric }, frente a la meta
measured_caption = { $metric }, frente a { $amount }.
measured_hopes = Los rombos son lo que esperaban los hitos.
measured_amount = { $amount } { $metric }
measured_from = Desde { $amount } { $metric }.
measured_on = { $amount } el { $day }.
measured_today = { $current } de { $amount } hoy.
measured_in_the_end = { $current } de { $amount } al final.
measured_on_head = El
measured_month = Final de { $month }

practice_loose = Suelta
practice_taking_hold = Arraigando
practice_holding = Constante
practice_firm = Firme
practice_caption = { $firm }, { $every }: { $counts }.
practice_times_done = hecha { $count ->
    [one] { $count } vez
   *[other] { $count } veces
}
practice_times_missed = no hecha { $count ->
    [one] { $count } vez
   *[other] { $count } veces
}
practice_times_unrecorded = sin anotar { $count ->
    [one] { $count } vez
   *[other] { $count } veces
}
practice_times_skipped = en una pausa { $count ->
    [one] { $count } vez
   *[other] { $count } veces
}
practice_shows = Periodo del gráfico: { $days }. Hecha { $done }, no hecha { $missed }, sin anotar { $unrecorded }, en una pausa { $skipped }.
practice_missed_head = No hecha
practice_unrecorded_head = Sin anotar
practice_skipped_head = En una pausa
practice_all_head = Todo

half_title = De { $from } a { $to } de { $year }
half_description = { $steps ->
    [one] { $steps } paso dado
   *[other] { $steps } pasos dados
} y { $reflections ->
    [one] { $reflections } reflexión escrita
   *[other] { $reflections } reflexiones escritas
}. Cada día es un punto; un cuadrado significa pasos dados, mayor cuando son más; un anillo significa una reflexión.
half_no_mood = No hay ningún ánimo anotado.
half_one_mood = Hay un ánimo anotado: { $mood } el { $day }.
half_moods = Hay { $count } ánimos anotados, cada uno un punto en torno a una línea serena: { $low } el { $low_day }, { $high } el { $high_day }.
key_steps = 1, 2, 3 o más pasos dados
key_reflection = una reflexión
key_moods = ánimo, bajo o sobre una línea serena; el hilo es la media de cinco
moods_title = { $count ->
    [one] { $count } ánimo
   *[other] { $count } ánimos, del más antiguo al más reciente
}
count_of_mood = { $count } { $mood }

## Tarjetas e insignias

card_no_steps = Aún sin pasos
card_one_open = Un paso, por dar
card_steps = { $done } de { $total ->
    [one] { $total } paso
   *[other] { $total } pasos
} { $done ->
    [one] dado
   *[other] dados
}
card_alt = { $title }. { $figures }.
card_on_track = al ritmo previsto
card_ahead = por delante
card_behind = por detrás
card_overdue = pasada la fecha
card_not_started = sin empezar
card_complete = todos los pasos dados
card_idea = una idea
card_paused = en pausa
card_done = cumplido
card_dropped = abandonado
card_pivoted = es ahora otro plan
badge_no_steps = sin pasos
badge_says_no_steps = { $title }: aún sin pasos
badge_says = { $title }: { $done } de { $total ->
    [one] { $total } paso
   *[other] { $total } pasos
} { $done ->
    [one] dado
   *[other] dados
}

## La terminal

next_steps_title = Próximos pasos pequeños
checkpoints_title = Hitos
stuck_title = A la espera, atascado, necesita ayuda
practice_title = Práctica
capacity_title = Tiempo disponible
resting_title = En pausa, con otro rumbo, cumplidos
lately_title = Últimamente
plans_done_of = { $plans }, { $done } de { $total ->
    [one] { $total } paso dado
   *[other] { $total } pasos dados
}
and_more_with_all = y { $count } más, con --all
more = { $count } más
unlisted_title = { $title } (fuera de lista)
private = privado
key_done = dado
key_open = por dar
key_planned = previsto a día de hoy

no_steps_yet = Aún no hay pasos. El primero puede ser pequeño.
no_steps_left = No quedan pasos: { $count ->
    [one] { $count } cancelado
   *[other] { $count } cancelados
}.
nothing_waits = Nada espera. Un día sin nada también vale.
any_is_an_answer = Una fecha nueva, una pausa, otro rumbo o un final: cualquiera es una respuesta.
last_seven_days = En los últimos siete días: { $list }.
steps_done = { $count ->
    [one] { $count } paso dado
   *[other] { $count } pasos dados
}
last_twelve_weeks = Pasos dados en cada una de las últimas doce semanas, esta al final: { $list }
planned_by_now = { $count ->
    [one] { $count } previsto a día de hoy
   *[other] { $count } previstos a día de hoy
}
likely_finish_due = Fin probable { $range }, { $due }.
no_due_date = sin fecha límite
target_of = { $current } de { $amount } { $metric }
target_from = { $target }, desde { $amount }
since_day = desde el { $day }
look_again = volver a mirar el { $day }
look_again_since = por volver a mirar desde el { $day }
became_plan = Se convirtió en { $plan }.
steps_kept = { $done } de { $total ->
    [one] { $total } paso dado
   *[other] { $total } pasos dados
}.
only_ideas = De momento, solo una idea: { $list }

due_today = para hoy
waits_for = espera { $step }
quoted = «{ $text }»
no_date_yet = aún sin fecha
is_met = alcanzado
is_partly_met = alcanzado en parte
is_dropped = abandonado
settled_on = { $settled } el { $day }
planned_for = previsto para el { $day }

this_week = Esta semana
next_week = La semana que viene
week_from = Desde el { $day }
load_nothing = no hay nada previsto
load_of = { $time } de { $capacity } en { $count ->
    [one] { $count } paso
   *[other] { $count } pasos
}
load_unestimated = { $count } sin estimación
load_over = { $load }: { $over } más de lo que hay

why_label = Por qué
dates_label = Fechas
planned_label = Previsto a día de hoy
finish_label = Fin probable
target_label = Meta
work_left_label = Queda por hacer
with_label = Con
came_from_label = Viene de
last_sign_label = Última señal
from_no_due = desde el { $day }, sin fecha límite
and_still = desde el { $day }
pause_why = { $pause }: { $why }

begin_with_a_plan = Un plan es un archivo Markdown con pasos. Escribe plans/huerto.md con una línea como
begin_example = Cavar el primer bancal
look_here_again = y vuelve a mirar aquí.

## Búsqueda

search_title = Buscar
search_words = Palabras
search_keys = / trae aquí desde cualquier página, las flechas llevan a lo encontrado.
search_needs_script = Para buscar palabras, el navegador tiene que ejecutar un script. Desde aquí también se llega a todo:
search_found = Encontrado: { $count }
search_found_any = Nada tiene todas estas palabras. Algunas de ellas: { $count }
search_found_none = Nada tiene estas palabras.
search_more = Mostrar más
search_all = todo
search_kind = Tipo
search_plan = Plan
search_tag = Etiqueta
search_mood = Ánimo
search_year = Año
search_state = Con pasos
kind_plan = Plan
kind_reflection = Reflexión
kind_page = Página

## Años y cuadernos

reflections_of_year = Reflexiones de { $year }
other_years_label = Otros años
whole_year = Todo el año
booklet_link = Para imprimir: el mes con todos sus textos
booklet_hint = Hecha para el papel: imprime esta página y el mes será un cuaderno.

## Personas, y este día

people_page_title = Quién ayuda en qué
people_of_journal = { $count ->
    [one] En estos planes se nombra a una persona.
   *[other] En estos planes se nombra a { $number } personas.
}
# `$day` es un día sin año.
on_this_day_title = El { $day } de otros años
# `$ago` es hace dos años; `$what`, lo que se escribió o se alcanzó.
on_this_day_was = Este día, { $ago }: { $what }
on_this_day_near = Del día mismo no se cuenta nada. Estos son los días de alrededor.
on_this_day_nothing = De estos días no se cuenta nada en años anteriores. Lo que escribas hoy estará aquí dentro de un año.
on_this_day_link = Este día en otros años
and_more_days = y { $count ->
    [one] un día anterior
   *[other] { $count } días anteriores
}
