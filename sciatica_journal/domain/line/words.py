"""The vocabulary of the line: which word says what.

Places follow the furthest point per leg (0 none, 1 low back ... 6 foot), surfaces and kinds the names of a run.
"""

from typing import Final


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


PLACES: Final = {
    **dict.fromkeys(("buttock", "buttocks", "butt", "bum", "hip", "hips", "glute", "glutes"), 2),
    **dict.fromkeys(("thigh", "thighs", "hamstring", "hamstrings"), 3),
    **dict.fromkeys(("knee", "knees"), 4),
    **dict.fromkeys(("calf", "calves", "calfs", "shin", "shins"), 5),
    **dict.fromkeys(("foot", "feet", "ankle", "ankles", "heel", "heels", "toe", "toes"), 6),
}
BACK_WORDS: Final = frozenset({"back"})
BACKACHE: Final = frozenset({"backache", "backaches", "backpain"})
LOW: Final = frozenset({"low", "lower"})
LEG_WORDS: Final = frozenset({"leg", "legs", "side", "sides", "limb", "limbs"})
PLACE_ADJECTIVES: Final = frozenset(
    {"big", "little", "small", "outer", "inner", "upper", "lower", "front", "rear", "mid", "whole", "entire"}
)
SIDE_WORDS: Final = {
    "left": "left", "l": "left", "lt": "left", "right": "right", "r": "right", "rt": "right",
    "both": "both", "bilateral": "both",
}  # fmt: skip
SENSATION_WORDS: Final = {
    **dict.fromkeys(("numb", "numbness"), "numb"),
    **dict.fromkeys(("tingling", "tingly", "tingle", "tingles", "tingled"), "tingling"),
    **dict.fromkeys(("weak", "weakness", "weaker"), "weak"),
}
PAIN_WORDS: Final = frozenset(
    {"pain", "pains", "painful", "ache", "aches", "aching", "ached", "sore", "soreness", "hurt", "hurts", "hurting"}
)
UPPER_BODY: Final = words_of(
    "arm arms hand hands finger fingers thumb thumbs wrist wrists elbow elbows shoulder shoulders neck head face lip "
    "lips tongue mouth jaw chest rib ribs tooth teeth ear ears eye eyes nose throat scalp"
)
OTHER_BODY: Final = UPPER_BODY | words_of("cheek stomach belly tummy groin saddle genitals crotch period mind")
WEAK_THINGS: Final = words_of(
    "coffee tea espresso americano latte beer wine signal wifi reception gps battery excuse excuses joke sun"
)
"""What is called weak and is no part of anybody."""
LOWER_BODY: Final = (
    frozenset(PLACES)
    | LEG_WORDS
    | words_of(
        "groin saddle genitals genital crotch cheek cheeks bottom backside behind rear privates private perineum anus "
        "rectum seat sit sitting between below down under underneath waist toilet loo pee wee bladder bowel poo"
    )
)
"""Where the legs or an emergency may be meant: with one of these in the line nothing is taken for harmless."""

RATING_KEYS: Final = {
    "pain": "pain_worst", "pains": "pain_worst", "worst": "pain_worst",
    "woke": "pain_morning", "morning": "pain_morning", "waking": "pain_morning",
    "stress": "stress", "stressed": "stress", "mood": "mood", "energy": "energy",
    "function": "function", "functioning": "function",
}  # fmt: skip
MORNING_WORDS: Final = frozenset({"woke", "morning", "waking"})
PAIN_PHRASE: Final = frozenset({"pain", "pains", "worst", "woke", "morning", "waking", "max", "peak"})
RATING_FILLERS: Final = frozenset(
    {"=", ":", "is", "was", "of", "at", "about", "around", "level", "score", "rating", "now", "today", "with", "up",
     "on", "this", "in", "the", "a", "my", "still", "only", "just", "its", "went", "to"}
)  # fmt: skip
NOT_A_RATING_BEFORE: Final = words_of(
    "h hr hrs hour hours min mins minute minutes sec secs second seconds day days night nights week weeks month "
    "months year years time times x am pm o'clock oclock k km kms mi mile miles m meter meters metre metres percent "
    "kg g ml mg euro euros people"
)

