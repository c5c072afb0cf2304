"""The marks in the file's header by which a journal knows itself."""

from typing import Final

APPLICATION_ID: Final = 0x534A4F55
"""SQLite application_id of a journal ("SJOU")."""

SCHEMA_VERSION: Final = 5
"""SQLite user_version that this program writes; a higher one is a newer program's file."""
