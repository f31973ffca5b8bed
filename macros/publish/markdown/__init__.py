"""A published article as Markdown again, for programs that read: of what is on its page, nothing else."""
