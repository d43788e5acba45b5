"""English questions that are fine whatever else is in them."""

from typing import Final

from methods.checks.english.words import NOTATION
from methods.checks.model import Label
from methods.checks.rules import Rule

rule = NOTATION.rule

RULES: Final[tuple[Rule, ...]] = (
    rule(
        "asks to be told",
        Label.QUESTION,
        "can/could/would/will you [mind] [perhaps/maybe/please/briefly/just/also] {tell}",
        "do you want/mind to/if {tell}",
        unless=(
            "… tell/remind/ask/show him/her/them/the/your",
            "… say no/sorry/that_you",
            "… share it/this/that with",
        ),
    ),
    rule(
        "invites to tell",
        Label.QUESTION,
        "[please] tell/take/walk/talk/bring/give/help me/us",
        "[please] describe/explain/sketch/unpack",
        "say [a_bit/some/a_little] more",
    ),
    rule(
        "is curious",
        Label.QUESTION,
        "i am [just/really/very/quite/also] curious/interested",
        "i am [just/still] wondering what/how/who/why/when/where/which",
        "i would … love/like to know/hear/understand/see",
        "i want to know/understand/hear",
        "i do not [quite/really/yet/fully] understand/get/follow/know",
        "i hear/miss/missed/recognise/recognize/understand/doubt",
        "i am looking_for/trying_to",
        "i have lost_track",
        "i want … understand/know/hear",
        "curious/wondering about/what/how",
        "i wonder what/how/who/why/when/where/which",
    ),
    rule(
        "wonders what it was",
        Label.QUESTION,
        "could/might it be that/about",
        "should/could we read/see/take/understand",
    ),
    rule(
        "only responds",
        Label.QUESTION,
        "thanks/thank_you/wow/gosh/what_a/what_an/no_question/no_questions/that_is_a_lot/good_on_you/well_done/sorry",
        "you said/say/told/wrote/mentioned/talked",
        "i have/had [just] no/a question/questions",
        mood="states",
    ),
    rule("has the other advise", Label.QUESTION, "what would/do/did you … advise/recommend/suggest"),
)
