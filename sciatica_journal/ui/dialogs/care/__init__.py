"""The forms of care records, and what is asked beside them."""
