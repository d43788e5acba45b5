"""English advice in the shape of a question: it carries something to do, thought up by who asks."""

from typing import Final

from methods.checks.english.words import NOTATION
from methods.checks.model import Label
from methods.checks.rules import Rule

rule = NOTATION.rule
DRESSED = Label.ADVICE_AS_QUESTION

OPENS_THE_DOOR: Final[tuple[Rule, ...]] = (
    rule(
        "offers a tip",
        DRESSED,
        "may/can/could/shall/should/might i … tip/tips/advice/suggest/suggestion/idea/propose/recommend/advise",
        "may/can/could/shall i … tell/share/show [you] what/how [i/we/it]",
        "do/would you want/like to know/hear how/what i/we/it",
        "do/would you want/like/mind [me_to] tip/advice/suggestion/a_tip/some_advice/a_suggestion/my_advice",
        "are/would you [be] open to",
        "would a tip/suggestion",
        "[do_you] want/fancy to hear/know what/how",
        "shall/may/can i … say/float what/how/an_idea",
        "may/can/could i float/throw_in",
    ),
    rule(
        "tells what can be done",
        DRESSED,
        "do/did/are/were you know/realise/realize/aware [that] you/there",
        "do/did you know/realise/realize [that] it_is_possible",
        "do/did you know there_is",
        "do/did you know there's",
        "do/did you know about the",
        "do/did you know [that] the … has/have/can",
    ),
    rule("proposes together", DRESSED, "shall/should we", "why do not we", "can/could not we"),
)

WHY_NOT: Final[tuple[Rule, ...]] = (
    rule("why not", DRESSED, "why not *"),
    rule(
        "why do you not",
        DRESSED,
        "why do/did/would/could/can/should/have/had not you",
        "why do/did/would/could/can/should/have/had you [just/simply] not",
        unless=(
            "… not you want/know/think/like/feel/believe/trust/understand/dare/sleep/see/remember/notice/expect/enjoy/mind",
            "… you not want/know/think/like/feel/believe/trust/understand/dare/sleep/see/remember/notice/expect/enjoy/mind",
        ),
    ),
)

EVER: Final[tuple[Rule, ...]] = (
    rule(
        "have you considered this",
        DRESSED,
        "have/had/did you [ever/not/maybe/perhaps] [ever/already] considered/tried/try/consider *",
        "have/had you [ever/not] [ever/already] thought/looked about/of/into/at",
        "did/do you [ever] think/look about/of/into/at *ing/a/an/having",
        "have/had not you considered/tried/thought",
        unless=(
            "… considered/tried/try/about/of {open}",
            "… about/of/at he/she/it/they/that/him/her/them/yourself/his/this $",
            "… at_the_time/at_that_moment/at_that_point/look_back/looked_back",
        ),
    ),
    rule(
        "have you ever done this",
        DRESSED,
        "have/had you ever/already/never/actually *ed/done/spoken/asked/gone/sat/put/let/given/taken/written/brought/run",
        "have/had you ever/already/never/actually held/sought/set/made/got",
        "have you [ever] visited/observed/watched another/other/a",
        unless=("… {lived}", "… {open}", "… already spoken/told/asked"),
    ),
    rule(
        "have you asked them to",
        DRESSED,
        "have/did you ask/asked/invite/invited/involve/involved the/your/him/her/them/a/an/his … to/for/in/into",
        "have you [already/ever] been to talk/see/speak",
        unless=("… what/why/how/if",),
    ),
    rule(
        "ever thought of this",
        DRESSED,
        "ever/never/already thought/considered/tried",
        "thought/considered about/of",
    ),
    rule(
        "have you done this, it works",
        DRESSED,
        "do you use/do *",
        unless=("… it/that/this/you/they/he/she", "… {open}"),
    ),
)

