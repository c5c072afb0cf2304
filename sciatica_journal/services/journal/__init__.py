"""The journal's file: where it lies, opened, held by one thread, backed up, checked."""
