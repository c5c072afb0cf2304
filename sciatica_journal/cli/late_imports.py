"""Standard modules that other ones import at their top for rare cases: loaded here once something of them is used.

In Python 3.11 `dataclasses` uses inspect, with ast, dis and tokenize behind it, for classes without a docstring only;
before 3.14 it uses copy, with weakref behind it, for `asdict` only; before 3.13 `pathlib` brings urllib.parse and
ipaddress along, for addresses; `argparse` takes two functions of gettext, for translations. They would cost a short
command a tenth of its time.
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.machinery import PathFinder
from types import ModuleType
from typing import Any, Final

_RARELY_USED: Final[Mapping[str, tuple[str, ...]]] = {
    "inspect": (), "copy": (), "ipaddress": (), "gettext": ("gettext", "ngettext"),
    "urllib.parse": ("quote_from_bytes",),
}  # fmt: skip
"""The modules, each with the functions that others take out of it by name as they are imported themselves."""


def put_off() -> None:
    """Let each of the modules, where none has loaded it yet, be loaded by the first use of a name in it.

    importlib's own LazyLoader would load it at the next import statement already: that looks at the module.
    """
    for name, functions in _RARELY_USED.items():
        if name not in sys.modules:
            _put_off(name, functions)


def _put_off(name: str, functions: tuple[str, ...]) -> None:
    package, _, child = name.rpartition(".")
    parent = import_module(package) if package else None
    spec = PathFinder.find_spec(name, None if parent is None else list(parent.__path__))
    loader = None if spec is None else spec.loader
    if spec is None or loader is None:
        return
    module = ModuleType(name)
    module.__spec__, module.__loader__, module.__file__ = spec, loader, spec.origin

    def load(attribute: str) -> Any:
        if attribute == "__path__":  # what `from module import name` asks for: only a package has it
            raise AttributeError(attribute)
        if vars(module).pop("__getattr__", None) is not None:
            loader.exec_module(module)
        return getattr(module, attribute)

    vars(module).update({function: _stand_in(load, function) for function in functions}, __getattr__=load)
    sys.modules[name] = module
    if parent is not None:
        setattr(parent, child, module)


def _stand_in(load: Callable[[str], Any], function: str) -> Callable[..., Any]:
    """Return a function that hands its call on to the real one."""
    return lambda *args, **named: load(function)(*args, **named)
