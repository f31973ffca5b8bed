"""The guests that run a note's commands in a reader's browser: what they are made of, and how they are served."""
