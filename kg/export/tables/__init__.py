"""Tables in files: the network for spreadsheets, Neo4j and Parquet, research tables, and their descriptions."""
