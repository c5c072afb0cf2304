"""The doctor's sheet as text, Markdown and HTML."""
