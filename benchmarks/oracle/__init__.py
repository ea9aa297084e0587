"""The judge of answers: it reads Neo4j by plain Cypher and evaluates in plain Python.

It shares no code with what it judges; of the product it knows what schema/ declares: names, kinds, relations.
"""
