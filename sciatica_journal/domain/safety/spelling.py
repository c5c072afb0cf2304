"""Slips of spelling in the words that speak of a sign: which word is meant."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

__all__ = ["MISSPELT", "put_right"]

_SLIPS: Final = """
achilles: achillies achiles achilies achilees acheles
antibiotics: antibotics anitbiotics
bladder: blader bladdar bladdder
bowel: bowell bowells
wiping: wipeing wippin wipin whiping
wipe: wype wippe
different: diffrent diferent diffrant differant diffirent
strange: stange straneg
breath: breth
breathless: brethless breathles
cancer: canser cancre
chest: cheast chst
cough: coff couph cogh
coughing: coughin coffing
discoloured: discolerd discolourd
feverish: feaverish
fever: feaver fevor
fracture: fractur fracure frature
groin: groyn grion
incontinent: incontinant
infection: infecton infektion
legs: leggs
between: betwen beetween bewteen betwean btween btwn
both: boath bothe bth
bottom: botom botttom
blood: blod bloood blodd bludd
chest: chset
dead: ded
feel: feal feell fel
feeling: feelin feling feeeling
leg: lgs legz
nothing: nothin nuthin nuffin nowt nuffink
numb: numbb nubm numm nummb num nmb
numbness: numness numbess numbnes numbeness numnes numbnss
osteoporosis: osteoperosis ostioporosis osteporosis osteoperoses
pain: paim
period: perriod peroid
paralysed: parralysed parralised paralised paralyised parylised
prednisolone: prednisalone predisolone prednisilone
shivering: shivring shiverring shivvering
shoulder: sholder shoudler
sneeze: sneze sneez
spreading: spredding spreding
stiffness: stifness stiffnes
suicidal: sucidal suicidel suisidal suicdal
suicide: sucide suiside suicde
swelling: sweling swellling
swollen: swolen swollon swolln
temperature: temprature tempreture temperture temperatur
throbbing: throbing trobbing
tingling: tinglin tingeling tingiling tinglng
toilet: toliet toilett
urine: urin
weakness: weekness weaknes weakenss
weight: wieght weigth
"""

MISSPELT: Final = {
    wrong: right
    for right, _, wrongs in (line.partition(":") for line in _SLIPS.strip().splitlines())
    for wrong in wrongs.split()
}
"""The word that is meant by each slip, in lower case."""

_RARE: Final = """
aneurysm anesthetic anaesthetic
bladder breathless breathing buttock buttocks bilateral burden
collapsed confused constipated consciousness catheter
dribbling dribble delirious diarrhoea
erection erections ejaculate
fainted fainting feverish
genitals genital genitalia
incontinence incontinent
leaking leaked leakage
numbness
overdose orgasm
paralysed paralyzed paralysis perineum perineal penis peeing
suicidal suicide sensation sciatica saddle scrotum shivering staggering swollen
tingling tingly tingles tingle testicles testicle toilet trickle tingled
urinate urinating urination unsteady underwear unconscious
vagina
weakness weeing
"""
"""Rare words that speak of a sign, one line a first letter: one slip of the fingers in them is put right, two in those
of ten letters on."""

_KEYS: Final[Mapping[str, tuple[str, ...]]] = {line[0]: tuple(line.split()) for line in _RARE.strip().splitlines()}

_ENGLISH: Final = """
aesthetic aesthetics anaesthesia anaesthetics anaesthetist anesthesia antithetic badder baking bathing beaching
beading beating being bilaterally bladders blander bleakness bleating breaching breading breaking breathed breather
breathers breathes breathings burdened burdens button buttons catheters collapse collapses collated confuse confuser
confuses constipate constituted contused dabbling delicious delirium dribbled dribbler dribbles drilling dripping
drizzling ejaculated ejaculates ejected ejection election elections erecting eruptions evictions exertions fainter
faintings fanned faster fasting fated feinting generalia generals generate genial genially keeping lacking leached
leaded leading leafed leakages leaker leaks leaned leaning leaped leaping learning leased leaved leaving licking
linking looking meekness mingle organisms orgasms overdoes overdone overdosed overdoses overdosing paddle paining
painless painted painting panting paralyse paralyser paralyses paralytic peaking peeking peeling peeping peering
penal pends pening penne pennies pens pents peroneal phonetic sadden saddled saddler saddles sciatic scrotal section
sedation seeing sensational sensations severing sheering shimmering shivered showering singly sniggering stammering
station steady steadying stollen stumbling stuttering sudden suicides sullen swaddle swaggering swallow swells
swollens tackles tangle tangled tangles tangling tentacles textiles tickle tickles tighten tightly tinge tinged
tinges tingled tinily tinkle tinkled tinkles tinkling tinkly tinted toiled toiler toiles toilets trickled trickles
unconsciously undersea underway underwent unsteadily urinals urinated urinates vaginal vaginas weaning weaving
webbing wedding weeding weeping wetness
"""
_OTHERS: Final = frozenset(_ENGLISH.split())
"""English words, a slip away from a rare one, that mean themselves."""

_SHORTEST: Final = 5
"""Letters of a word from which it can be a slip."""
_LONG_KEY: Final = 10
"""Letters of a rare word from which two slips are put right, not one."""


@lru_cache(maxsize=4096)
def put_right(word: str) -> str:
    """Return the rare word that a word of at least five letters is a slip of, else the word."""
    keys = _KEYS.get(word[0], ()) if len(word) >= _SHORTEST else ()
    if word in keys or word in _OTHERS:
        return word
    letters = set(word)
    for key in keys:
        slips = 2 if len(key) >= _LONG_KEY else 1
        # Each slip changes which letters occur by two at most: most words are told apart without counting slips.
        near = abs(len(key) - len(word)) <= slips and len(letters.symmetric_difference(key)) <= 2 * slips
        if near and _slips_between(word, key) <= slips:
            return key
    return word


def _slips_between(one: str, other: str) -> int:
    """Return how many letters are left out, added, changed or swapped with their neighbour (Damerau, 1964)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        older, before, row = before, row, [at]
        for place, wanted in enumerate(other, 1):
            cost = min(row[-1] + 1, before[place] + 1, before[place - 1] + (letter != wanted))
            if at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == wanted:
                cost = min(cost, older[place - 2] + 1)
            row.append(cost)
    return row[-1]
