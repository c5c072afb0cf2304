"""Reading pages, and the practices that are open today."""
