# As palavras das páginas em português, na sintaxe do Fluent (https://projectfluent.org).

direction = ltr
group_mark = .
decimal_mark = ,

## Dias

month_1 = janeiro
month_2 = fevereiro
month_3 = março
month_4 = abril
month_5 = maio
month_6 = junho
month_7 = julho
month_8 = agosto
month_9 = setembro
month_10 = outubro
month_11 = novembro
month_12 = dezembro
short_month_1 = jan.
short_month_2 = fev.
short_month_3 = mar.
short_month_4 = abr.
short_month_5 = mai.
short_month_6 = jun.
short_month_7 = jul.
short_month_8 = ago.
short_month_9 = set.
short_month_10 = out.
short_month_11 = nov.
short_month_12 = dez.
weekday_1 = segunda-feira
weekday_2 = terça-feira
weekday_3 = quarta-feira
weekday_4 = quinta-feira
weekday_5 = sexta-feira
weekday_6 = sábado
weekday_7 = domingo
short_weekday_1 = seg
short_weekday_2 = ter
short_weekday_3 = qua
short_weekday_4 = qui
short_weekday_5 = sex
short_weekday_6 = sáb
short_weekday_7 = dom

date = { $day ->
    [1] 1º
   *[other] { $day }
} de { $month }
date_year = { $day ->
    [1] 1º
   *[other] { $day }
} de { $month } de { $year }
date_weekday = { $weekday }, { $day ->
    [1] 1º
   *[other] { $day }
} de { $month }
date_weekday_year = { $weekday }, { $day ->
    [1] 1º
   *[other] { $day }
} de { $month } de { $year }
date_list = { $day } { $weekday }
month_year = { $month } de { $year }

today = hoje
tomorrow = amanhã
yesterday = ontem
in_days = em { $count ->
    [one] um dia
   *[other] { $count } dias
}
in_weeks = em { $count ->
    [one] uma semana
   *[other] { $count } semanas
}
in_months = em { $count ->
    [one] um mês
   *[other] { $count } meses
}
in_years = em { $count ->
    [one] um ano
   *[other] { $count } anos
}
days_ago = há { $count ->
    [one] um dia
   *[other] { $count } dias
}
weeks_ago = há { $count ->
    [one] uma semana
   *[other] { $count } semanas
}
months_ago = há { $count ->
    [one] um mês
   *[other] { $count } meses
}
years_ago = há { $count ->
    [one] um ano
   *[other] { $count } anos
}

## Quantidades

minutes = { $minutes } min
hours = { $hours } h
hours_minutes = { $hours } h { $minutes } min

# No masculino: onde a palavra contada é feminina, as mensagens ficam com os algarismos.
number_word = { $count ->
    [2] dois
    [3] três
    [4] quatro
    [5] cinco
    [6] seis
    [7] sete
    [8] oito
    [9] nove
    [10] dez
    [11] onze
    [12] doze
   *[other] { $count }
}

count_steps = { $count ->
    [one] { $count } passo
   *[other] { $count } passos
}
count_plans = { $count ->
    [one] { $count } plano
   *[other] { $count } planos
}
count_reflections = { $count ->
    [one] { $count } reflexão
   *[other] { $count } reflexões
}
count_tags = { $count ->
    [one] { $count } etiqueta
   *[other] { $count } etiquetas
}

list_two = { $one } e { $two }
list_more = { $one }, { $two }
separator = {", "}
list_end = { $list }.
fact_then = { $fact } – { $then }
before_colon = { $text }:

## Como estão as coisas

