"""What watches an import, for the app and the command line."""

from sciatica_journal.exchange.watch import Cancelled, Watch

__all__ = ["Cancelled", "Watch"]
