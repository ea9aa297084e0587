"""How facts get in: read → recognise → parse → match → plan → commit."""
