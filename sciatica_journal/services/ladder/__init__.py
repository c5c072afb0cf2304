"""The ladder: where one is on it, what it proposes today, moves, and what running against it led to."""
