"""Tables: CSV, Neo4j, Parquet."""
