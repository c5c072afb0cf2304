"""Export, import into an empty journal, export: the same bytes, whatever valid records there are."""

import json
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings

from sciatica_journal.domain.plain import from_plain
from sciatica_journal.exchange.journal.jsonl import HEADER
from sciatica_journal.services.exchange.exporting import export_jsonl, export_to
from sciatica_journal.services.exchange.importing import run_import
from sciatica_journal.services.exchange.planning import plan_import
from sciatica_journal.services.journal.paths import paths_in
from sciatica_journal.services.journal.session import Session, open_session
from sciatica_journal.storage.check import faults

from .records import objects


def session_in(folder: Path) -> Session:
    return open_session(paths_in(folder), lambda: datetime(2026, 11, 22, 21, 0, tzinfo=UTC))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=25)
@given(objects)
def test_export_import_export_is_byte_identical(plain: list[dict[str, Any]]) -> None:
    unique = {(record.TYPE, record.key): item for item in plain for record in [from_plain(item)]}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "source.jsonl"
        source.write_text("\n".join([HEADER, *map(json.dumps, unique.values())]), encoding="utf-8")
        first, second = session_in(folder / "one"), session_in(folder / "two")
        run_import(first, plan_import(first, [source]))
        exported = export_to(first, "jsonl", folder / "export.jsonl")
        run_import(second, plan_import(second, [exported.path]))
        assert list(export_jsonl(second)) == list(export_jsonl(first))
        raised = [line for line in export_jsonl(second) if line.startswith('{"type":"flag"')]
        assert len(list(export_jsonl(second))) == len(unique) + 1 + len(raised)
        assert faults(second.readable()) == [] if unique else second.reader() is None
        first.close()
        second.close()
