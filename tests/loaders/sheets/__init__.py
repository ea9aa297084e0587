"""Files of every format and every kind of damage, read in a process of their own."""
