"""The layers: who may import whom, and what is not loaded before it is needed."""

import ast
import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import sciatica_journal

PACKAGE = Path(sciatica_journal.__file__).parent
MAY_IMPORT = {
    "domain": {"domain"},
    "storage": {"storage", "domain"},
    "exchange": {"exchange", "domain"},
    "guide": {"guide", "domain"},
    "insight": {"insight", "domain"},
    "services": {"services", "storage", "exchange", "guide", "insight", "domain"},
    "ui": {"ui", "services", "domain"},
    "cli": {"cli", "services"},
}
STARTS_THE_APP = {("cli", "ui")}
"""The command line starts the app, in one place and only when it is asked to."""

LOADED = "import json, sys; print(json.dumps(sorted(sys.modules)))"


@cache
def imported(path: Path) -> frozenset[str]:
    """The modules that a file imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            found.add(node.module or "")
    return frozenset(found)


def loaded_by(code: str) -> set[str]:
    """The names of all modules that some code loads in a new interpreter."""
    done = subprocess.run([sys.executable, "-c", f"{code}\n{LOADED}"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


def top_level(names: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in names}


@pytest.mark.parametrize("layer", MAY_IMPORT)
def test_a_layer_imports_only_what_lies_below_it(layer: str) -> None:
    for path in (PACKAGE / layer).rglob("*.py"):
        for name in imported(path):
            words = name.split(".")
            if words[0] == "sciatica_journal" and len(words) > 1:
                assert words[1] in MAY_IMPORT[layer] or (layer, words[1]) in STARTS_THE_APP, f"{path}: {name}"


@pytest.mark.parametrize(
    ("library", "layers"),
    [
        ("textual", {"ui"}), ("rich", {"ui"}), ("sqlite3", {"storage"}), ("sqlite_utils", {"storage"}),
        ("tomlkit", {"services"}), ("platformdirs", {"services"}), ("numpy", {"insight"}),
    ],
)  # fmt: skip
def test_a_library_is_used_in_its_layer_only(library: str, layers: set[str]) -> None:
    users = {
        path.relative_to(PACKAGE).parts[0]
        for path in PACKAGE.rglob("*.py")
        if "_content" not in path.parts and any(name.partition(".")[0] == library for name in imported(path))
    }
    assert users == layers


def test_the_contracts_of_import_linter_are_kept() -> None:
    pytest.importorskip("importlinter", reason="installed for development only; the test above looks at the layers")
    words = [sys.executable, "-c", "import sys, importlinter.cli as c; sys.exit(c.lint_imports(no_cache=True))"]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=PACKAGE.parent)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_the_domain_loads_the_standard_library_only() -> None:
    modules = (
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts) for path in PACKAGE.glob("domain/**/*.py")
    )
    loaded = loaded_by(f"import {', '.join(modules)}".replace(".__init__", ""))
    ours = {name for name in loaded if name.startswith("sciatica_journal.")}
    assert all(name.startswith("sciatica_journal.domain") for name in ours)
    others = top_level(loaded) - set(sys.stdlib_module_names) - top_level(loaded_by(""))
    assert {name for name in others if not name.startswith("_sysconfigdata")} == {"sciatica_journal"}
    assert not loaded & {"sqlite3", "asyncio", "urllib.request", "subprocess"}


def test_a_day_is_read_and_written_without_anything_heavy() -> None:
    loaded = loaded_by("import sciatica_journal.services.entries.days, sciatica_journal.services.journal.session")
    assert not top_level(loaded) & {
        "textual", "rich", "numpy", "sqlite_utils", "tomlkit", "tomllib", "platformdirs", "markdown_it", "asyncio",
        "zoneinfo",
    }  # fmt: skip


def test_the_command_line_starts_without_anything_heavy() -> None:
    loaded = loaded_by("import sciatica_journal.cli.main")
    assert not top_level(loaded) & {"textual", "rich", "numpy", "sqlite_utils", "tomlkit", "markdown_it", "asyncio"}


def test_the_app_starts_without_what_it_needs_later() -> None:
    loaded = loaded_by("import sciatica_journal.ui.app")
    assert "textual" in loaded
    assert not top_level(loaded) & {"sqlite_utils", "numpy", "tomlkit", "markdown_it", "hypothesis", "click"}


def test_nothing_reaches_for_the_network() -> None:
    for path in PACKAGE.rglob("*.py"):
        wanted = {name.partition(".")[0] for name in imported(path)}
        assert not wanted & {"socket", "ssl", "http", "urllib", "requests", "httpx", "aiohttp", "smtplib", "ftplib"}, (
            path
        )


def calls_of(name: str) -> list[tuple[Path, ast.Call]]:
    """The calls of a function or a method of that name in what shows."""
    return [
        (path, node)
        for path in PACKAGE.glob("ui/**/*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and name == getattr(node.func, "attr", getattr(node.func, "id", ""))
    ]


def test_async_workers_are_started_in_one_place_and_given_no_coroutine() -> None:
    elsewhere = [
        path.name
        for path, call in calls_of("run_worker")
        if path.name != "journal_screen.py" and "thread" not in {keyword.arg for keyword in call.keywords}
    ]
    assert not elsewhere, "start_worker takes no coroutine, which would be left where the worker never has its turn"
    started = calls_of("start_worker")
    assert started
    for path, call in started:
        work = call.args[1]
        assert not isinstance(work, ast.Call) or ast.unparse(work.func) == "partial", f"{path}:{call.lineno}"
