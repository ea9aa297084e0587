"""How facts get in."""
