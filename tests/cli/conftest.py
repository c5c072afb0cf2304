"""The command line as tests call it: in this process, on a journal of their own."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from sciatica_journal.cli.main import main
from tests.given import Clock


@dataclass(frozen=True)
class Ran:
    """What a command returned and printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as one JSON document."""
        return json.loads(self.out)


Cli = Callable[..., Ran]


@pytest.fixture
def cli(home: Path, clock: Clock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Run a command line and return what came of it; `stdin` is what is piped in."""

    def run(*argv: str, stdin: str = "") -> Ran:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        code = main(argv, clock=clock)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run
