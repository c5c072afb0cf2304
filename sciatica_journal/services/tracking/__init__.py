"""How often somebody writes: rhythm, holidays and seasons."""
