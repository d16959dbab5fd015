"""A written graph over HTTP, on this machine: the view, a SPARQL endpoint, a query page, a page for every node."""
