"""Posts: who holds which title of which organ."""
