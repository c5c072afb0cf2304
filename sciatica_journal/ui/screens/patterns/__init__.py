"""Patterns: what went with pain, drawn and in words."""
