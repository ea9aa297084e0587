"""One kind of cell a file: a pure function from a cell's value to what it means, or why it cannot be read.

What needs more than one cell is not decided here: the fill of merged ranges (R5) is the
recogniser's, who knows which columns carry text; `ditto` says of one column what 同上 repeats (R8).
"""
