"""Red flags: what finds them in values and in words."""
