"""Pages that nobody wrote but readers need, one module a kind."""
