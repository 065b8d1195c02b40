"""Measurements: quality and speed in one table."""
