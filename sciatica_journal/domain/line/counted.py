"""What people count in a day: the words that make a number before them a quantity, not a pain rating."""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MONTHS: Final = _words(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october "
    "nov november dec december"
)

MODAL_AFTER_MAY: Final = _words("have be need well not get go take")
"""Words behind which `may` is the verb: `4 may have overdone it`."""

MEASURES: Final = _words(
    "% ° °c °f € £ $ lb lbs oz cl dl litre liter stone yr yrs wk wks mth mths ft inch degree bpm kcal cal rpm watt "
    "kilo kilos x × yo per"
)
"""Units and signs that are neither time nor distance."""

TAKEN: Final = _words(
    "coffee espresso cappuccino latte tea beer wine cider whisky gin ibuprofen paracetamol acetaminophen aspirin "
    "naproxen diclofenac tramadol codeine gabapentin pregabalin amitriptyline tylenol advil aleve nurofen voltaren "
    "panadol co-codamol meds dose tablet pill capsule gel"
)
"""Drinks and medicines, counted without a plural too: `2 ibuprofen`, `1 coffee`."""

PEOPLE: Final = _words("people men women children kids persons folk folks of")

ONE: Final = _words(
    "nap run walk jog swim ride hike lap rep set session class lesson meeting call flight trip visit appointment "
    "glass cup mug pint bottle slice piece bowl can shot shower bath drink smoke step stretch round game match "
    "race treatment massage injection exercise episode flare-up spasm cramp twinge spot person man woman child "
    "kid"
)
"""What stands in the singular behind `1` only: `1 nap`, but `4 nap did not help` is a rating."""

ADJECTIVES: Final = _words(
    "big small large little long longer short shorter hard harder easy easier good bad great rough strong weak cold "
    "hot warm quick slow fast brisk gentle steady deep heavy light full half whole double single extra additional "
    "different separate sleepless sharp mild severe nice busy lazy new old proper solid steep flat hilly moderate "
    "sore stiff tight tired numb painful achy bloody awful horrible terrible lovely glorious wet dry decent tough "
    "dreadful tiring exhausting stressful boring quiet consecutive straight total red white black green"
)
"""Words that may stand between a number and what is counted: `2 strong coffees`."""

COUNTED_BEHIND_NOUN: Final = _words(
    "meetings calls rides runs walks jogs swims repeats sprints sessions jobs intervals laps sets reps stretches "
    "drinks glasses cups classes lessons trips flights visits appointments raises bridges lifts thrusts curls presses "
    "circles extensions drops swings pumps rolls slides bends kicks taps squeezes tilts holds planks ups downs loops "
    "climbs strides shifts exercises tablets pills doses bags bottles changes errands movements hugs rotations twists "
    "lunges squats dips pulls slices pieces bars"
)
"""What is counted behind another noun: `10 calf raises`, `4 work meetings`, `10 push ups`."""

NO_PLURAL: Final = _words(
    "is was has does as his this its us yes always sometimes perhaps besides unless across towards upwards downwards "
    "afterwards backwards forwards sideways whereas overseas upstairs downstairs indoors outdoors nowadays thus plus "
    "minus less lots loads heaps tons christmas thanks news pilates symptoms nerves muscles "
    "hurts aches feels gets goes comes keeps seems makes takes helps sucks eases stays sits tingles burns throbs "
    "stings looks says tells starts stops begins ends needs wants likes worries means works hits pulls shoots "
    "legs calves hips knees feet hamstrings hammies glutes thighs ankles heels shins buttocks quads soles hands arms "
    "shoulders pains pins"
)
"""Words in -s that nobody counts: verbs, adverbs, and what a body has two of."""

SINGULAR_TIMES: Final = _words("day night week time morning evening afternoon")
COPULAS: Final = _words("was is felt feels went started wasn't isn't got")
"""`4 day was long` says a rating and then something about the day."""
