"""From the graph to files: RDF, networks, tables, the interactive page, the report. One file for each."""
