"""Safe tracking: when less writing is enough, and what a season's notes show."""
