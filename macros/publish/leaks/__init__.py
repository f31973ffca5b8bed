"""The last look at what is about to be published: whether something of what stays at home is in it."""
