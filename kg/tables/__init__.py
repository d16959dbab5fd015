"""Research tables: functions from a graph to rows, one file a table. Each row knows its article and its sentence."""
