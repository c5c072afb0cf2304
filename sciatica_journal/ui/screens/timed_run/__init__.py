"""The timed run: intervals with a large clock, and the run form at its end."""
