"""The dialogs of the measures: all at a glance, the weekly screen, Roland-Morris, one over time; see `opening`."""
