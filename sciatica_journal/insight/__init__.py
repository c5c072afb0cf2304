"""The n-of-1 engine: a table of days in, findings out. Pure functions; the one package that uses numpy."""

import os

# The matrices are thin: threads cost more than they bring, and on a busy machine ten times as much.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
