"""The questions that the service answers: plain data in, findings out."""
