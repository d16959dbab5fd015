"""RDF: every triple, in every syntax."""
