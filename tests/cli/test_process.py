"""Whole processes: what they load, and odd surroundings."""

import inspect
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("textual", "rich", "numpy", "markdown_it", "asyncio", "tomlkit", "locale", "difflib")
RUN = "import sys; from sciatica_journal.cli.main import main; code = main(sys.argv[1:]); "
LOADED = RUN + "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr); sys.exit(code)"


def run(*words: str, script: str = RUN + "sys.exit(code)", home: Path | None = None, **more: str | None) -> "Done":
    environment = {**os.environ, **({"SCIATICA_JOURNAL_HOME": str(home)} if home else {}), **more}
    return subprocess.run(
        [sys.executable, "-c", script, *words],
        env={name: value for name, value in environment.items() if value is not None},
        capture_output=True,
        check=False,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )


Done = subprocess.CompletedProcess[bytes]


@pytest.mark.parametrize(
    "words",
    [["log", "pain 4, numb groin"], ["ok"], ["show"], ["search", "x"], ["--help"], ["log", "--help"], ["--version"]],
)
def test_a_command_loads_only_what_it_needs(home: Path, words: list[str]) -> None:
    run("ok", home=home)
    loaded = set(run(*words, script=LOADED, home=home).stderr.split())
    assert not loaded & {name.encode() for name in (*HEAVY, "sqlite_utils", "platformdirs")}
    assert b"argparse" in loaded


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="later dataclasses use inspect for every class")
def test_rarely_used_standard_modules_wait_for_their_use(home: Path) -> None:
    run("ok", home=home)
    loaded = set(run("ok", script=LOADED, home=home).stderr.split())
    assert not loaded & {b"ast", b"dis", b"tokenize", b"weakref", b"http"}


def test_taking_a_function_out_of_a_module_put_off_does_not_load_it() -> None:
    script = "import sciatica_journal.cli, argparse, pathlib, sys; from urllib.parse import quote_from_bytes as quote"
    loaded = "print([name for name in ('gettext', 'urllib.parse') if '__getattr__' not in vars(sys.modules[name])])"
    assert run(script=f"{script}; {loaded}").stdout.split() == [b"[]"]


def test_a_module_put_off_is_the_real_one_once_used() -> None:
    script = "import sciatica_journal.cli, inspect; from ipaddress import ip_address; print(inspect.signature(len))"
    done = run(script=script + "; print(ip_address('::1'), inspect.__file__)")
    assert done.stdout.split()[:4] == [b"(obj,", b"/)", b"::1", inspect.__file__.encode()]


def test_a_function_put_off_is_the_real_one_once_called() -> None:
    script = "import sciatica_journal.cli; from gettext import ngettext; print(ngettext('day', 'days', 2))"
    done = run(
        script=script + "; import gettext; print(gettext.ngettext('day', 'days', n=1), gettext.NullTranslations)"
    )
    assert done.stdout.split()[:2] == [b"days", b"day"]
    assert done.returncode == 0


def test_a_module_of_a_package_put_off_is_the_real_one_once_used() -> None:
    script = "import sciatica_journal.cli, urllib.parse, copy; from pathlib import Path; print(copy.copy([1]))"
    done = run(script=script + "; print(urllib.parse.urlsplit('a://b/c').path, Path('/x y').as_uri())")
    assert done.stdout.split() == [b"[1]", b"/c", b"file:///x%20y"]


def test_saving_without_a_response_does_not_look_for_a_run(home: Path) -> None:
    run("log", "ran 5k", "--date", "yesterday", home=home)
    assert b"sciatica_journal.domain.run" not in run("log", "pain 4", script=LOADED, home=home).stderr.split()
    assert b"settled" in run("log", "settled", home=home).stdout


OWN_WORDS = "import sys; from sciatica_journal.cli.main import main; sys.exit(main())"


def test_a_process_ends_with_its_output_and_exit_code(home: Path) -> None:
    assert run("ok", script=OWN_WORDS, home=home).stdout.endswith(b"a quiet day, saved.\n")
    assert run("show", "1999-01-01", script=OWN_WORDS, home=home).returncode == 1
    refused = run("nonsense", script=OWN_WORDS, home=home)
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert b"There is no command" in refused.stderr


def test_what_was_registered_for_the_end_of_the_process_is_done(home: Path) -> None:
    script = f"import atexit; atexit.register(print, 'done'); {OWN_WORDS}"
    assert run("ok", script=script, home=home).stdout.endswith(b"saved.\ndone\n")


def test_a_work_that_nobody_waits_for_does_not_hold_the_end_up(home: Path) -> None:
    work = "import threading as t, time; t.Thread(name='apart', daemon=True, target=time.sleep, args=(60,)).start()"
    begun = OWN_WORDS.replace("sys.exit(main())", "main(); print('taken apart')")
    script = f"import atexit; atexit.register(print, 'done'); {work}; {begun}"
    assert run("ok", script=script, home=home).stdout.endswith(b"saved.\ndone\n")


def test_the_first_log_makes_private_files(home: Path) -> None:
    old = os.umask(0)
    try:
        assert run("log", "pain 4", home=home).returncode == 0
    finally:
        os.umask(old)
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in home.rglob("*") if path.is_file()} == {0o600}


