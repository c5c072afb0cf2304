"""The coin-flip trial: two safe options, drawn in blocks, and what stops it."""
