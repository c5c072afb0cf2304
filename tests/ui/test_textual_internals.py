"""What the app relies on in Textual beyond its documented surface: an update that changes it is noticed here."""

import ast
import asyncio
import importlib
import inspect
from asyncio import Task
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widgets import Input, TextArea

import sciatica_journal.ui
from sciatica_journal.domain.keymap import KEPT_KEYS, TEXT_KEYS
from sciatica_journal.ui.app import JournalApp

from .harness import Clock, opened

UI = Path(sciatica_journal.ui.__file__).parent
GENERATED = frozenset(vars(type("Bare", (Screen,), {})))
"""What Textual itself puts into every class."""

METHODS = [
    (App, "_fatal_error", False, ["self"], "Textual's own prints local variables, which hold what the person wrote"),
    (App, "_handle_exception", False, ["self", "error"], "an error of a screen that is being left is none"),
    (MessagePump, "_close_messages_no_wait", False, ["self"], "ends the app after an error, as Textual's own does"),
    (Screen, "_forward_event", False, ["self", "event"], "keys that come while a dialog opens are kept for it"),
    (Input, "_on_key", True, ["self", "event"], "a form's line moves on with the arrows and still types the rest"),
    (Input, "_on_paste", False, ["self", "event"], "all lines of a pasted text are kept, Textual keeps the first"),
    (TextArea, "_on_key", True, ["self", "event"], "a text is left with arrows at its ends, and still types the rest"),
]  # fmt: skip


PROPERTIES: frozenset[str] = frozenset()
"""Properties of Textual that are overridden on purpose."""


@pytest.mark.parametrize(("owner", "name", "awaited", "parameters", "why"), METHODS, ids=lambda value: str(value)[-40:])
def test_a_method_is_there_as_it_is_used(
    owner: type, name: str, awaited: bool, parameters: list[str], why: str
) -> None:
    method = vars(owner).get(name)
    assert method is not None, why
    assert inspect.iscoroutinefunction(method) == awaited, why
    assert list(inspect.signature(method).parameters) == parameters, why


@pytest.mark.parametrize("text", [Input, TextArea])
def test_every_key_of_a_text_is_known_to_the_keymap(text: type[Input] | type[TextArea]) -> None:
    taken = {key for binding in text.BINDINGS if isinstance(binding, Binding) for key in binding.key.split(",")}
    assert taken <= KEPT_KEYS | TEXT_KEYS


def test_the_driver_tells_whether_it_gave_the_terminal_back() -> None:
    linux_driver = pytest.importorskip("textual.drivers.linux_driver")
    assert "self._must_signal_resume = True" in inspect.getsource(linux_driver.LinuxDriver._sigtstp_application)
    assert "self.resume_application_mode()" in inspect.getsource(linux_driver.LinuxDriver._sigcont_application)


async def test_the_attributes_are_there_as_they_are_used() -> None:
    app: App[None] = App()
    async with app.run_test():
        # Today is reached while another place is shown.
        assert app._screen_stacks["_default"] == app.screen_stack
        # The words about an error go to the terminal once the app has left it, and name the error.
        assert app._exit_renderables == []
        assert app._exception is None
        # Tests read the screen as text.
        assert app.screen._compositor.size == app.size
        # Tests look whether anything was told.
        assert len(app._notifications) == 0


async def test_tasks_begin_in_their_turn_also_where_textual_has_them_begin_at_once(
    tmp_path: Path, clock: Clock
) -> None:
    """From Python 3.12 Textual sets a factory of tasks in a real terminal, and none under test."""
    loop = asyncio.get_running_loop()
    loop.set_task_factory(
        getattr(asyncio, "eager_task_factory", lambda loop, coro, **more: Task(coro, loop=loop, **more))
    )
    async with opened(tmp_path, clock):
        assert loop.get_task_factory() is None


def test_an_error_that_textual_prints_is_ours_to_word() -> None:
    """Textual calls these where an error ends the app."""
    assert "self._fatal_error()" in inspect.getsource(App._handle_exception)
    assert "self._exit_renderables" in inspect.getsource(App._print_error_renderables)


def test_a_method_of_ours_hides_none_of_textual_unknowingly() -> None:
    """Textual calls its private methods by name: one of ours with the same name would be called instead."""
    meant = {(name, owner) for owner, name, *_ in METHODS}
    for cls in classes():
        theirs = [base for base in cls.__mro__[1:] if base.__module__.startswith("textual")]
        for name in vars(cls):
            hidden = next((base for base in theirs if name in vars(base)), None)
            if hidden is not None and name.startswith("_") and name not in GENERATED and not name.startswith("__"):
                assert (name, hidden) in meant, f"{cls.__qualname__}.{name} hides {hidden.__name__}.{name}"
            if hidden is not None and isinstance(vars(cls)[name], property):
                assert name in PROPERTIES, f"{cls.__qualname__}.{name} hides {hidden.__name__}.{name}"


def classes() -> Iterator[type]:
    """Our classes that Textual knows: screens, widgets and the app."""
    for path in UI.rglob("*.py"):
        module = _imported(path)
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            found = getattr(module, node.name) if isinstance(node, ast.ClassDef) else None
            if isinstance(found, type) and issubclass(found, DOMNode):
                yield found


def _imported(path: Path) -> ModuleType:
    parts = path.relative_to(UI).with_suffix("").parts
    return importlib.import_module(".".join(("sciatica_journal.ui", *parts)).removesuffix(".__init__"))


def test_the_classes_are_found() -> None:
    assert JournalApp in set(classes())
