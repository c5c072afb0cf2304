"""The demo journal of a made-up runner."""
