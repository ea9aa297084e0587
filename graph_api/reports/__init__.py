"""Answers for people and offices: as tables, CSV."""
