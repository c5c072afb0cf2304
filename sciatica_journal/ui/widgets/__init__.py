"""Widgets: each paints one thing and tells by message what the person did."""
