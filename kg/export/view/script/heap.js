/* A heap: of what was put in, the cheapest comes out first; of equals the lower number. */

export class Heap {
  constructor() { this.rows = []; }

  push(cost, node) {
    const { rows } = this;
    let at = rows.push([cost, node]) - 1;
    for (let up = (at - 1) >> 1; at > 0 && before(rows[at], rows[up]); up = (at - 1) >> 1) { this.swap(at, up); at = up; }
  }

  /* The cheapest node, or -1. */
  pop() {
    const { rows } = this;
    if (!rows.length) return -1;
    this.swap(0, rows.length - 1);
    const [, node] = rows.pop();
    for (let at = 0; ;) {
      let least = at;
      for (const down of [2 * at + 1, 2 * at + 2]) if (down < rows.length && before(rows[down], rows[least])) least = down;
      if (least === at) return node;
      this.swap(at, least);
      at = least;
    }
  }

  swap(a, b) { [this.rows[a], this.rows[b]] = [this.rows[b], this.rows[a]]; }
}

const before = ([cost, node], [other, number]) => cost < other || (cost === other && node < number);
