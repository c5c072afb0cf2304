"""The plain-text front end."""

import gc

# Imports make no garbage, and collections among them cost a tenth of a command. main() enables them again, in the
# app after the first paint.
gc.disable()
