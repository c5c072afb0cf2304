"""The plain-text front end."""

import gc

gc.disable()  # imports make no garbage, and collections among them cost a tenth of a command; main() enables it
