"""Measures and beliefs: what is due, asked, answered and shown."""
