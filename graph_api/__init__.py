"""What the service answers, and the ways to reach it: the command line and GraphQL."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
"""The folder that the application runs from."""
