"""Relations of places."""
