"""Dutch questions that are fine whatever else is in them."""

from typing import Final

from methods.checks.dutch.words import NOTATION
from methods.checks.model import Label
from methods.checks.rules import Rule

rule = NOTATION.rule

RULES: Final[tuple[Rule, ...]] = (
    rule(
        "asks to be told",
        Label.QUESTION,
        "kun/zou/wil je … {tell}",
        unless=("… niet … {tell}", "… vertellen/zeggen/uitleggen dat", "kun je haar/hem/ze/hen/de … {tell}"),
    ),
    rule(
        "invites to tell",
        Label.QUESTION,
        "vertel/beschrijf/schets/noem",
        "neem ons/me/mij",
        "leg [me/ons] [eens] uit",
        "geef [me/ons] [eens] een voorbeeld",
        "help me/ons",
    ),
    rule(
        "is curious",
        Label.QUESTION,
        "ik ben [wel/erg/heel/zo/vooral/ook/gewoon] benieuwd/nieuwsgierig",
        "ik zou … graag/willen … horen/weten/begrijpen/zien/snappen",
        "ik wil/wou/probeer … weten/horen/begrijpen/snappen/voorstellen",
        "ik ben [even/nog/het] kwijt",
        "ik hoor/snap/begrijp/mis/miste/zoek/twijfel/herken",
        "ik ben op_zoek",
        "ik weet [nog] niet",
        "benieuwd/nieuwsgierig naar/wat/hoe",
        "ik vraag me af wat/hoe/wie/waar/wanneer/waarom/welke/welk/hoeveel/hoelang",
    ),
    rule("wonders what it was", Label.QUESTION, "zou het kunnen [zijn] dat", unless=("… gewoon",)),
    rule("makes sure", Label.QUESTION, "weet je dat zeker", "weet je het zeker"),
    rule(
        "only responds",
        Label.QUESTION,
        "dank/dankje/dankjewel/bedankt/heftig/sterkte/mooi/knap/wat_een/jeetje/poeh/wauw/goh/geen_vraag/geen_vragen",
        "je zei/zegt/vertelde/vertelt/schreef/schrijft/noemde/noemt/had_het/hebt_het",
        "ik heb/had [nog/even] geen/een vraag/vragen",
        "ik sluit me aan",
        mood="states",
    ),
    rule("has the other advise", Label.QUESTION, "wat zou je [zelf/ons/mij/me/een] … adviseren/aanraden"),
)
