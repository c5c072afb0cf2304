"""The full simulation: `python -m tests.insight.simulation [diaries of each world and length] [people] [seed]`."""

import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from tests.insight.simulation.looks import People, looked_at, looks_scored
from tests.insight.simulation.printing import looks_table, table
from tests.insight.simulation.running import PROCESSES, simulated
from tests.insight.simulation.worlds import WORLDS

DIARIES, PEOPLE, SEED = 16, 8, 1


def main(arguments: list[str]) -> None:
    """Print the figures of section 2c, then those of repeated looks."""
    count, people, seed = (*map(int, arguments), *(DIARIES, PEOPLE, SEED)[len(arguments) :])
    print(*table(simulated(seed, count)), sep="\n", flush=True)
    looked: People = {}
    with ProcessPoolExecutor(PROCESSES) as pool:
        for one in pool.map(partial(looked_at, count=people, seed=seed), WORLDS):
            looked |= one
    still = {person: looks for person, looks in looked.items() if person[0] in _NOTHING_ACTS}
    print("", *looks_table({"all worlds": looks_scored(looked), "nothing acts": looks_scored(still)}), sep="\n")


_NOTHING_ACTS = ("null", "reverse_only", "recovering", "chaotic")

if __name__ == "__main__":
    main(sys.argv[1:])
