"""The reflection practices: what they are, and when each is offered."""
