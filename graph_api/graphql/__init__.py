"""GraphQL: types made from the catalog, the documents that callers send, and the answers over HTTP."""
