"""What a person writes down: days, runs, moments, reflections and the quick line, with undo."""
