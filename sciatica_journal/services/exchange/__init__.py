"""Files in and out: imports, exports and the doctor's sheet."""
