"""The doctor's sheet: what would be in it, and a preview of exactly that."""
