"""What reaches a terminal, a pipe and a stream that cannot hold a character."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciatica_journal.cli.output import Output

HOSTILE = "ok \x1b]52;c;aGk=\x07\u202egnp\u009b31m\u200b\tend"


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_no_control_and_no_bidi_characters() -> None:
    out, err = Terminal(), Terminal()
    output = Output(out, err)
    output.line(HOSTILE)
    output.note(HOSTILE + "\nsecond")
    assert out.getvalue() == "ok ]52;c;aGk=gnp31m\tend\n"
    assert err.getvalue() == "ok ]52;c;aGk=gnp31m\tend second\n"


def test_a_pipe_gets_the_text_as_it_is() -> None:
    out = io.StringIO()
    Output(out, io.StringIO()).line(HOSTILE)
    assert out.getvalue() == HOSTILE + "\n"


@given(st.text())
def test_json_keeps_its_value_on_a_terminal(text: str) -> None:
    out = Terminal()
    Output(out, io.StringIO()).json({"text": text})
    assert json.loads(out.getvalue()) == {"text": text}
    assert not any(char in out.getvalue() for char in "\x1b\x07\x7f\x9b\u202e\u200b\ufeff")


def test_astral_marks_are_escaped_as_a_pair() -> None:
    out = Terminal()
    Output(out, io.StringIO()).json("\U000e0041")
    assert out.getvalue() == '"\\udb40\\udc41"\n'


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_narrow_encoding_replaces_in_text_and_escapes_in_json(encoding: str) -> None:
    raw = io.BytesIO()
    out = Output(io.TextIOWrapper(raw, encoding=encoding, write_through=True), io.StringIO())
    out.line("日")
    out.json("日")
    assert raw.getvalue() == b'?\n"\\u65e5"\n'


def test_an_export_is_utf_8_in_every_locale() -> None:
    raw = io.BytesIO()
    out = Output(io.TextIOWrapper(raw, encoding="ascii"), io.StringIO())
    out.as_file()
    out.json_line('"日"')
    out.flush()
    assert raw.getvalue() == '"日"\n'.encode()
