"""Tests of the Patterns screen."""
