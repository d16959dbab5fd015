"""The commands: one file each, with ``add`` (its words on the command line) and ``run`` (what it does, its status)."""
