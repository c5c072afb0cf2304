"""The journal's own formats: JSON lines, CSV and Markdown."""
