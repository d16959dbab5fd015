"""The page: its data, and its template, styles and script as they lie in this folder."""
