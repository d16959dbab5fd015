"""Official documents as tables: the documents with their numbers and issuers, and who refers to whom."""
