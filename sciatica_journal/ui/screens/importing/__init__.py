"""Import: which file, reading it, its questions, the dry run, the report, and the imports before."""
