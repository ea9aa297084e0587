"""What exists: every node type and relationship of the graph, declared once."""
