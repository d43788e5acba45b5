"""English advice as a statement: a tip, an instruction, an own recipe."""

from collections.abc import Sequence
from typing import Final

from methods.checks.english.words import NOTATION
from methods.checks.model import Label
from methods.checks.rules import Rule

IMPERATIVES: Final = (
    "go/start/begin/try/ask/take/let/put/make/talk/speak/call/ring/phone/give/do/stay/stop/look/say/send/write/involve"
    "/bring/lay/hold/keep/ignore/discuss/invite/plan/be/find/work/choose/pick/swap/email/report/insist/wait/accept/trust"
    "/listen/set/get/use/share/build/arrange/organise/organize/respond/react/confront/observe/name/show/support/refer"
    "/buy/read/practise/practice/repeat/check/move/offer/focus/break/join/connect/split/switch/remember/draw/stick/leave"
    "/hang/hand/turn/tell/consult/contact/sit/have/meet/walk/document/record/raise/escalate/delegate/praise/reward"
    "/follow/avoid/seat/pair/separate/relax/breathe/lower/stand/warn/remind/drop/pull/push/step/enjoy/lean/note"
)
LEAD_IN: Final = "[next_time] [just/please/simply/first/then/definitely/really/always/never]"
REPORTED: Final = ("… said/told/wrote/mentioned",)


def advice(name: str, *shows: str, unless: Sequence[str] = ()) -> Rule:
    """A rule about a statement that advises."""
    return NOTATION.rule(name, Label.ADVICE, *shows, mood="states", unless=unless)


RULES: Final[tuple[Rule, ...]] = (
    advice(
        "a tip", "[my/a/one] [golden/top] tip/advice/suggestion/recommendation", "… my tip/advice/suggestion"
    ),
    advice(
        "I would",
        "… i would",
        "i/we [would/really] recommend/suggest/advise/propose",
        "if i were/was you/in",
        "… in your shoes/place/position",
        unless=(
            "i would [also] [have/feel/be] [been/felt/so] angry/sad/upset/furious/scared/gutted/tired/hurt/mad/frustrated",
            "i would not know",
            "i would rather",
        ),
    ),
    advice(
        "you must, you can",
        "[next_time/sometimes/otherwise/honestly/personally/then] you [really/just/all/also/simply/actually/still/probably] "
        "must/should/could/can/need/have_to/ought/might/may/better/had_better/do_not_have_to/do_not_need_to/will_have_to",
        "in_a_case_like_that you must/should/could/can/are",
        "i think/feel you should/could/need/must/have",
        "… you are/would_be best/better off",
        "you would/had [be] better/best",
        unless=REPORTED,
    ),
    advice("recommends", "… recommended/recommendation/worth_reading", "[might/could] be something for you"),
    advice("perhaps", "maybe/perhaps/possibly …", unless=("… i am",)),
    advice(
        "with us it works",
        "… at/in/for/with/by our/my/us/me … works/worked/helps/helped/use/do/did/have",
        "… helped me/us",
        "… works/worked for/with me/us/our",
        "we [always] use/do/have/had/did/started … and_it/and_that/works/helps/brilliantly/great",
    ),
    advice(
        "it helps to",
        "… it/that/this [really/always/often/usually] helps/works/pays/makes_sense",
        "… helps/works really/often/always/well/wonders/a_lot/brilliantly/best/every_time/great",
        "… often/always/usually work/works/helps",
        "… it/that/this is/would_be/seems/might_be best/good/wise/smart/handy/important/sensible/better/key/useful/worth",
        "[the] best/smartest/easiest/wisest/safest/only [thing/way/option] … is",
        "… seem/seems best/good/wise/sensible/better",
        "… work/works/do/does wonders",
        "better [to] *",
        unless=REPORTED,
    ),
    advice(
        "something would help",
        "… would/could/can/will/might … {helps}",
        "… made/make/makes a/all_the [big/huge/real] difference",
        "… that is what * need/needs",
        "… would have helped/made/worked",
        unless=("i/you/he/she/it", *REPORTED),
    ),
    advice("I think it would help", "i think/believe/feel … would/could/might … {helps}"),
    advice(
        "what you can do",
        "what you/we/i/worked/works/helped/helps/also/always … can/could/do/works/helps/is/was",
        "what [really] worked/works/helped/helps",
    ),
    advice(
        "something must happen",
        "… has/have/need/needs/ought to",
        "… must/should",
        "… needs a/an/more/some/clear",
        unless=("i", "… feel_like/felt", *REPORTED),
    ),
    advice(
        "do this",
        f"{LEAD_IN} {IMPERATIVES}",
        f"do not {IMPERATIVES}/worry/wait",
        unless=("* you/i/he/she/we/they",),
    ),
    advice(
        "what I always do",
        "i/we always/usually/often/never/normally …",
        "i/we do/use/start/begin/let/give/say/make/put/talk/call/send … always/usually/first/every/works",
        unless=("i always/often/never thought/think/felt/feel/wanted/knew/know/liked/had",),
    ),
    advice("simply doing it", "*ing … would/could/helps/help/works/work/might", "no [more] *ing", "clear *"),
)
