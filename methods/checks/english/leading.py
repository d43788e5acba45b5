"""English questions with a verdict in them, or with the answer that is hoped for."""

from typing import Final

from methods.checks.english.words import NOTATION
from methods.checks.model import Label
from methods.checks.rules import Rule

rule = NOTATION.rule
LEADING = Label.LEADING

RULES: Final[tuple[Rule, ...]] = (
    rule(
        "why, with a reproach",
        LEADING,
        "why must you",
        "why do/did you always/never/have_to/need_to/let/keep/even",
        "why do/did you snap/shout/yell/give_up/overreact/lose_it/ignore",
        "why are/were you [always/being/making] so/always/such/being/making",
        "why do you … again/so",
        "why are not you",
        "why did/do you … nothing",
        "why do/did you take everything",
    ),
    rule(
        "do you not think",
        LEADING,
        "do/did/does/are/is/was/were/have/has/can/had/could/would not",
        "do you not think/see/feel/find/realise/realize/agree",
        "do/did you think/find/feel/call it/that/that_is/it_is [a] normal/strange/fair/professional/weird/ok/acceptable",
        mood="asks",
    ),
    rule("surely", LEADING, "surely", "… surely you"),
    rule(
        "how could you",
        LEADING,
        "how could/can you be_so/let/just/possibly/not/do_that/even",
        "how come you always/never/keep/still/end",
        "what/how/why on_earth",
        "how dare",
        "how can/could a/an/anyone/anybody/someone/any … such/that/this/so",
        "how can/could you … so/such",
        "what kind/sort of * does/would",
        "what normal/decent",
        "could not it be that you",
    ),
    rule("what is wrong with them", LEADING, "what is wrong/the_matter/up with", "who does * think"),
    rule(
        "when will you admit",
        LEADING,
        "when will/are you … admit/stop/realise/realize/learn/face/accept",
        "what are you waiting",
        "are/were you really/seriously/honestly/even",
        "do you honestly/seriously/really think/believe",
        "were/are you * because you … really/actually/just",
        "did you really/honestly/seriously",
    ),
    rule(
        "expects yes",
        LEADING,
        "… is/are/was/were/do/did/does/has/have/can/could/would/had/will/should not it/you/they/he/she/we/that $",
        "you/that/he/she/they/it/those … is/are/was/were/do/did/does/has/have/can/could/would it/you/they/he/she/that $",
        "… surely/do_not_you_think/do_not_you/is_not_it/are_not_you/or_am_i_mistaken $",
        "… right/or_am_i_wrong/i_guess/i_suppose/i_take_it/i_assume/i_bet/innit/of_course/obviously/or_not $",
        mood="asks",
        unless=(
            "what/how/who/where/when/which/why/do/did/does/is/are/was/were/have/has/can/could/would/if",
            "… if_i_understand",
            "that was * christmas/easter/then, was it",
        ),
    ),
    rule(
        "fills in the answer",
        LEADING,
        "you must be/have/feel",
        "you are not much/exactly/really",
        "you are one_of_those/the_type",
        "you … just/simply/clearly/obviously/always/never/only/do_like",
        "really you",
        "{they} … just/simply/clearly/obviously/only/of_course/surely/typical",
        mood="asks",
        unless=("… if_i_understand",),
    ),
    rule(
        "a label",
        LEADING,
        "is/are/was/were/do_you_think/did_you_think/does/did/you/{they} … {judging}",
        mood="asks",
        unless=("did/do you feel/find", "is it mostly", "is it odd/strange/weird that", "did you mean"),
    ),
)
