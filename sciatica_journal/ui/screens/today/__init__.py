"""Today: the journal and the reflection side by side, one day at a time."""
