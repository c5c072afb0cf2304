"""The pages, practices and lists under content/."""