nothing_under_way = Nenhum plano em andamento.
plans_are_paused = { $count ->
    [one] Um plano está em pausa.
   *[other] { $Number } planos estão em pausa.
}
plans_are_under_way = { $count ->
    [one] Um plano está em andamento.
   *[other] { $Number } planos estão em andamento.
}
plan_keeps_pace = { $plan } segue no ritmo.
plans_keep_pace = { $count ->
    [one] Um plano segue no ritmo.
   *[other] { $Number } planos seguem no ritmo.
}
plan_is_behind = { $plan } está { $count ->
    [one] um dia
   *[other] { $number } dias
} atrás do plano.
plan_is_past = { $plan }: { $past }.
more_are_behind = { $count ->
    [one] Mais um está atrasado.
   *[other] Mais { $number } estão atrasados.
}
next_checkpoint = Próximo marco: { $when }.
on_day = { $day }
on_weekday = { $day }

no_plans_yet = Ainda não há planos. O primeiro pode ser pequeno.
some_active = { $count ->
    [one] um em andamento
   *[other] { $number } em andamento
}
some_ideas = { $count ->
    [one] uma ideia
   *[other] { $count } ideias
}
some_paused = { $count ->
    [one] um em pausa
   *[other] { $number } em pausa
}
some_pivoted = { $count ->
    [one] um que mudou de rumo
   *[other] { $number } que mudaram de rumo
}
some_done = { $count ->
    [one] um concluído
   *[other] { $number } concluídos
}
some_dropped = { $count ->
    [one] um abandonado
   *[other] { $number } abandonados
}

has_no_steps = O plano ainda não tem passos.
all_cancelled = { $count ->
    [one] Seu único passo foi cancelado.
   *[other] Todos os { $number } passos foram cancelados.
}
steps_open = { $count ->
    [one] Seu único passo está em aberto.
   *[other] Seus { $number } passos estão em aberto.
}
steps_all_done = { $count ->
    [one] Seu único passo está feito.
   *[other] Todos os { $number } passos estão feitos.
}
steps_done_of = { $count ->
    [one] Um de { $of } passos está feito.
   *[other] { $Number } de { $of } passos estão feitos.
}
keeps_pace = O plano segue no ritmo.
is_ahead = O plano está { $count ->
    [one] um dia
   *[other] { $count } dias
} adiantado.
is_behind = O plano está { $count ->
    [one] um dia
   *[other] { $count } dias
} atrasado.
is_past = O plano está { $past }.
begins_on = Começa em { $day }
paused_since = Em pausa desde { $day }
paused_until = { $paused }, para rever em { $day }
paused_until_today = { $paused }, para rever hoje
paused_until_past = { $paused }; era para rever em { $day }
became = Tornou-se { $plan }.
became_other = Tornou-se outra coisa.
is_done = O plano está concluído.
was_dropped = O plano foi abandonado.

on_track = No ritmo
ahead = Adiantado
behind = Atrasado
days_ahead = { $count ->
    [one] um dia
   *[other] { $count } dias
} adiantado
days_behind = { $count ->
    [one] um dia
   *[other] { $count } dias
} atrasado
days_past = { $count ->
    [one] um dia
   *[other] { $count } dias
} além do prazo
months_past = { $count ->
    [one] um mês
   *[other] { $number } meses
} além do prazo
years_past = { $count ->
    [one] um ano
   *[other] { $number } anos
} além do prazo
just_begun = Recém-começado
under_way = Em andamento
not_begun = Ainda não começado
all_steps_done = Todos os passos feitos
an_idea = Uma ideia
paused = Em pausa
done = Concluído
dropped = Abandonado
pivoted = Mudou de rumo

passed_of = { $count } de { $of } alcançados
checkpoints_dropped = { $count ->
    [one] { $count } abandonado
   *[other] { $count } abandonados
}

range = { $from } a { $to }
range_beyond = { $from }, ou mais de dois anos
beyond_two_years = Mais de dois anos neste ritmo.
refusal_not_active = O plano não está em andamento, então não há ritmo a seguir.
refusal_nothing_left = Não resta nenhum passo a fazer.
refusal_fewer_than_five_done = Cedo demais para estimar: menos de cinco passos têm data de conclusão.
refusal_fewer_than_four_weeks = Cedo demais para estimar: o plano está em andamento há menos de quatro semanas.
refusal_none_in_twelve_weeks = Sem ritmo para estimar: nenhum passo foi feito nas últimas doze semanas ativas.
work_left = cerca de { $time } em { $count ->
    [one] { $count } passo
   *[other] { $count } passos
}

