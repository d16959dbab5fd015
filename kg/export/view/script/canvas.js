/* A pen that draws on a canvas. */

import { outline } from "./shapes.js";

const widths = new Map();

export function measure(context, text, size, weight, family) {
  const key = `${weight}${family.length}${text}`;
  if (!widths.has(key)) {
    context.font = `${weight} 20px ${family}`;
    widths.set(key, context.measureText(text).width / 20);
  }
  return widths.get(key) * size;
}

export class CanvasPen {
  constructor(context) { this.context = context; }

  ground(color, width, height) {
    this.context.fillStyle = color;
    this.context.fillRect(0, 0, width, height);
  }

  measure(text, size, weight, family) { return measure(this.context, text, size, weight, family); }

  /* Round clouds that run together: one colour, no overlap darker than the rest. */
  cloud(points, color, alpha) {
    const c = this.context;
    c.beginPath();
    for (let k = 0; k < points.length; k += 3) {
      c.moveTo(points[k] + points[k + 2], points[k + 1]);
      c.arc(points[k], points[k + 1], points[k + 2], 0, 2 * Math.PI);
    }
    c.globalAlpha = alpha;
    c.fillStyle = color;
    c.fill();
    c.globalAlpha = 1;
  }

  /* A box with round corners. */
  box(x, y, width, height, round, color, alpha) {
    const c = this.context;
    c.globalAlpha = alpha;
    c.fillStyle = color;
    c.beginPath();
    if (c.roundRect) c.roundRect(x, y, width, height, round); else c.rect(x, y, width, height);
    c.fill();
    c.globalAlpha = 1;
  }

  /* Lines x1 y1 x2 y2 …; bent ones swing a little to the right. */
  lines(ends, { color, width, alpha = 1, bend = 0, dash = [] }) {
    const c = this.context;
    c.beginPath();
    for (let k = 0; k < ends.length; k += 4) {
      const x1 = ends[k], y1 = ends[k + 1], x2 = ends[k + 2], y2 = ends[k + 3];
      c.moveTo(x1, y1);
      if (bend) c.quadraticCurveTo((x1 + x2) / 2 - (y2 - y1) * bend, (y1 + y2) / 2 + (x2 - x1) * bend, x2, y2);
      else c.lineTo(x2, y2);
    }
    c.setLineDash(dash);
    c.globalAlpha = alpha;
    c.strokeStyle = color;
    c.lineWidth = width;
    c.stroke();
    c.setLineDash([]);
    c.globalAlpha = 1;
  }

  /* Marks of one shape: x y r … */
  marks(shape, spots, { fill, stroke, width = 0, alpha = 1 }) {
    const c = this.context;
    c.globalAlpha = alpha;
    c.fillStyle = fill;
    c.beginPath();
    for (let k = 0; k < spots.length; k += 3) {
      const r = spots[k + 2];
      if (r < 2) c.rect(spots[k] - r, spots[k + 1] - r, 2 * r, 2 * r);
      else outline(c, shape, spots[k], spots[k + 1], r);
    }
    if (fill) c.fill();
    if (width) {
      c.strokeStyle = stroke;
      c.lineWidth = width;
      c.lineJoin = "round";
      c.stroke();
    }
    c.globalAlpha = 1;
  }

  text(text, x, y, { size, weight = 400, family, color, halo, alpha = 1, spacing = 0 }) {
    const c = this.context;
    c.font = `${weight} ${size}px ${family}`;
    if ("letterSpacing" in c) c.letterSpacing = `${spacing}px`;
    c.textBaseline = "top";
    c.globalAlpha = alpha;
    if (halo) {
      c.strokeStyle = halo;
      c.lineWidth = 3.5;
      c.lineJoin = "round";
      c.strokeText(text, x, y + 1);
    }
    c.fillStyle = color;
    c.fillText(text, x, y + 1);
    if ("letterSpacing" in c) c.letterSpacing = "0px";
    c.globalAlpha = 1;
  }
}
