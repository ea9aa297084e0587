"""A synthetic district of the published case's shape, from 2018 to late 2026, made from one seed.

The modules named for nouns make a model of the district's life; `rosters` writes it down as an
office would keep it; `store` writes districts of any size straight into a database.
"""