## Humores

mood_1 = pesado
mood_2 = abatido
mood_3 = sereno
mood_4 = bom
mood_5 = radiante

## Listas

no_reflections_yet = Ainda nenhuma. Uma linha e uma data já são uma reflexão.
some_reflections = { $count ->
    [one] Uma reflexão.
   *[other] { $count } reflexões.
}
some_reflections_since = { $count ->
    [one] Uma reflexão
   *[other] { $count } reflexões
} desde { $month }.
reflections_of = { $count ->
    [one] { $count } reflexão
   *[other] { $count } reflexões
} de { $month }
entries_with_tag = { $count ->
    [one] { $count } texto
   *[other] { $count } textos
} com a etiqueta { $tag }
tag_of_year = #{ $tag }, { $year }
page_number = { $title }, página { $number }

## À volta de cada página

skip_link = Ir para o conteúdo
site_label = Site
made_by = Escrito em Markdown, composto com journal.
made_on = Escrito em Markdown, composto com journal em { $day }. O que está aqui era verdade nesse dia.
follow_plan = Acompanhar este plano: { $list }
follow_journal = Acompanhar este diário: { $list }
feed_link = feed
calendar_link = calendário
private_copy = Privado.
private_copy_why = Esta cópia é para quem escreve: contém o que não é publicado.
private_flag = Privado
unlisted_flag = Fora das listas
moved_to = Esta página agora está em { $link }.
nothing_here = Não há nada neste endereço.
nothing_here_why = Talvez tenha mudado de lugar, ou nunca tenha estado aqui.
before_label = Antes
after_label = Depois
pages_label = Páginas

## Os links no alto de cada página e o título das páginas

today_title = Hoje
plans_title = Planos
timeline_title = Linha do tempo
reflections_title = Reflexões
tags_title = Etiquetas
nothing_here_title = Nada aqui

## A primeira página

under_way_title = Em andamento
no_plan_under_way = Nenhum plano em andamento. Um plano começa com um título e um primeiro pequeno passo.
all_under_way = { $count ->
    [one] O único plano em andamento
   *[other] Todos os { $count } planos em andamento
}
next_label = A seguir
coming_title = Por vir
passed_title = Acabou de passar
resting_note = Não agir também pode ser agir.
all_resting = Todos: { $count }
year_title = O ano
year_by_day_title = O ano, dia a dia
year_counts = { $steps ->
    [one] { $steps } passo feito
   *[other] { $steps } passos feitos
}, { $reflections ->
    [one] { $reflections } reflexão escrita
   *[other] { $reflections } reflexões escritas
}
as_table = Em tabela
year_table_label = Passos, reflexões e humor por mês
month_head = Mês
mean_mood_head = Humor médio
no_mood = nenhum
nothing_this_year = Ainda não há nada escrito deste ano.
recent_title = Reflexões recentes
all_reflections = Todas: { $count }
around_label = Em volta
help_title = Onde uma ajuda cairia bem
people_title = Comigo nisto
pages_title = Páginas
leaf = { $weekday }, semana { $week }, dia { $day } de { $days }

## Planos

no_plans = Ainda não há planos. Um plano começa com um título e um primeiro pequeno passo.
plans_active_title = Em andamento
plans_idea_title = Ideias
plans_paused_title = Em pausa
plans_pivoted_title = Mudaram de rumo
plans_done_title = Concluídos
plans_dropped_title = Abandonados
done_on = Concluído em { $day }
done_of_steps = { $done } de { $total ->
    [one] { $total } passo
   *[other] { $total } passos
}
count_cancelled = { $count ->
    [one] { $count } cancelado
   *[other] { $count } cancelados
}
every_step_cancelled = todos os passos cancelados
no_steps = ainda sem passos
likely_finish = conclusão provável: { $range }
now_plan = agora { $plan }
pivoted_into = para { $plan }
look_again_on = Para rever em { $day }.
look_again_passed = Era para rever em { $day }.
steps_kept_cancelled = { $done } de { $total ->
    [one] { $total } passo
   *[other] { $total } passos
} { $done ->
    [one] feito
   *[other] feitos
}, { $cancelled ->
    [one] { $cancelled } cancelado
   *[other] { $cancelled } cancelados
}.
came_from = Veio de { $list }.

