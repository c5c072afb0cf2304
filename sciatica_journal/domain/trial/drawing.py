"""Drawing in blocks of four with two of each option (insight methods, section 9), so that both come equally often.

The schedule follows from the seed alone, by SHA-256, so that anyone can replay it with any tool, and no version of
Python draws otherwise: a block is the entry of ARRANGEMENTS whose place is the hash of `SEED:BLOCK`, as a number,
modulo 6.
"""

from datetime import date
from typing import Final

from sciatica_journal.domain.trial.draw import Draw, draw_id
from sciatica_journal.domain.trial.trial import BLOCK, Trial

ARRANGEMENTS: Final = ("aabb", "abab", "abba", "baab", "baba", "bbaa")
"""All orders of two a and two b."""


def block_of(seed: str, block: int) -> str:
    """Return the four draws of a block, numbered from 1, as letters."""
    from hashlib import sha256

    number = int(sha256(f"{seed}:{block}".encode()).hexdigest(), 16)
    return ARRANGEMENTS[number % len(ARRANGEMENTS)]


def draw_of(trial: Trial, number: int, day: date) -> Draw:
    """Return the draw with that number (from 1 to the planned one), made on a day."""
    block, place = divmod(number - 1, BLOCK)
    option = block_of(trial.seed, block + 1)[place]
    return Draw(draw_id(trial.id, number), day, trial=trial.id, number=number, block=block + 1, option=option)
