"""The walk-to-run ladder: its steps, its verdicts, and where one stands on it."""
