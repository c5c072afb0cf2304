"""Reading the terminal: what cannot be read is passed over, and a terminal that is gone is left in order.

Textual's own driver ends the app at the first byte that is no UTF-8 (Alt with a letter on an old terminal, a pasted
text of another encoding) and at a report of the terminal with numbers it cannot use: nothing typed is written then.
"""

import os
import re
import selectors
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, cast

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

if TYPE_CHECKING:
    from sciatica_journal.ui.app import JournalApp

_CHUNK: Final = 4096
_LOOK_SECONDS: Final = 0.1
"""How often a lone Escape is told from the beginning of a sequence, and the end is looked for."""

_SIGNAL_SECONDS: Final = 0.5
"""How long a terminal that is gone may take to send the signal that says so."""

_GONE: Final = 129
"""Exit code of a closed window: 128 and the number of SIGHUP."""

_SEQUENCE_BEGINS: Final = re.compile("(?=\x1b)")
_LONGEST_SEQUENCE: Final = 40
"""Characters within which a sequence ends, or is taken for none by the parser."""


class SteadyDriver(LinuxDriver):
    """Textual's driver with a reader that nothing in what it reads can end."""

    def run_input_thread(self) -> None:
        """Hand on keys, pasted text and reports until reading is to stop. Bytes that are no text become U+FFFD."""
        decode = getincrementaldecoder("utf-8")("replace").decode
        parser = XTermParser(self._debug)
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_LOOK_SECONDS):
                    data = self._read()
                    if not data:
                        self._leave()
                        return
                    for piece in _pieces(decode(data)):
                        parser = self._hand_on(parser, parser.feed(piece))
                parser = self._hand_on(parser, parser.tick())

    def _read(self) -> bytes:
        """Return what is there, nothing where the terminal is gone."""
        try:
            return os.read(self.fileno, _CHUNK)
        except OSError:
            return b""

    def _hand_on(self, parser: XTermParser, messages: Iterable[Message]) -> XTermParser:
        """Hand messages to the app and return the parser to go on with: one that failed can read no more."""
        try:
            for message in messages:
                self.process_message(message)
        except Exception:  # whatever a terminal sends: a sequence is lost, not the words on the screen
            fresh = XTermParser(self._debug)
            fresh.mouse_pixels = parser.mouse_pixels
            fresh.terminal_size, fresh.terminal_pixel_size = parser.terminal_size, parser.terminal_pixel_size
            return fresh
        return parser

    def _leave(self) -> None:
        """Have what is typed written and the app ended, unless the signal of a closed window does it."""
        if not self.exit_event.wait(_SIGNAL_SECONDS):
            self._app.call_later(cast("JournalApp", self._app).leave_now, _GONE)


def _pieces(text: str) -> Iterator[str]:
    """Yield the text in pieces, so that of one that fails no more is lost than the sequence itself."""
    for part in filter(None, _SEQUENCE_BEGINS.split(text)):
        yield from part[:_LONGEST_SEQUENCE]
        if len(part) > _LONGEST_SEQUENCE:
            yield part[_LONGEST_SEQUENCE:]
