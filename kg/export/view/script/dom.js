/* Elements made by hand: text is always a text node, never markup. */

export const $ = (id) => document.getElementById(id);

/* el("button.to", {type: "button", onclick: f}, "text", child…) */
export function el(what, attributes, ...children) {
  const [tag, ...classes] = what.split(".");
  const made = document.createElement(tag);
  if (tag === "button") made.type = "button";
  if (classes.length) made.className = classes.join(" ");
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

export function svgEl(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes || {})) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export function fill(host, ...children) {
  host.replaceChildren(...children.flat(Infinity).filter(Boolean));
  return host;
}

/* Scrolls a box, and nothing around it, until an element in it stands at a share of its height. */
export function scrollTo(box, inside, share) {
  const outer = box.getBoundingClientRect(), inner = inside.getBoundingClientRect();
  box.scrollTop += inner.top - outer.top - (outer.height - Math.min(inner.height, outer.height)) * share;
}

const spoken = { later: 0 };

/* Told to those who listen; of several at once the last. */
export function say(text) {
  const live = $("live");
  live.textContent = "";
  clearTimeout(spoken.later);
  spoken.later = setTimeout(() => { live.textContent = text; }, 30);
}
