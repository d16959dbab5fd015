"""Parts of the reading of quantities: what one is, numbers that are ranges or have signs, shares and ranks."""
