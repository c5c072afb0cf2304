"""One module for each kind of file of other programs."""
