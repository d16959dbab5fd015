"""Tables of research data in files: CSV, Parquet, Excel, GraphML of edge lists, and their descriptions."""
