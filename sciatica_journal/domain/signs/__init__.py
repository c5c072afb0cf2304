"""The rules of the red flags, one file a kind of evidence; pure, with the day and what was before passed in."""