def test_narrow_encodings(home: Path) -> None:
    run("log", "pain 4; día 日本", home=home)
    for more in ({"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
                 {"PYTHONIOENCODING": "ascii"}):  # fmt: skip
        shown = run("show", home=home, **more)
        assert (shown.returncode, shown.stderr) == (0, b"")
        assert "日本".encode() in run("export", home=home, **more).stdout


def test_words_that_are_no_utf_8(home: Path) -> None:
    logged = run("log", os.fsdecode(b"pain 4; caf\xe9 \x1b[31m"), "--json", home=home)
    assert logged.returncode == 0
    assert "caf\ufffd" in logged.stdout.decode()


@pytest.mark.parametrize(("words", "logged"), [("export", ""), ("show ..", "can't pee"), ("guide red-flags", "")])
def test_a_reader_that_goes_away_is_no_error(home: Path, words: str, logged: str) -> None:
    run("log", logged + "\n" + "word " * 20000, home=home)
    shell = f"{sys.executable} -m sciatica_journal {words} 2>&3 | head -c 1"
    done = subprocess.run(
        ["/bin/sh", "-c", f"exec 3>&2; {shell}"],
        env={**os.environ, "SCIATICA_JOURNAL_HOME": str(home)}, capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0
    assert done.stderr.startswith(b"Still open: trouble passing urine") if logged else done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_output_that_cannot_be_written_is_one_line(home: Path) -> None:
    run("ok", home=home)
    for words in ("show", "export", "--help"):
        done = subprocess.run(
            ["/bin/sh", "-c", f"{sys.executable} -m sciatica_journal {words} > /dev/full"],
            env={**os.environ, "SCIATICA_JOURNAL_HOME": str(home)}, capture_output=True, check=False, timeout=60,
        )  # fmt: skip
        assert done.returncode == 2
        assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", "<&- >&- 2>&-"])
def test_closed_streams_harm_nothing(home: Path, closed: str) -> None:
    for words in ("log 4", "show"):
        done = subprocess.run(
            ["/bin/sh", "-c", f"{sys.executable} -m sciatica_journal {words} {closed}"],
            env={**os.environ, "SCIATICA_JOURNAL_HOME": str(home)}, capture_output=True, check=False, timeout=60,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, b"")
    assert run("check", home=home).returncode == 0


def test_without_a_home_variable(tmp_path: Path) -> None:
    data = tmp_path / "data"
    done = run("ok", HOME=None, SCIATICA_JOURNAL_HOME=None, XDG_CONFIG_HOME=None, XDG_DATA_HOME=str(data))
    assert done.returncode == 0
    assert (data / "sciatica-journal" / "journal.db").exists()
    assert stat.S_IMODE((data / "sciatica-journal").stat().st_mode) == 0o700


def test_without_a_terminal_no_app(home: Path) -> None:
    for words in ((), ("demo",)):
        done = run(*words, home=home, script=LOADED, TERM="xterm-256color")
        assert done.returncode == 2
        assert b"textual" not in done.stderr.split()
    assert not home.exists()


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are POSIX")
def test_a_dumb_terminal_gets_no_app_but_is_asked_for_the_line(home: Path) -> None:
    import pty

    main, other = pty.openpty()
    environment = {**os.environ, "SCIATICA_JOURNAL_HOME": str(home), "TERM": "dumb"}
    command = [sys.executable, "-m", "sciatica_journal"]
    app = subprocess.run(command, stdin=other, stdout=other, stderr=other, env=environment, check=False, timeout=60)
    assert app.returncode == 2
    assert b"terminal of type dumb" in os.read(main, 4096)
    asked = subprocess.Popen([*command, "log", "--json"], stdin=other, stdout=subprocess.PIPE, env=environment)
    os.write(main, b"pain 4, left calf\n")
    printed, _ = asked.communicate(timeout=60)
    os.close(main)
    os.close(other)
    assert asked.returncode == 0
    assert b'"pain_worst": 4' in printed


def test_the_exit_code_of_ctrl_c(home: Path) -> None:
    script = (
        "import os, signal, threading, sys; from sciatica_journal.cli.main import main; "
        "threading.Timer(0.3, lambda: os.kill(os.getpid(), signal.SIGINT)).start(); sys.exit(main(['log', '-']))"
    )
    done = subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "SCIATICA_JOURNAL_HOME": str(home)},
    )  # fmt: skip
    assert done.stdin is not None
    assert done.wait(timeout=60) == 130
    assert done.communicate() == (b"", b"")
    assert not home.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are the system's")
@pytest.mark.parametrize("form", ["jsonl", "markdown", "csv"])
def test_an_export_that_finds_no_room_says_so_on_one_line(home: Path, tmp_path: Path, form: str) -> None:
    for date in ("2026-03-01", "2026-03-02"):
        assert run("log", "word " * 8_000, "--date", date, home=home).returncode == 0
    limit = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
    limit += "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)); "
    target = tmp_path / "out"
    done = run("export", "--format", form, "-o", str(target), script=limit + RUN + "sys.exit(code)", home=home)
    assert (done.returncode, len(done.stderr.splitlines()), target.exists()) == (2, 1, False), done.stderr
