"""What holds for every test.

Warnings are errors and sockets reach this machine alone (pyproject.toml says so); what Hypothesis draws
is the same in every run.
"""

import hypothesis

hypothesis.settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
hypothesis.settings.load_profile("repeatable")

pytest_plugins = ["tests.journal", "tests.neo4j_server", "tests.api_server", "tests.sample_store"]
