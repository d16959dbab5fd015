"""One file per format: bytes in, the texts that they hold out. Packages that a format needs are loaded at its first use."""
