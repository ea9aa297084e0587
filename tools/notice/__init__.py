"""NOTICE: whose work this project ships or downloads, and under which licence.

`python -m tools.notice` writes it from the locks, installed packages and `licences.toml`; with `--check` it
only tells whether the committed file is current.
"""