now_label = Agora
steps_label = Passos
start_label = Início
due_label = Prazo
at_pace = no ritmo de doze semanas
look_again_label = Rever
look_again_since_label = Para rever desde
became_label = Tornou-se
last_activity_label = Último passo ou reflexão
going_title = Como vai indo
standing_title = Em que ponto está
finish_head = Conclusão
from_amount = a partir de { $amount }
steps_done_label = Passos feitos, { $plan }
key_meant = onde o plano pretendia estar hoje
by_day = até { $day }
around_plan_label = Em volta deste plano
blocked_title = Ainda não
blocked_note = Espera por outros passos, ou pelo seu dia.
latest_of = Os { $count } mais recentes de { $total }.
held_title = Onde o plano fez pausa
held_still = desde { $day }, até agora
held_note = Durante uma pausa, a linha do plano espera.

checkpoint_label = Marco
measure_head = O que havia
feeling_head = Como foi
hoped_for = esperado
steps_before = { $done } de { $total ->
    [one] { $total } passo
   *[other] { $total } passos
} até lá
earlier_checkpoints = { $count ->
    [one] { $count } marco anterior
   *[other] { $count } marcos anteriores
}
later_checkpoints = { $count ->
    [one] { $count } marco posterior
   *[other] { $count } marcos posteriores
}
to_come = por vir

stands_doing = começado
stands_done = feito
stands_cancelled = cancelado
stands_deferred = adiado
stands_scheduled = agendado
stands_waiting = à espera
stands_on_hold = parado
stands_note = nota

in_time_title = Todos os planos, no tempo
in_time_note = Cada barra vai do início ao prazo. Está cheia até onde o trabalho chegou: depois da linha vermelha é adiantado, antes dela é atrasado.
in_words_title = O mesmo, em palavras
all_plans_label = Todos os planos
plan_head = Plano
from_head = De
to_head = Até

## Reflexões, etiquetas e páginas

written_label = Escrito
changed_label = Alterado
about_label = Sobre
mood_title = Humor
mood_label = humor
mood_is = humor: { $mood }.
energy_label = Energia
confidence_label = Confiança
measured_title = Medido
done_that_week_title = Feito nessa semana
about_reflection_label = Sobre esta reflexão
other_reflections_label = Outras reflexões
other_months_label = Outros meses
by_month_title = Por mês
undated_title = Sem data
ways_in_label = Por onde entrar
by_mood_title = Por humor
by_plan_title = Por plano
by_tag_title = Por etiqueta
no_tags = Ainda não há etiquetas. Uma palavra com # à frente é uma.
years_label = Anos
folder_title = Nesta pasta
about_page_label = Sobre esta página
other_pages_label = Outras páginas
outline_title = Nesta página
backlinks_title = Mencionado em
a_plan = plano
a_reflection = reflexão
a_page = página

## Dentro dos textos

table_label = Tabela
notes_label = Notas
note_label = Nota { $number }
back_link = Voltar
back_label = Voltar ao texto, nota { $number }
back_label_place = Voltar ao texto, nota { $number }, lugar { $place }
callout_note = Nota
callout_abstract = Síntese
callout_summary = Resumo
callout_tldr = Em poucas palavras
callout_info = Informação
callout_todo = A fazer
callout_tip = Dica
callout_hint = Sugestão
callout_important = Importante
callout_success = Sucesso
callout_check = Verificado
callout_done = Feito
callout_question = Pergunta
callout_help = Ajuda
callout_faq = Pergunta frequente
callout_warning = Aviso
callout_caution = Cuidado
callout_attention = Atenção
callout_failure = Falha
callout_fail = Não deu certo
callout_missing = Em falta
callout_danger = Perigo
callout_error = Erro
callout_bug = Defeito
callout_example = Exemplo
callout_quote = Citação
callout_cite = Fonte

