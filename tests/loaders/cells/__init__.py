"""One kind of cell a file: a table for each rule of the rosters, and what holds of every cell."""
