"""What leaves this machine, and in which pages."""
