"""How fast a page is, beside what else could answer it from the same database, and how that grows."""