## Passos num texto

step_open = Em aberto
step_doing = Começado
step_done = Feito
step_cancelled = Cancelado
step_deferred = Adiado
step_scheduled = Agendado
step_waiting = À espera
step_on_hold = Parado
step_note = Nota
step_important = { $step }, importante
checkpoint_met = Marco, alcançado
checkpoint_partly = Marco, alcançado em parte
checkpoint_dropped = Marco, abandonado
checkpoint_overdue = Marco, seu dia já passou
checkpoint_soon = Marco, em breve
checkpoint_upcoming = Marco
tally = { $done } de { $total }
tally_cancelled = { $done } de { $total }, { $cancelled ->
    [one] { $cancelled } cancelado
   *[other] { $cancelled } cancelados
}
needs_help = precisa de ajuda
waiting_on = à espera de { $people }
cancelled_on = cancelado em { $day }
deferred_to = adiado para { $day }
was_due = o prazo era { $day }
due = prazo { $day }
from_day = a partir de { $day }
with_people = com { $people }

## O que se diz a outros programas

feed_checkpoint_met = Marco alcançado: { $title }
feed_checkpoint_partly = Marco alcançado em parte: { $title }
feed_finished = Concluído: { $title }
feed_step_done = Feito: { $title }
feed_steps_done = { $count ->
    [one] Um passo feito
   *[other] { $Number } passos feitos
}
feed_steps_done_of = { $plan }: { $steps }
feed_steps_done_in = { $steps } em { $number } planos
and_more = e mais { $count }
private_title = { $title } (privado)
look_again_title = Rever: { $title }
checkpoint_title = Marco: { $title }
due_title = Prazo: { $title }

## Prática

every_day = todos os dias
every_weekday = todos os dias úteis
every_week = todas as semanas
every_month = todos os meses
practice_done = { $every }: { $count ->
    [one] { $count } vez
   *[other] { $count } vezes
}
practice_missed = { $count } não
practice_unrecorded = { $count } sem registro
practice_skipped = { $count } numa pausa

## Gráficos

sentence_gap = {" "}
span_of_month = { $from } a { $to } de { $month } de { $year }
span_of_year = { $from } a { $to } de { $year }
and_span = { $one }, e { $two }

what_head = O quê
when_head = Quando
chart_starts = começa em { $day }
chart_started = começou em { $day }

bar_title = O plano no tempo
bar_numbers = Os números são os marcos abaixo.
bar_next = A seguir: { $day }, marco { $place } de { $total }.
bar_done = Foi concluído em { $day }.
bar_ended = Durou até { $day }.
bar_pivoted = Mudou de rumo em { $day }.
bar_dropped = Foi abandonado em { $day }.
bar_start_until = Início, até { $day }
bar_due_until = Prazo, até { $day }
bar_no_day = nenhum dia
bar_paused_since = Está em pausa desde { $day }.
bar_paused = Está em pausa.
bar_nothing_left = Não resta nenhum passo.
bar_all_done = Todos os passos estão feitos.
bar_no_due = Não tem prazo, então nada está adiantado ou atrasado; a barra está cheia até o último passo feito.
bar_reached = O trabalho chegou aonde se planejava estar em { $day }.
bar_from_to = De { $from } a { $to }.
bar_from = A partir de { $day }.
bar_today = Hoje é { $day }.
bar_pauses = Em pausa: { $pauses }.
bar_finish = Conclusão provável: { $finish }.
bar_beyond = mais de dois anos neste ritmo
bar_checkpoints = { $passed } de { $total ->
    [one] { $total } marco já passou.
   *[other] { $total } marcos já passaram.
}
bar_reached_head = O trabalho chegou até
bar_end_head = Fim
bar_checkpoint = { $place }. { $title }
bar_no_date = sem data

