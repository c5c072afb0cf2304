"""The line that `log` and the quick line read: words in, what was said out."""
