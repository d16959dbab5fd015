"""A graph in pieces: as many articles as one likes, read by one machine or a cluster, never held as a whole.

Four steps, each a pure function of files to files, so that a step that is lost with its process is done again:

1. ``read``: a chunk of the sources → its readings;
2. ``map``: the readings of a chunk, under their final ids → what the articles tell (N-Quads, edges), and by the
   hash of the thing told of, what they contribute to each thing;
3. ``reduce``: all contributions to the things of one bucket → those things (N-Quads, nodes, edges);
4. ``finish``: what only names of several buckets together show.

``build`` is the only file that knows their order, ``engine`` the only one that knows who does the work.
"""
