"""One file per format: bytes in, the texts that they hold out. A format's packages are loaded at its first use."""
