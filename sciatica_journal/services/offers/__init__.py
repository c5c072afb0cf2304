"""The one quiet offer of a day."""
