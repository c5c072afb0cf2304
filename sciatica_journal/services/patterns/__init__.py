"""Patterns: what went with pain, asked of the journal and told in words."""
