"""Programs that Make calls: setting the project up and checking it. Nothing here runs in the service."""
