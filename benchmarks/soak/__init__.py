"""What only repetition shows: `make soak`. Each module is one claim; tests run a smaller share of it."""
