"""Dialogs: small screens over the app that answer one thing."""
