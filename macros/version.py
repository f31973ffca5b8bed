"""The version of the engine, which stands nowhere else."""

VERSION = "0.9.0"
