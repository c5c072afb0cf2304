"""The doctor's sheet: from the records of a period to the facts of one page; pure, with the records passed in."""
