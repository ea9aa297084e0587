"""Examples that ship with the project: a synthetic district, and its rosters as files."""
