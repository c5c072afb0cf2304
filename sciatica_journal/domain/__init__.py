"""What a day, a run and a reflection are: frozen, always valid, without input or output."""
