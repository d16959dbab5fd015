"""What every stage needs to read a text: its plain form, words, sentences, numerals, times, names of things."""