KINDS: Final = {
    **dict.fromkeys(("ran", "run", "running", "jog", "jogged", "jogging"), "run"),
    **dict.fromkeys(("walk", "walked", "walking", "hike", "hiked", "hiking"), "walk"),
    "runwalk": "run_walk",
    "walkrun": "run_walk",
}
PAST: Final = frozenset({"ran", "jogged", "walked", "hiked"})
NOUNS: Final = frozenset({"run", "jog", "walk", "hike", "runwalk", "walkrun"})
NO_OUTING_AFTER: Final = frozenset(
    {"late", "errands", "errand", "out", "into", "over", "off", "away", "down", "through", "up", "by", "short",
     "meeting", "meetings", "fever", "temperature", "bath", "x", "from", "back"}
)  # fmt: skip
NO_OUTING_BEFORE: Final = frozenset(
    {"to", "will", "would", "could", "should", "can", "might", "may", "must", "gonna", "want", "plan", "planned",
     "hope", "skipped", "missed", "cancelled", "canceled", "tomorrow", "i'll", "let's", "instead", "dog", "long-term"}
)  # fmt: skip
MANNER: Final = frozenset(
    {"easy", "easily", "slow", "slowly", "gentle", "gently", "steady", "fast", "quick", "short", "long", "today",
     "outside", "only", "just", "about", "around", "approx", "roughly", "nearly", "almost", "total", "hard", "brisk"}
)  # fmt: skip
APPROXIMATELY: Final = frozenset({"about", "around", "approx", "roughly", "nearly", "almost", "only", "just"})
RUN_GLUE: Final = frozenset(
    {
        "in",
        "on",
        "a",
        "an",
        "the",
        "for",
        "with",
        "at",
        "of",
        "and",
        "&",
        "+",
        "=",
        ":",
        "my",
        "surface",
        "time",
        "was",
        "/",
        "@",
    }
)
EFFORT_WORDS: Final = frozenset({"effort", "rpe"})
RUN_PAINS: Final = {"before": "pain_before", "during": "pain_during", "after": "pain_after"}
LIMP_WORDS: Final = frozenset({"limp", "limped", "limping"})
STRIDE_WORDS: Final = frozenset({"stride", "gait"})
PACE_WORDS: Final = frozenset({"pace", "per", "min/km", "/km", "min/mi", "am", "pm", "o'clock", "oclock"})
SURFACE_WORDS: Final = {
    "road": "road", "roads": "road", "tarmac": "road", "asphalt": "road",
    "pavement": "pavement", "pavements": "pavement", "sidewalk": "pavement",
    "trail": "trail", "trails": "trail", "grass": "grass", "track": "track",
    "treadmill": "treadmill", "wood": "wood", "wooden": "wood",
}  # fmt: skip

UNITS: Final = {
    **dict.fromkeys(("k", "km", "kms", "kilometer", "kilometers", "kilometre", "kilometres"), "km"),
    **dict.fromkeys(("mi", "mile", "miles"), "mi"),
    **dict.fromkeys(("m", "meter", "meters", "metre", "metres"), "m"),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), "h"),
    **dict.fromkeys(("min", "mins", "minute", "minutes"), "min"),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), "s"),
}

SLEEP_WORDS: Final = frozenset({"sleep", "slept"})
SLEEP_FILLERS: Final = frozenset(
    {"=", ":", "was", "is", "for", "about", "around", "only", "just", "of", "a", "last", "night", "total"}
)
SLEEP_MANNER: Final = frozenset({"well", "badly", "poorly", "ok", "okay", "fine", "good", "bad", "poor", "great"})
PAINKILLERS: Final = frozenset({"painkiller", "painkillers"})
TOOK: Final = frozenset({"took", "had", "taken", "used", "needed"})

