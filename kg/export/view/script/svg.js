/* A pen that writes SVG text: what the canvas shows, to the same place. */

import { outline } from "./shapes.js";
import { measure } from "./canvas.js";

const safe = (text) => String(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu, "")
  .replace(/[&<>"']/g, (char) => `&#${char.codePointAt(0)};`);
const short = (number) => Math.round(number * 10) / 10;

class Trail {
  constructor() { this.d = ""; }
  moveTo(x, y) { this.d += `M${short(x)} ${short(y)}`; }
  lineTo(x, y) { this.d += `L${short(x)} ${short(y)}`; }
  closePath() { this.d += "Z"; }
  arc(x, y, r) { this.d += `A${short(r)} ${short(r)} 0 1 1 ${short(x - r)} ${short(y)}A${short(r)} ${short(r)} 0 1 1 ${short(x + r)} ${short(y)}`; }
}

export class SvgPen {
  constructor(context) { this.context = context; this.parts = []; }

  measure(text, size, weight, family) { return measure(this.context, text, size, weight, family); }

  ground(color, width, height) {
    this.width = width; this.height = height;
    this.parts.push(`<rect width="${width}" height="${height}" fill="${color}"/>`);
  }

  cloud(points, color, alpha) {
    const trail = new Trail();
    for (let k = 0; k < points.length; k += 3) { trail.moveTo(points[k] + points[k + 2], points[k + 1]); trail.arc(points[k], points[k + 1], points[k + 2]); }
    this.parts.push(`<path d="${trail.d}" fill="${color}" fill-opacity="${alpha}"/>`);
  }

  box(x, y, width, height, round, color, alpha) {
    this.parts.push(`<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" rx="${short(round)}" fill="${color}" fill-opacity="${alpha}"/>`);
  }

  lines(ends, { color, width, alpha = 1, bend = 0, dash = [] }) {
    let d = "";
    for (let k = 0; k < ends.length; k += 4) {
      const [x1, y1, x2, y2] = [ends[k], ends[k + 1], ends[k + 2], ends[k + 3]];
      const middle = bend ? `Q${short((x1 + x2) / 2 - (y2 - y1) * bend)} ${short((y1 + y2) / 2 + (x2 - x1) * bend)} ` : "L";
      d += `M${short(x1)} ${short(y1)}${middle}${short(x2)} ${short(y2)}`;
    }
    const dashes = dash.length ? ` stroke-dasharray="${dash.join(" ")}"` : "";
    this.parts.push(`<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}" stroke-opacity="${alpha}"${dashes}/>`);
  }

  marks(shape, spots, { fill, stroke, width = 0, alpha = 1 }) {
    const trail = new Trail();
    for (let k = 0; k < spots.length; k += 3) outline(trail, shape, spots[k], spots[k + 1], spots[k + 2]);
    const edge = width ? ` stroke="${stroke}" stroke-width="${width}" stroke-linejoin="round"` : "";
    this.parts.push(`<path d="${trail.d}" fill="${fill || "none"}"${edge} opacity="${alpha}"/>`);
  }

  text(text, x, y, { size, weight = 400, family, color, halo, alpha = 1, spacing = 0 }) {
    const around = halo ? ` stroke="${halo}" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke"` : "";
    const look = `font-family="${safe(family)}" font-size="${size}" font-weight="${weight}" letter-spacing="${spacing}" fill="${color}" opacity="${alpha}"${around}`;
    this.parts.push(`<text x="${short(x)}" y="${short(y + size * 0.9)}" ${look}>${safe(text)}</text>`);
  }

  whole(title) {
    const size = `width="${this.width}" height="${this.height}" viewBox="0 0 ${this.width} ${this.height}"`;
    return `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" ${size}>\n<title>${safe(title)}</title>\n${this.parts.join("\n")}\n</svg>\n`;
  }
}
