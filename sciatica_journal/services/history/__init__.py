"""Looking back: months, days in words, search, and the names of days."""
