"""Red flags, known signs and safety checks: evaluated, asked, told, closed with an outcome."""
