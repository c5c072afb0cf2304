"""Care: its records, where one stands with running, and whom to turn to."""
