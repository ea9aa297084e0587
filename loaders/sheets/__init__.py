"""A file of any format becomes cells with true positions; `loaders.sheets.read.read_workbook` is the way in.

This module imports nothing: the child process that parses a file passes through it.
"""
