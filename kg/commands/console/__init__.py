"""What the commands share: their arguments, how they speak, where they take a graph from."""
