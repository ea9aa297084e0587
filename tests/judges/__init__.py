"""The judges of the ecosystem: how the schema and the service stand before the tools that callers use."""
