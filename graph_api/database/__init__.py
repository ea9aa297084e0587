"""The connection to Neo4j: one that is configured, or one that the service starts itself."""