RESPONSES: Final = {
    "settled": "settled", "lingering": "lingering", "lingered": "lingering", "lingers": "lingering",
    "flared": "flared",
}  # fmt: skip
RESPONSE_BEFORE: Final = frozenset(
    {"run", "runs", "walk", "yesterday", "yesterday's", "yesterdays", "it", "has", "is", "was", "all", "now", "pain",
     "symptoms", "response", "the", "my", "finally", "=", ":", "from", "after", "and", "things"}
)  # fmt: skip
RESPONSE_NOT_AFTER: Final = frozenset(
    {"in", "into", "on", "the", "for", "a", "an", "with", "my", "our", "his", "her", "their", "that", "this",
     "cough", "cold", "thoughts", "thought", "doubt", "doubts", "guilt", "sadness", "smell", "worry", "anger", "fear",
     "question", "questions", "over", "tempers", "nostrils", "jeans", "trousers", "claim", "bill", "kids"}
)  # fmt: skip

NEGATORS: Final = words_of(
    "no not never without nor neither zero didn't couldn't can't cannot don't doesn't isn't wasn't aren't weren't "
    "won't hasn't haven't wouldn't didnt couldnt cant dont doesnt isnt wasnt"
)
NEGATION_FILLERS: Final = frozenset(
    {"any", "more", "longer", "real", "sign", "signs", "of", "a", "at", "all", "really", "feel", "feeling",
     "sensation", "sensations", "new", "the", "my", "either"}
)  # fmt: skip
HARDLY: Final = frozenset({"almost", "nearly", "hardly", "practically", "barely", "mostly", "not", "virtually"})
NO_PAIN_BUT: Final = frozenset(
    {"at", "until", "till", "when", "while", "if", "except", "in", "on", "with", "from", "for", "unless", "only",
     "yet", "by", "meds", "med", "pills", "pill", "killer", "killers", "relief", "tablets", "no", "medication", "than"}
)  # fmt: skip
GONE: Final = frozenset({"gone", "vanished", "disappeared", "stopped"})

AND: Final = frozenset({"and", "&", "+", "/", "plus", "or", "nor", "n", "'n'"})
TO_PLACE: Final = frozenset({"in", "on", "at", "of", "the", "my", "down", "to", "into", "around", "along", "toward"})
ONWARD: Final = AND | frozenset({"to", "down", "into", "the", "my", "then", "->", "→", "through"})
DEGREE: Final = frozenset(
    {"is", "was", "are", "were", "feels", "felt", "feel", "a", "an", "bit", "slightly", "slight", "very", "still",
     "some", "little", "mild", "mildly", "with", "and", "&", "+", "went", "goes", "going", "gone", "really", "quite",
     "so", "pretty", "has", "had", "have", "constantly", "again", "feeling", ":", "="}
)  # fmt: skip
RIGHT_AS_ADVERB: Final = frozenset({"after", "away", "now", "before", "when", "then", "there", "here", "at", "from"})
LEFT_AS_VERB: Final = frozenset(
    {"the", "for", "home", "work", "early", "late", "house", "office", "over", "behind", "out", "off", "alone", "it",
     "him", "her", "them", "us", "at", "town", "school", "my", "to"}
)  # fmt: skip

