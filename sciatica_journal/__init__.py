"""A daily run-and-pain journal for runners with sciatica."""

__version__ = "0.5.3"
