"""The district written down as an office would keep it: rosters of every kind, in every manner."""
