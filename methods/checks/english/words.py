"""Families of English words for the rules, and how people type in a chat."""

from types import MappingProxyType
from typing import Final

from methods.checks.reading import spelled
from methods.checks.rules import Notation

SPELLINGS: Final = spelled(
    {
        "you": "u|ya|yuo|y'all|you guys",
        "your": "ur|yr",
        "maybe": "mb|mby|mayb|mabye|maybee",
        "perhaps": "perhpas|prehaps|preps",
        "considered": "consdered|considerd|concidered|cosidered",
        "tried": "tryed|treid|tired (?=to)",
        "thought": "thougt|thougth|tought|thort",
        "can not": "cannot|can't|cant",
        "will not": "won't|wont",
        "do not": "don't|dont|dunt",
        "does not": "doesn't|doesnt",
        "did not": "didn't|didnt",
        "is not": "isn't|isnt|ain't",
        "are not": "aren't|arent",
        "was not": "wasn't|wasnt",
        "were not": "weren't|werent",
        "have not": "haven't|havent",
        "has not": "hasn't|hasnt",
        "had not": "hadn't|hadnt",
        "would not": "wouldn't|wouldnt",
        "could not": "couldn't|couldnt",
        "should not": "shouldn't|shouldnt|oughtn't",
        "might not": "mightn't",
        "i would": "i'd",
        "you would": "you'd|youd",
        "you are": "you're|youre",
        "i am": "i'm|im",
        "what is": "what's|whats",
        "how about": "howabout|hows about",
        "it is": "it's",
        "that is": "that's|thats",
    }
)
"""What is meant, by how it is typed: whole words; «wouldn't» becomes «would not»."""

FAMILIES: Final = MappingProxyType(
    {
        "tell": "tell/say/explain/describe/share/elaborate/expand/clarify/repeat/remind/sketch/name/recall/remember/paint"
        "/imagine/summarise/summarize/walk_us/walk_me/talk_us/talk_me/take_us/take_me/give_us/give_me/help_us/help_me"
        "/go_back/come_back/zoom_in/give_an_example/put_into_words/show_us/telling/sharing/saying/explaining/describing/unpack",
        "open": "anything/something/anyone/anybody/someone/somebody/things/nothing/what/how/why/a_lot/everything/other",
        "lived": "had/felt/experienced/noticed/regretted/seen/heard/wondered/lost/met/known/cried/slept/worked/learned"
        "/learnt/able/found/doubted/made_a_decision/decided/made_up/come_across/been/happened/bullied/lain",
        "helps": "help/helps/work/make_a/make_any/make_some/make_things/do_the_trick/any_use/some_use/solve/fix/pay_off"
        "/make_it/be_enough/be_an_option/change_things/be_useful/be_good/do_him/do_her/do_them/suit",
        "proposal": "idea/option/possibility/solution/plan/alternative/suggestion",
        "fits": "idea/option/possibility/possible/solution/plan/alternative/the_answer/better/handy/handier/wise/wiser"
        "/smart/smarter/easier/sensible/worth/useful/good/helpful/best/clever/safer/kinder/nice_job/nice_task/an_idea"
        "/something/job/task",
        "do": "ask/put/give/let/call/ring/phone/involve/bring/send/invite/arrange/request/discuss/raise/start/begin/try"
        "/consider/organise/organize/introduce/move/swap/refer/speak/talk/email/inform/offer/split/get/set/use/turn/make"
        "/switch/report/write/sit/go/step/leave/stop/delegate/drop/ignore/reduce/cut/change/have_a/have_someone/look/keep"
        "/meet/visit/plan/pair/seat/swop/rotate/agree/draw/hand/check/take_him/take_her/take_them/take_the"
        "/take_a/take_some",
        "judging": "lazy/stupid/dumb/naive/naïve/unprofessional/overreact*/over-reacting/exaggerat*/typical/typically"
        "/attention_seeker/attention-seeker/attention_seeking/manip*/spoilt/spoiled/incompetent/control_freak/drama"
        "/dramatic/weak/coward/cowardly/unreasonable/own_fault/overprotective/arrogant/selfish/childish/jealous/clumsy"
        "/ridiculous/weird/strange/odd/insecur*/whiny/whining/moaning/unfair/irresponsible/disgraceful/too_strict"
        "/too_soft/too_nice/too_hard/too_kind/too_lenient/too_quick/too_emotional/too_involved/too_direct/too_angry"
        "/too_little/too_much/too_sensitive/too_easy/too_harsh/too_friendly/too_close/harsh/silly/fuss/hopeless/pathetic"
        "/bully/hypocritical/snowflake/rude/mean/bad_teacher/bad_parent/bad_head/bad_manager/disrespectful/petty/fault/confident/logical/childish/inexperienced/chaotic/professional/ashamed/guilty",
        "they": "that/those/these/he/she/they/the/it/this/his/her/their/a/an/such",
    }
)

NOTATION: Final = Notation(FAMILIES)