VERB_FIRST: Final[tuple[Rule, ...]] = (
    rule(
        "should have known",
        Label.LEADING,
        "should/could not you have known/seen/guessed/noticed/realised/realized",
    ),
    rule(
        "should you not",
        DRESSED,
        "should/could/would/might not *",
        "can not you/we/he/she/they/someone/somebody/the/your/his/her",
        "can/could/should/would/might you/we not",
        "is/was there no/not way/a_way/any_way",
        unless=(
            "can/could not you see/hear/understand/relax/sleep/stop_yourself",
            "can/could you not see/hear/understand/relax/sleep",
            "would not you say/agree",
            "could not it be",
            "should not you take yourself",
        ),
    ),
    rule("would you consider", DRESSED, "would/could/might/can you [ever/also] consider"),
    rule(
        "could you do this",
        DRESSED,
        "could/might you [also/maybe/perhaps/just/simply/possibly/try_to] {do}",
        "can you [also/maybe/perhaps/just/simply/not/possibly/try_to] {do}",
        unless=(
            "can/could you still/really",
            "… {tell} us/me/more",
            "… again",
            "can you keep/stand/get_on/be",
            "… if_you_had_to",
        ),
    ),
    rule(
        "would that help",
        DRESSED,
        "would/could/might/will/can … {helps}",
        "does/would/could/might/can it/that [maybe/perhaps/really] help if/to/when",
        "would/could/might it/that/this/there/a/an/another … {fits}",
        "might it",
        unless=(
            "would/could/might/will/can you/they/he/she/i",
            "could it be",
            "… if he/she/they/the/his/her",
            "would it feel",
        ),
    ),
    rule(
        "does it work if you",
        DRESSED,
        "does it help/work",
        unless=("does it work $", "does it work with/for/out/that"),
    ),
    rule(
        "need you not",
        DRESSED,
        "do not you need/have/want to",
        "do you not need/have/want to",
        "are not you [just] going to",
    ),
    rule(
        "is that not an idea",
        DRESSED,
        "is/was/are not … {fits}",
        "is not … *ing … {proposal}",
        "is … a/an/no {proposal}",
        "is/are not there … who/that/which",
        "is not that/this/it [one/something/a_job] for",
        "is/was … maybe/perhaps … {fits}",
        "is [it/there/that] [maybe/perhaps] a/an/any [good] {proposal}/way to/if/of/that",
        "is/would it possible/worth/sensible/wise",
        unless=(
            "… {judging}",
            "is not it true/so/because/the_case/obvious",
            "… something from/else/wrong/going/you/that",
        ),
    ),
    rule(
        "does this appeal",
        DRESSED,
        "does/would … seem/sound/feel/look handy/good/useful/sensible/helpful/like_an/to_you",
    ),
    rule(
        "how about",
        DRESSED,
        "how/what about *",
        unless=(
            "how/what about you/him/her/them/it/that/this/now/other/others/then/afterwards/the/your/his/at/in/on $",
            "how/what about you/him/her/them/the_others/the_rest/other/at/in/on",
        ),
    ),
    rule(
        "when will you at last",
        DRESSED,
        "when are you [finally] going_to set/talk/tell/ask/stand/say/call/start/speak/take/do/make",
        "when will you [finally] set/talk/tell/ask/stand/say/call/start/speak/take",
    ),
    rule("any chance", DRESSED, "any chance of/that/you/to/your"),
    rule(
        "would you gain by this",
        DRESSED,
        "would/do/are/would_not/do_not/are_not you [be] benefit/helped/gain/better_off",
    ),
)

OPEN_WORDS: Final[tuple[Rule, ...]] = (
    rule(
        "what if you",
        DRESSED,
        "what if you/we",
        "if you wrote/gave/asked/tried/took/made/started/let/put/sent",
        "suppose/imagine/say you … would/could/does that/it",
        "what if you … just/for_once",
        unless=(
            "what if you did_nothing/do_nothing/did_not/do_not/can_not/could_not/fail/lose/feel/are",
            "… you nothing",
        ),
    ),
    rule(
        "what would happen if you",
        DRESSED,
        "what would/might/could/do_you_think_would happen/change [be_different] if you",
        "what would it bring/mean/give/change [you] if you",
        unless=("… nothing/not/never/afraid",),
    ),
    rule(
        "what do you think of this",
        DRESSED,
        "what would/do you think/say of/about/to … *ing",
        "what would/do you think/say of/about the_idea/this_idea/a/an/some",
        "how would/do you feel/think about a/an/some/more",
        "how would you like/find [it] to/if_you",
        "do you think it/that/a/an … help/helps/work/works if_you/to",
        "how would/do you feel/think about the_idea/*ing",
        "how would/might it be to/if_you/if_we",
        "how does … sound",
        unless=(
            "… think/feel/say of/about the_way/how/him/her/them/it/that/this/his/their/what/being/having/teaching/working",
        ),
    ),
    rule(
        "what keeps you from simply",
        DRESSED,
        "what stops/is_stopping/keeps/holds you [back] from just/simply",
    ),
    rule(
        "solution first",
        DRESSED,
        "… , would/is/was/could/can/might/does that/it/this/something",
        "… , would/is/could/does not that/it/this",
        "… , have you ever done/tried/thought",
        "… , have you done/tried/thought/considered that/it/this/of/about",
        "… , would/could/can you manage/do/try that/it",
        mood="asks",
        unless=(
            "i/you/he/she/they/if/when/once/that/what/how/who/why/where/after/because/as/looking/we/so/on/in/at/with/which/it",
            "is/was/are/were/do/did/does/have/has/had/can/could/will/would/should/may/am/this/to/from/by/for/since/those",
            "… is it $",
            "… is_not/was_not it $",
        ),
    ),
    rule(
        "perhaps?",
        DRESSED,
        "maybe/perhaps",
        "an idea",
        "idea to",
        "might be something/an_idea/good",
        mood="asks",
    ),
    rule(
        "you could, could you not",
        DRESSED,
        "you could/should/might",
        "you can also/always/just",
        "i would",
        "i think you",
        mood="asks",
        unless=("you could have known/seen",),
    ),
    rule("wonders whether", DRESSED, "i wonder if/whether … better/help/could/should/might/try/idea/work"),
    rule(
        "do you not think this helps",
        DRESSED,
        "do not you think/feel/find/believe/agree … should/need/needs/ought/better/helps",
        "do not you think/feel/find/believe/agree … would/could/might … {helps}",
        unless=("… {judging}",),
    ),
)

RULES: Final = (*OPENS_THE_DOOR, *WHY_NOT, *EVER, *VERB_FIRST, *OPEN_WORDS)
