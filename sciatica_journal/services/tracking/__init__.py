"""How often somebody writes: rhythm, holidays, seasons, and when counting less may be offered."""
