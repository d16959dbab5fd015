"""Who acts where in each clause: what every reader of relations asks."""
