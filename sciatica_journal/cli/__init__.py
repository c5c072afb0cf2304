"""The plain-text front end."""

import gc

from sciatica_journal.cli.late_imports import put_off

# Imports make no garbage, and collections among them cost a tenth of a command. main() enables them again, in the
# app after the first paint.
gc.disable()
# Here, before any other module of the program is imported: they import dataclasses and pathlib.
put_off()
