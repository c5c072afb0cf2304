"""Standard modules that other ones import at their top for rare cases: loaded here once something of them is used.

In Python 3.11 `dataclasses` uses inspect, with ast, dis and tokenize behind it, for classes without a docstring only;
before 3.13 `pathlib` brings ipaddress along, for web addresses. They would cost a short command a tenth of its time.
"""

import sys
from importlib.machinery import PathFinder
from types import ModuleType
from typing import Any, Final

_RARELY_USED: Final = ("inspect", "ipaddress")


def put_off() -> None:
    """Let each of the modules, where none has loaded it yet, be loaded by the first use of a name in it.

    importlib's own LazyLoader would load it at the next import statement already: that looks at the module.
    """
    for name in _RARELY_USED:
        if name not in sys.modules:
            _put_off(name)


def _put_off(name: str) -> None:
    spec = PathFinder.find_spec(name)
    loader = None if spec is None else spec.loader
    if spec is None or loader is None:
        return
    module = ModuleType(name)
    module.__spec__, module.__loader__, module.__file__ = spec, loader, spec.origin

    def load(attribute: str) -> Any:
        del vars(module)["__getattr__"]
        loader.exec_module(module)
        return getattr(module, attribute)

    vars(module)["__getattr__"] = load
    sys.modules[name] = module
