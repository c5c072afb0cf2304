"""The full screens: one a place, and those that stand before the app."""
