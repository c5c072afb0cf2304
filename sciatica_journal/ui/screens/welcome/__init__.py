"""The steps of the first launch."""
