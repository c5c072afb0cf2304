"""Whatever is done to a file, it is read or told in words."""

import gzip
import io
import json
import tempfile
import zipfile
from pathlib import Path
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from sciatica_journal.domain.errors import JournalError
from sciatica_journal.exchange.files.containers import open_bundle
from sciatica_journal.exchange.found import Activity
from sciatica_journal.exchange.readers.registry import KINDS
from sciatica_journal.exchange.recognise import recognise
from sciatica_journal.exchange.watch import Watch
from tests.exchange.recordings import fit_outing, gpx_outing, tcx_lap, tcx_outing


def zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.gpx", gpx_outing(3))
        archive.writestr("b.fit.gz", gzip.compress(fit_outing(2)))
    return file.getvalue()


CONTENTS: Final = {
    "x.fit": fit_outing(3, developer=4),
    "x.gpx": gpx_outing(3),
    "x.tcx": tcx_outing(tcx_lap(60, 200)),
    "x.zip": zipped(),
    "x.fit.gz": gzip.compress(fit_outing(2)),
}
PIECES: Final = [b"nan", b"1e400", b"-1", b"\x00", b"\xff\xff\xff\xff", b"&a;", b"</trk>", b"9999-12-31T23:59:59Z", b""]
EDITS: Final = st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 9), st.sampled_from(PIECES)), max_size=4)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(CONTENTS)), EDITS)
def test_spoilt_files_are_read_or_told_in_words(name: str, edits: list[tuple[int, int, bytes]]) -> None:
    content = CONTENTS[name]
    for at, count, piece in edits:
        place = at % (len(content) + 1)
        content = content[:place] + piece + content[place + count :]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        activities, told = read(path)
    assert told.isprintable()
    for one in activities:
        json.dumps([one.distance_km, one.duration_min, one.ascent_m], allow_nan=False)
        assert one.start is not None
        assert 1990 <= one.start.year <= 2099


def read(path: Path) -> tuple[list[Activity], str]:
    """The outings of a file, or what is wrong with it."""
    try:
        with open_bundle(path, Watch()) as bundle:
            found = [one for part in recognise(bundle) for one in KINDS[part.kind].load().read(part.files, {}, Watch())]
    except JournalError as error:
        return [], error.message
    return [one for one in found if isinstance(one, Activity)], ""
