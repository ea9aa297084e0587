"""How selections of GraphQL run over columns: a whole selection set at once, however many nodes it shows."""
