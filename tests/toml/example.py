"""A small method in a file, for tests to change."""

SMALL = """\
id = "gesprek"
name = { nl = "Kort gesprek", en = "Short talk" }
goal = { nl = "Even stilstaan bij een vraag.", en = "Dwell on a question for a moment." }
fits = { nl = "Kleine vragen.", en = "Small questions." }
case = "fr.pitch"

[[phases]]
id = "kg.vertellen"
name = { nl = "Vertellen", en = "Telling" }
kind = "briefing"
who = "case_bringer"
minutes = 5
prompt.nl = "{inbrenger}, vertel: wat speelt er?"
prompt.en = "{inbrenger}, tell us: what is going on?"

[[phases]]
id = "kg.schrijven"
name = { nl = "Schrijven", en = "Writing" }
kind = "write"
who = "participants"
minutes = { base = 2, per_person = 0.5, basis = "t" }
prompt = { nl = "Wat zou jij doen?", en = "What would you do?" }
rules = [
    "silent",
    "hidden",
]

[[phases.form.fields]]
id = "advies"
label = { nl = "Ik zou…", en = "I would…" }
max_length = 300
required = true

[[phases]]
id = "kg.delen"
name = { nl = "Delen", en = "Sharing" }
kind = "round"
who = "participants"
minutes = { base = 0, per_person = 1, basis = "t" }
prompt = { nl = "Lees om de beurt voor.", en = "Read out in turn." }
after = "kg.schrijven"

[[phases]]
id = "kg.geholpen"
name = { nl = "Geholpen?", en = "Helped?" }
kind = "vote"
who = "case_bringer"
minutes = 1
prompt = { nl = "Ben je geholpen?", en = "Has it helped?" }

[[phases.ballot.options]]
id = "ja"
label = { nl = "Ja", en = "Yes" }

[[phases.ballot.options]]
id = "nee"
label = { nl = "Nee", en = "No" }
"""
