"""Whether another program holds the journal just now."""

import sqlite3
from pathlib import Path


def is_in_use(path: Path) -> bool:
    """Return whether another program keeps the file from being read at this moment. It waits for nothing."""
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=0)
    except sqlite3.Error:
        return False
    try:
        connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error as error:
        return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY
    finally:
        connection.close()
    return False
