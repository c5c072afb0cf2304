"""Start the installed app in a real terminal, go from place to place and leave by the quit key.

Under test the app has no terminal, and Textual then starts otherwise: this is what a person does first.
"""

import tempfile
from pathlib import Path

from pseudo_terminal import AppInTerminal

ESCAPE, QUIT = "\x1b", "\x11"
PLACES = {"H": "Calendar", "A": "Patterns", "P": "Where you stand", "G": "Start here", "T": "Function"}

with (
    tempfile.TemporaryDirectory() as home,
    AppInTerminal(Path(home), size=(36, 120), env={"PYTHONPATH": ""}) as app,
):
    app.wait_for("Welcome")
    app.read(0.5)
    app.keys(ESCAPE)
    app.read(0.5)
    app.keys("y")
    app.wait_for("Function")
    for key, words in PLACES.items():
        app.output = b""
        app.keys(key)
        app.wait_for(words)
        app.read(0.3)
    app.keys(QUIT)
    code = app.wait_exit()
    assert code == 0, f"it ended with {code}:\n{app.text[-1500:]}"
    assert not (Path(home) / "crash.txt").exists()
print("the installed app starts in a terminal, goes through its places and ends")
