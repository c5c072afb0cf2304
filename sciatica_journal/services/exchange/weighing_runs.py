"""Outings of files, joined to the runs that they belong to; what belongs to none is a new run."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from sciatica_journal.domain.run import Run
from sciatica_journal.exchange.filling import fill
from sciatica_journal.services.exchange.candidates import Candidate
from sciatica_journal.services.exchange.joining import join, twins
from sciatica_journal.services.exchange.labelling import label_of_filled
from sciatica_journal.services.exchange.weighed import THERE, Numbered, Weighed
from sciatica_journal.storage.imports import keys_of

JOINS: Final = "belongs to a run that is there"


def weigh_outings(weighed: Weighed, found: Sequence[Numbered]) -> None:
    """Weigh the outings on foot among what was found, one source after the other."""
    by_source: defaultdict[str, list[tuple[Numbered, Run]]] = defaultdict(list)
    for numbered in found:
        record = numbered[1].record
        if isinstance(record, Run):
            by_source[record.source or ""].append((numbered, record))
    if not by_source:
        return
    there = keys_of(weighed.store, Run.TYPE) if weighed.store is not None else set()
    runs = _runs_around(weighed, [run for outings in by_source.values() for _, run in outings])
    for outings in by_source.values():
        same = twins([run for _, run in outings])
        firsts = [one for one in outings if one[1].id not in same]
        seconds = [one for one in outings if one[1].id in same]
        joined = join([run for _, run in firsts], runs.values(), _taken(weighed))
        joined |= {second: joined.get(first, first) for second, first in same.items()}
        for (number, candidate), outing in (*firsts, *seconds):
            run = runs.get(joined.get(outing.id, ""))
            if run is not None:
                runs[run.id] = _fill(weighed, number, candidate, run, outing)
            elif outing.id in there:
                weighed.note(number, "skipped", outing, THERE)
            else:
                runs[outing.id] = outing
                weighed.add(number, outing, candidate.row)


def _fill(weighed: Weighed, number: int, candidate: Candidate, run: Run, outing: Run) -> Run:
    """Fill what is empty in a run, where it came from only if that is not told yet, and keep the row."""
    filled = fill(run, replace(outing, source=None, source_id=None) if run.source else outing)
    if filled != run:
        weighed.writes.put(filled)
    weighed.note(number, "merged", run, JOINS, label_of_filled(run, filled, weighed.unit))
    if candidate.row is not None:
        weighed.keep_row(replace(candidate.row, record=f"run:{run.id}"))
    return filled


def _runs_around(weighed: Weighed, outings: Iterable[Run]) -> dict[str, Run]:
    """Return the runs, of the journal and of the files' own records, that the outings may belong to."""
    days = [outing.date.toordinal() for outing in outings]
    runs: list[Run] = []
    if weighed.store is not None:
        runs = weighed.store.runs(date.fromordinal(min(days) - 1), date.fromordinal(max(days) + 1))
    new = (record for record in weighed.writes.new.values() if isinstance(record, Run))
    return {run.id: run for run in (*runs, *new)}


def _taken(weighed: Weighed) -> dict[str, dict[str, str]]:
    """Return, by run, the ids at each source of what has joined it."""
    taken: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in weighed.rows.values():
        kind, _, key = (row.record or "").partition(":")
        if kind == "run":
            taken[key][row.source] = row.source_id
    return taken
