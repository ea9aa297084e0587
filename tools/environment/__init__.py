"""What a machine needs before the project runs on it: the virtual environment, the browser of its tests."""
