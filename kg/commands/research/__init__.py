"""Commands for research: tables of a graph, and two graphs side by side."""
