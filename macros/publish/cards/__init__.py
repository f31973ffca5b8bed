"""The picture of a note that messengers show beside its address."""
