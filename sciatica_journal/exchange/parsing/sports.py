"""Sports by the words and codes of other programs: which are outings on foot, and what they say of the ground."""

import re
from typing import Final, Literal, NamedTuple
from unicodedata import normalize

Foot = Literal["walk", "run_walk", "run"]


class Sport(NamedTuple):
    """`kind` of an outing on foot, None for any other sport; `surface` where the word says it."""

    kind: Foot | None = None
    surface: str | None = None


OTHER: Final = Sport()
"""A sport that is not on foot."""


def _words(text: str) -> list[str]:
    """Return the words of a list, which is easier to keep in lines than in quotes."""
    return text.split()


_RUN: Final = Sport("run")
_WALK: Final = Sport("walk")

_RUNS: Final = _words(
    "run running jog jogging virtual_run obstacle_run obstacle_running ultra_run ultra_running race_running "
    "street_running "
    "lauf laufen joggen strassenlauf virtueller_lauf "  # German
    "beh beh_virtualni virtualni_beh jogging_beh "  # Czech
    "course course_a_pied course_a_pied_virtuelle course_virtuelle footing "  # French
    "carrera carrera_virtual correr "  # Spanish
    "hardlopen hardloopsessie virtuele_hardloopsessie virtual_hardloopsessie "  # Dutch
    "corsa corsa_virtuale corrida corrida_virtual bieg bieganie lopning"
)
_TRAIL_RUNS: Final = _words(
    "trail_run trail_running trailrun trailrunning traillauf trail_lauf gelandelauf "
    "terenni_beh beh_v_terenu trail course_sur_sentier course_a_pied_sur_sentier "
    "carrera_de_montana carrera_de_trail carrera_por_montana carrera_de_trail_running "
    "trailhardloopsessie traillopen trailloop corsa_su_sentiero trail_da_corsa"
)
_TREADMILL_RUNS: Final = _words(
    "treadmill_running treadmill_run treadmill indoor_running indoor_run laufband laufbandlauf laufbandtraining "
    "beh_na_pasu course_sur_tapis course_a_pied_sur_tapis_roulant carrera_en_cinta hardlopen_op_loopband "
    "hardlopen_op_de_loopband"
)
_TRACK_RUNS: Final = _words("track_running track_run bahnlauf bahntraining course_sur_piste carrera_en_pista")
_WALKS: Final = _words(
    "walk walking casual_walking speed_walking race_walking nordic_walking power_walking stroll hike hiking rucking "
    "mountaineering snowshoe snowshoeing casual_walk "
    "gehen spaziergang spazieren spazierengehen wandern wanderung bergsteigen schneeschuhwandern "
    "chuze prochazka turistika pesi_turistika "
    "marche randonnee marche_a_pied marche_nordique randonnee_en_raquettes "
    "caminata caminar senderismo excursion marcha "
    "wandeling wandelen hike_wandeling hiken "
    "camminata escursione passeggiata caminhada spacer wedrowka"
)
_TREADMILL_WALKS: Final = _words("indoor_walking indoor_walk treadmill_walking laufband_gehen")
_OTHERS: Final = _words(
    "ride virtual_ride e_bike_ride mountain_bike_ride gravel_ride e_mountain_bike_ride velomobile handcycle cycling "
    "biking road_biking mountain_biking gravel_cycling indoor_cycling virtual_cycling cyclocross bmx e_biking spin "
    "swim swimming pool_swimming lap_swimming open_water_swimming open_water rowing virtual_row indoor_rowing kayaking "
    "canoeing stand_up_paddling paddling surfing windsurf windsurfing kitesurf kiteboarding sail sailing "
    "alpine_ski backcountry_ski nordic_ski roller_ski snowboard skiing resort_skiing cross_country_skiing snowboarding "
    "backcountry_skiing ice_skate ice_skating inline_skate inline_skating skateboard skating skateboarding "
    "workout weight_training strength_training crossfit high_intensity_interval_training hiit cardio indoor_cardio "
    "elliptical stair_stepper stair_climbing floor_climbing pilates yoga rock_climbing bouldering indoor_climbing "
    "climbing golf tennis table_tennis badminton squash racquetball pickleball padel soccer football basketball "
    "volleyball rugby hockey cricket dance dancing boxing martial_arts meditation breathwork wheelchair "
    "wheelchair_push driving flying motorcycling horseback_riding other generic training fitness_equipment multi_sport "
    "multisport "
    "transition triathlon duathlon physical_therapy stretching mobility jump_rope "
    "radfahren radfahrt fahrt virtuelle_fahrt mountainbike_fahrt e_bike_fahrt schwimmen rudern krafttraining "
    "gewichtstraining wintersport langlauf skifahren ski_alpin klettern "
    "jizda cyklistika jizda_na_kole virtualni_jizda plavani posilovani lyzovani trenink "
    "sortie_a_velo velo natation musculation entrainement sortie_vtt ski_alpin escalade "
    "vuelta_en_bicicleta vuelta ciclismo bicicleta natacion entrenamiento entrenamiento_con_pesas "
    "fietsrit rit virtuele_rit fietsen zwemmen zwemsessie training_met_gewichten "
    "pedalada vuelta_ciclista ebike_ride emountain_bike_ride nuoto pedalata allenamento passeio_de_bicicleta natacao"
)

_WORDS: Final[dict[str, Sport]] = {
    **dict.fromkeys(_OTHERS, OTHER),
    **dict.fromkeys(_RUNS, _RUN),
    **dict.fromkeys(_TRAIL_RUNS, Sport("run", "trail")),
    **dict.fromkeys(_TREADMILL_RUNS, Sport("run", "treadmill")),
    **dict.fromkeys(_TRACK_RUNS, Sport("run", "track")),
    **dict.fromkeys(_WALKS, _WALK),
    **dict.fromkeys(_TREADMILL_WALKS, Sport("walk", "treadmill")),
    "run_walk": Sport("run_walk"),
    "walk_run": Sport("run_walk"),
}


def folded(word: str) -> str:
    """Return a sport's word as it is looked up: `TrailRun`, `Trail Run` and `trail-run` are all `trail_run`."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", word.strip())
    plain = normalize("NFKD", spaced.replace("ß", "ss")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")


def known_sport(word: str) -> Sport | None:
    """Return what a word means, None for one that is not known."""
    return _WORDS.get(folded(word))


ANSWERS: Final = (
    ("run", "running"), ("run_walk", "running and walking"), ("walk", "walking or hiking"), ("other", "not on foot"),
)  # fmt: skip
"""What an unknown word may mean, with labels, for the question that asks it."""


def answered_sport(answer: str) -> Sport:
    """Return the sport that an answer names; anything else is not on foot."""
    kinds: dict[str, Sport] = {"run": _RUN, "run_walk": Sport("run_walk"), "walk": _WALK}
    return kinds.get(answer, OTHER)
