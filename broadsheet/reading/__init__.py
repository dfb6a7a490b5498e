"""Bytes to model, keeping line and column."""
