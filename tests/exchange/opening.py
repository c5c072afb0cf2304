"""Bundles opened and archives made, for the tests."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from sciatica_journal.exchange.files.containers import open_bundle
from sciatica_journal.exchange.watch import Watch


def contents(path: Path) -> dict[str, bytes]:
    with open_bundle(path, Watch()) as bundle:
        found = {}
        for file in bundle.files:
            with file.open() as stream:
                found[file.name] = stream.read()
        return found


def left_out(path: Path) -> list[str]:
    with open_bundle(path, Watch()) as bundle:
        return [f"{one.place}: {one.why}" for one in bundle.left_out]


def zipped(members: Sequence[tuple[str | zipfile.ZipInfo, bytes]]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return file.getvalue()


def archive(folder: Path, *members: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    path = folder / "export.zip"
    path.write_bytes(zipped(members))
    return path
