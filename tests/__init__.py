"""Promises the project keeps; folders mirror the source."""
