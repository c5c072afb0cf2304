"""Running Python without root's right to pass over permissions, so that read-only is read-only."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

_DROP = """
import ctypes, os, sys
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2
if sys.platform == "linux":
    for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
        ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
os.execv(sys.executable, [sys.executable, "-c", *sys.argv[1:]])
"""


def run_unprivileged(code: str, *arguments: str | Path) -> Any:
    """Run code that prints one JSON document, as an ordinary user would, and return the document."""
    words = [sys.executable, "-c", _DROP, code, *map(str, arguments)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
