"""Networks: nodes and edges for Gephi, Cytoscape and networkx."""