FEELING_WORDS: Final = frozenset({"feeling", "feelings", "felt", "feel"})
FEELINGS: Final = words_of(
    "afraid alone amused angry annoyed anxious ashamed awful bad better bitter bored brave calm cheerful confident "
    "confused content curious depressed desperate determined disappointed discouraged down driven drained eager empty "
    "embarrassed encouraged energetic envious excited exhausted fearful fine flat free fresh frightened frustrated "
    "furious glad gloomy good grateful great grumpy guilty happy helpless hopeful hopeless hurt impatient inspired "
    "insecure irritable irritated jealous joyful light lonely lost loved low lucky mad meh miserable moody motivated "
    "nervous ok okay optimistic overwhelmed panicky peaceful pessimistic positive pressured proud rejected relaxed "
    "relieved resentful resigned restless sad safe satisfied scared sensitive serene shaky shy sleepy sorry stiff "
    "stressed strong stuck supported tearful tense terrible thankful tired touched trapped uneasy unhappy unsure "
    "upset vulnerable weary worn worried worse worthless"
)
FEELING_PHRASES: Final = frozenset(
    {("fed", "up"), ("let", "down"), ("worn", "out"), ("burnt", "out"), ("burned", "out"), ("on", "edge"),
     ("at", "peace"), ("at", "ease"), ("under", "pressure")}
)  # fmt: skip
FEELING_DEGREE: Final = frozenset(
    {"a", "an", "bit", "little", "very", "so", "really", "quite", "pretty", "rather", "slightly", "also", "still",
     "and", "&", "+", "=", ":", "more", "somewhat", "too", "extremely"}
)  # fmt: skip
NO_FEELING: Final = words_of(
    "like that as the my it in on at of to from with for after before when while if not no never this his her our "
    "their if up i me we you is was be been i'd than or but by nothing something"
)

GLUE: Final = frozenset(
    {"and", "&", "+", "/", "-", "–", "—", "|", "->", "→", "•", "*", "=", ":", ".", "in", "on", "the", "a", "an", "my",
     "with", "then", "also", "plus", "i", "went", "for", "did", "had", "of", "at", "today", "now", "after", "took",
     "to", "down", "is", "was", "but", "some", "~"}
)  # fmt: skip
EDGE_GLUE: Final = frozenset({"and", "&", "+", "-", "–", "—", "|", "but", "then", "•", "*"})

STARTERS: Final = frozenset().union(
    PLACES, SIDE_WORDS, SENSATION_WORDS, RATING_KEYS, KINDS, EFFORT_WORDS, RUN_PAINS, SURFACE_WORDS, SLEEP_WORDS,
    PAINKILLERS, RESPONSES, FEELING_WORDS, NEGATORS, {"pins", "quality"},
)  # fmt: skip
"""Words that can begin a part."""

_FUZZY_SOURCES: Final = (
    PLACES, SIDE_WORDS, SENSATION_WORDS, RATING_KEYS, KINDS, RUN_PAINS, SURFACE_WORDS, RESPONSES, SLEEP_WORDS,
    PAINKILLERS, EFFORT_WORDS, BACK_WORDS, BACKACHE, LIMP_WORDS, {"needles", "quality", "feeling", "feelings",
    "kilometers", "kilometres", "kilometer", "kilometre", "miles", "minutes", "minute", "hours", "metres", "meters"},
)  # fmt: skip
TARGETS: Final = frozenset(word for source in _FUZZY_SOURCES for word in source if len(word) >= 4)
"""What a misspelt word may be taken for."""

KNOWN: Final = frozenset().union(
    TARGETS, PLACES, SIDE_WORDS, SENSATION_WORDS, PAIN_WORDS, OTHER_BODY, RATING_KEYS, PAIN_PHRASE, RATING_FILLERS,
    NOT_A_RATING_BEFORE, KINDS, NO_OUTING_AFTER, NO_OUTING_BEFORE, MANNER, RUN_GLUE, SURFACE_WORDS, UNITS,
    SLEEP_FILLERS, SLEEP_MANNER, TOOK, RESPONSE_BEFORE, RESPONSE_NOT_AFTER, NEGATORS, NEGATION_FILLERS, HARDLY,
    NO_PAIN_BUT, GONE, TO_PLACE, ONWARD, DEGREE, LEFT_AS_VERB, FEELINGS, FEELING_DEGREE, NO_FEELING, GLUE,
    LEG_WORDS, PLACE_ADJECTIVES, PACE_WORDS, LIMP_WORDS, STRIDE_WORDS,
    {"sand", "wet", "dry", "floor", "pins", "free", "half", "painfree"},
)  # fmt: skip
"""Every word the line knows, which no spelling correction touches."""
