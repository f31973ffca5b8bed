"""Labs: small machines that run in a reader's browser, and which recordings have earned to be run in them."""
