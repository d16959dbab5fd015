"""Scripts that write the data files of the lexicon from packaged sources. Never imported by the program."""
