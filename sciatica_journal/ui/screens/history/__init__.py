"""History: the calendar, the list of recorded days, the search and one day to read."""