key_done_of_all = feito, do todo
key_paused = em pausa
key_pivoted = novo rumo
key_finish = conclusão provável
key_met = marco alcançado

burn_up_title = Passos feitos, ante os passos previstos
burn_up_label = Passos por mês
burn_up_undated = { $count ->
    [one] { $count } passo feito não tem data e só entra no último número.
   *[other] { $count } passos feitos não têm data e só entram no último número.
}
burn_up_done = { $done ->
    [one] { $done } feito
   *[other] { $done } feitos
}
burn_up_done_of = { $done } de { $total } { $done ->
    [one] feito
   *[other] feitos
}
burn_up_scope = { $total ->
    [one] { $total } previsto
   *[other] { $total } previstos
}
burn_up_scope_was = { $began ->
    [one] Em { $from } havia { $began } passo previsto
   *[other] Em { $from } havia { $began } passos previstos
}; desde { $day } o total é { $total }: um passo conta do dia em que foi criado ao dia em que foi cancelado, e, onde esse dia não está escrito, desde o começo.
burn_up_scope_from = { $total ->
    [one] { $total } passo previsto
   *[other] { $total } passos previstos
} a partir de { $day }: não está escrito nenhum outro dia em que algum tenha sido criado ou cancelado.
burn_up_scope_was_known = { $began ->
    [one] Em { $from } havia { $began } passo previsto
   *[other] Em { $from } havia { $began } passos previstos
}; desde { $day } o total é { $total }: um passo conta do dia em que entrou no plano ao dia em que foi cancelado ou retirado.
burn_up_scope_from_known = { $total ->
    [one] { $total } passo previsto
   *[other] { $total } passos previstos
} a partir de { $day }, sem mudança desde então.
burn_up_are_done = { $done ->
    [one] { $done } está feito.
   *[other] { $done } estão feitos.
}
burn_up_done_planned = { $done ->
    [one] { $done } está feito
   *[other] { $done } estão feitos
}; até hoje { $planned ->
    [one] { $planned } estava planejado.
   *[other] { $planned } estavam planejados.
}
burn_up_due = O prazo do plano é { $day }.
burn_up_end_head = Fim de
burn_up_scope_head = Previstos
burn_up_undated_head = Com os que não têm data
key_scope = previstos
key_plan = o plano
key_guess = uma estimativa
guess_is = O leque a lápis é uma estimativa: { $guess }
guess_on = no ritmo das últimas doze semanas ativas, o último passo cai em { $day }.
guess_between = no ritmo das últimas doze semanas ativas, o último passo cai entre { $from } e { $to }.
guess_after = no ritmo das últimas doze semanas ativas, o último passo cai depois de { $day }, ou daqui a mais de dois anos.
guess_beyond = no ritmo das últimas doze semanas ativas, o último passo está a mais de dois anos.
guess_amount_on = no ritmo das últimas doze semanas ativas, chega-se a { $amount } em { $day }.
guess_amount_between = no ritmo das últimas doze semanas ativas, chega-se a { $amount } entre { $from } e { $to }.
guess_amount_after = no ritmo das últimas doze semanas ativas, chega-se a { $amount } depois de { $day }, ou daqui a mais de dois anos.
guess_amount_beyond = no ritmo das últimas doze semanas ativas, faltam mais de dois anos para chegar a { $amount }.

measured_against = { $metric }, ante o que se quer alcançar
measured_caption = { $metric }, ante { $amount }.
measured_hopes = Os losangos são o que os marcos esperavam.
measured_amount = { $amount } { $metric }
measured_from = A partir de { $amount } { $metric }.
measured_on = { $amount } em { $day }.
measured_today = { $current } de { $amount } hoje.
measured_in_the_end = { $current } de { $amount } no fim.
measured_on_head = Em
measured_month = Fim de { $month }

