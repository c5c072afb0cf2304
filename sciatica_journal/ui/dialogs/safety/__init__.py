"""The dialogs of safety: the thirty-second check, known signs, the background. `opening` opens them from anywhere."""
