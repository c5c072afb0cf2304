"""The SQLite file: opening, migrations, rows, history, search, drafts, backup."""
