"""Path: where one stands with running, what is due, and one's care."""
