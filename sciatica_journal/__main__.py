"""`python -m sciatica_journal` is the command line."""

import sys

from sciatica_journal.cli.main import main

sys.exit(main())