practice_loose = Solta
practice_taking_hold = Criando raiz
practice_holding = Constante
practice_firm = Firme
practice_caption = { $firm }, { $every }: { $counts }.
practice_times_done = feita { $count ->
    [one] { $count } vez
   *[other] { $count } vezes
}
practice_times_missed = não feita { $count ->
    [one] { $count } vez
   *[other] { $count } vezes
}
practice_times_unrecorded = sem registro { $count ->
    [one] { $count } vez
   *[other] { $count } vezes
}
practice_times_skipped = numa pausa { $count ->
    [one] { $count } vez
   *[other] { $count } vezes
}
practice_shows = Período do gráfico: { $days }. Feita { $done }, não feita { $missed }, sem registro { $unrecorded }, numa pausa { $skipped }.
practice_missed_head = Não feito
practice_unrecorded_head = Sem registro
practice_skipped_head = Numa pausa
practice_all_head = Tudo

half_title = { $from } a { $to } de { $year }
half_description = { $steps ->
    [one] { $steps } passo feito
   *[other] { $steps } passos feitos
} e { $reflections ->
    [one] { $reflections } reflexão escrita
   *[other] { $reflections } reflexões escritas
}. Cada dia é um ponto; um quadrado quer dizer passos feitos, maior quando são mais; um anel quer dizer uma reflexão.
half_no_mood = Nenhum humor está escrito.
half_one_mood = Um humor está escrito: { $mood } em { $day }.
half_moods = { $count } humores estão escritos, cada um como ponto em torno de uma linha serena: { $low } em { $low_day }, { $high } em { $high_day }.
key_steps = 1, 2, 3 ou mais passos feitos
key_reflection = uma reflexão
key_moods = humor, abaixo ou acima de uma linha serena; o fio é a média de cinco
moods_title = { $count ->
    [one] { $count } humor
   *[other] { $count } humores, do mais antigo ao mais recente
}
count_of_mood = { $count } { $mood }

## Cartões e selos

card_no_steps = Ainda sem passos
card_one_open = Um passo, em aberto
card_steps = { $done } de { $total ->
    [one] { $total } passo
   *[other] { $total } passos
} { $done ->
    [one] feito
   *[other] feitos
}
card_alt = { $title }. { $figures }.
card_on_track = no ritmo
card_ahead = adiantado
card_behind = atrasado
card_overdue = além do prazo
card_not_started = ainda não começado
card_complete = todos os passos feitos
card_idea = uma ideia
card_paused = em pausa
card_done = concluído
card_dropped = abandonado
card_pivoted = tornou-se outro plano
badge_no_steps = sem passos
badge_says_no_steps = { $title }: ainda sem passos
badge_says = { $title }: { $done } de { $total ->
    [one] { $total } passo
   *[other] { $total } passos
} { $done ->
    [one] feito
   *[other] feitos
}

## O terminal

next_steps_title = Próximos pequenos passos
checkpoints_title = Marcos
stuck_title = À espera, bloqueados, com falta de ajuda
practice_title = Prática
capacity_title = Capacidade
resting_title = Em pausa, com novo rumo, concluídos
lately_title = Ultimamente
plans_done_of = { $plans }, { $done } de { $total ->
    [one] { $total } passo
   *[other] { $total } passos
} { $done ->
    [one] feito
   *[other] feitos
}
and_more_with_all = e mais { $count }, com --all
more = mais { $count }
unlisted_title = { $title } (fora das listas)
private = privado
key_done = feito
key_open = em aberto
key_planned = planejado até agora

