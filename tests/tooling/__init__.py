"""The tools, the gates and the conventions of the project itself."""
