"""Measurements (`make bench`), and what is shown by sheer repetition (`make soak`)."""