no_steps_yet = Ainda sem passos. O primeiro pode ser pequeno.
no_steps_left = Não resta nenhum passo: { $count ->
    [one] { $count } cancelado
   *[other] { $count } cancelados
}.
nothing_waits = Nada está à espera. Um dia sem nada também pode ser.
any_is_an_answer = Uma nova data, uma pausa, um novo rumo ou um fim: qualquer um deles é uma resposta.
last_seven_days = Nos últimos sete dias: { $list }.
steps_done = { $count ->
    [one] { $count } passo feito
   *[other] { $count } passos feitos
}
last_twelve_weeks = Passos feitos em cada uma das últimas doze semanas, esta por último: { $list }
planned_by_now = { $count ->
    [one] { $count } planejado até agora
   *[other] { $count } planejados até agora
}
likely_finish_due = Conclusão provável: { $range }, { $due }.
no_due_date = sem prazo
target_of = { $current } de { $amount } { $metric }
target_from = { $target }, a partir de { $amount }
since_day = desde { $day }
look_again = rever em { $day }
look_again_since = por rever desde { $day }
became_plan = Tornou-se { $plan }.
steps_kept = { $done } de { $total ->
    [one] { $total } passo
   *[other] { $total } passos
} { $done ->
    [one] feito
   *[other] feitos
}.
only_ideas = Por enquanto só ideias: { $list }

due_today = o prazo é hoje
waits_for = espera por { $step }
quoted = “{ $text }”
no_date_yet = ainda sem data
is_met = alcançado
is_partly_met = alcançado em parte
is_dropped = abandonado
settled_on = { $settled } em { $day }
planned_for = planejado para { $day }

this_week = Esta semana
next_week = Próxima semana
week_from = A partir de { $day }
load_nothing = nada com prazo
load_of = { $time } de { $capacity } em { $count ->
    [one] { $count } passo
   *[other] { $count } passos
}
load_unestimated = { $count } sem estimativa
load_over = { $load }: { $over } a mais do que há

why_label = Por quê
dates_label = Datas
planned_label = Planejado até agora
finish_label = Conclusão provável
target_label = Meta
work_left_label = Trabalho que resta
with_label = Com
came_from_label = Veio de
last_sign_label = Último sinal
from_no_due = a partir de { $day }, sem prazo
and_still = desde { $day }, até agora
pause_why = { $pause }: { $why }

begin_with_a_plan = Um plano é um arquivo Markdown com passos. Escreva plans/garden.md com uma linha como
begin_example = Cavar o primeiro canteiro
look_here_again = e olhe aqui outra vez.

## Busca

search_title = Busca
search_words = Palavras
search_keys = / traz até aqui de qualquer página; as setas levam ao que foi encontrado.
search_needs_script = Para procurar palavras, o navegador precisa rodar um script. Tudo o que existe também se alcança daqui:
search_found = Encontrados: { $count }
search_found_any = Nada tem todas estas palavras. Com algumas delas: { $count }
search_found_none = Nada tem estas palavras.
search_more = Mostrar mais
search_all = tudo
search_kind = Tipo
search_plan = Plano
search_tag = Etiqueta
search_mood = Humor
search_year = Ano
search_state = Com passos
kind_plan = Plano
kind_reflection = Reflexão
kind_page = Página

## Anos e cadernos

reflections_of_year = Reflexões de { $year }
other_years_label = Outros anos
whole_year = O ano todo
booklet_link = Para imprimir: o mês com todos os seus textos
booklet_hint = Feito para o papel: imprima esta página, e o mês vira um caderno.

## Pessoas, e este dia

people_page_title = Quem ajuda em quê
people_of_journal = { $count ->
    [one] Uma pessoa é mencionada nestes planos.
   *[other] { $Number } pessoas são mencionadas nestes planos.
}
# `$day` é um dia sem ano.
on_this_day_title = { $day } em anos anteriores
# `$ago` é há dois anos; `$what`, o que foi escrito ou alcançado.
on_this_day_was = Neste dia, { $ago }: { $what }
on_this_day_near = Do próprio dia nada está contado. Estes são os dias à volta dele.
on_this_day_nothing = Nada está contado destes dias em anos anteriores. O que se escrever hoje estará aqui daqui a um ano.
on_this_day_link = Este dia em anos anteriores
and_more_days = e mais { $count ->
    [one] um dia anterior
   *[other] { $count } dias anteriores
}
