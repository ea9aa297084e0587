"""The graph's columns in memory."""
