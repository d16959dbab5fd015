"""A build as a data package that describes itself: tables, graph, schemas, codebook, citation, checksums."""
