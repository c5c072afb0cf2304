"""What belongs to the care of the pain: examinations, known signs, checks, measures, seasons."""
