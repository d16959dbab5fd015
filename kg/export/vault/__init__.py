"""A graph as a folder of Markdown notes with links, for Obsidian, Logseq and other readers of such folders."""
