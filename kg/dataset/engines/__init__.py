"""Who does the work of a dataset: processes of this machine, or the workers of a cluster."""
