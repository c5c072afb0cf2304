"""What a person does: log a day, look back, write, search, back up."""
