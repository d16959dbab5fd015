"""From files and folders to documents: decoding, page furniture, masthead, lines with their roles."""
