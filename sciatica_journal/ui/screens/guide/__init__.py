"""The guide: its list of pages and the reader."""
