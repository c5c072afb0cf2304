"""Runs beyond adding them: timing one, the distance guard, mornings that still have no answer."""
