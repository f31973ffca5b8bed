/**
 * A drawing as it is, without the style sheet that made it so: what each shape looks like stands at the shape. It has
 * no style, no script, no HTML and no class, so that it can stand in any page, and is half as long.
 */
import { ink } from "./inks.js";

const SVG = "http://www.w3.org/2000/svg";
const KEPT = new Set(
  `svg a circle clipPath defs ellipse g line linearGradient marker mask path pattern polygon polyline radialGradient
  rect stop text tspan`.split(/\s+/),
);
/** Their content is drawn elsewhere, or there only when something names it. */
const NAMED = new Set(["clipPath", "linearGradient", "marker", "mask", "pattern", "radialGradient"]);
const TEXTS = new Set(["text", "tspan"]);
const PLACES =
  `clip-path cx cy d dx dy fx fy gradientTransform gradientUnits height markerHeight markerUnits markerWidth
  mask offset orient pathLength patternContentUnits patternTransform patternUnits points preserveAspectRatio r refX refY
  rotate rx ry spreadMethod textLength transform viewBox width x x1 x2 y y1 y2`.split(/\s+/);
/** What an element has from the one around it, as it is at the root of a drawing. */
const INHERITED = {
  fill: "rgb(0, 0, 0)",
  "fill-opacity": "1",
  "fill-rule": "nonzero",
  stroke: "none",
  "stroke-width": "1px",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "stroke-opacity": "1",
  "marker-start": "none",
  "marker-mid": "none",
  "marker-end": "none",
  "font-size": "",
  "font-style": "normal",
  "font-weight": "400",
  "text-anchor": "start",
};
const OWN = {
  opacity: "1",
  "paint-order": "normal",
  "stop-color": "rgb(0, 0, 0)",
  "stop-opacity": "1",
};
/** What only texts say of themselves, and what they say where it is nothing. */
const BASELINES = { "dominant-baseline": ["auto", "alphabetic"], "alignment-baseline": ["auto", "baseline"] };
const PAGES = new Set(["http:", "https:", "mailto:"]);
const LINK = /^url\(["']?#(.*?)["']?\)$/;
const LONG = /-?\d+\.\d{3,}(?:e-?\d+)?/g;

/** `drawing`, which a page shows, as a new element whose ids begin with `prefix`. */
export const plain = (drawing, prefix) => {
  const ids = new Map();
  const named = (id) => ids.get(id) ?? ids.set(id, `${prefix}${ids.size}`).get(id);
  const made = copied(drawing, INHERITED, named);
  for (const name of ["x", "y", "preserveAspectRatio"]) made.removeAttribute(name);
  for (const part of made.querySelectorAll("[data-id]")) {
    if (!ids.has(part.dataset.id)) part.remove();
    else part.id = ids.get(part.dataset.id);
    part.removeAttribute("data-id");
  }
  return tidied(made);
};

const copied = (element, around, named) => {
  const style = getComputedStyle(element);
  const made = document.createElementNS(SVG, element.localName);
  if (NAMED.has(element.localName)) made.dataset.id = element.id;
  for (const name of PLACES) {
    if (element.hasAttribute(name)) made.setAttribute(name, place(element.getAttribute(name), named));
  }
  if (!element.hasAttribute("transform") && !["none", ""].includes(style.transform)) {
    made.setAttribute("transform", place(style.transform, named));
  }
  if (element.localName === "a") linked(element, made);
  const here = {};
  for (const name of Object.keys(INHERITED)) {
    here[name] = style.getPropertyValue(name);
    if (here[name] !== around[name]) made.setAttribute(name, place(here[name], named));
  }
  for (const [name, initial] of Object.entries(OWN)) {
    const value = style.getPropertyValue(name);
    if (value && value !== initial && !(name.startsWith("stop") && element.localName !== "stop")) {
      made.setAttribute(name, place(value, named));
    }
  }
  for (const [name, nothing] of TEXTS.has(element.localName) ? Object.entries(BASELINES) : []) {
    const value = style.getPropertyValue(name);
    if (value && !nothing.includes(value)) made.setAttribute(name, value);
  }
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE && TEXTS.has(element.localName)) made.append(child.data);
    else if (shown(child)) made.append(copied(child, here, named));
  }
  return made;
};

const shown = (node) =>
  node.nodeType === Node.ELEMENT_NODE && KEPT.has(node.localName) && getComputedStyle(node).display !== "none";

const place = (value, named) => {
  const link = LINK.exec(value);
  return link
    ? `url(#${named(link[1])})`
    : ink(value).replace(LONG, (number) => String(Number(Number(number).toFixed(2))));
};

/** A link of the author's, where it leads to a page. */
const linked = (element, made) => {
  const address = element.getAttribute("href") ?? element.getAttributeNS("http://www.w3.org/1999/xlink", "href");
  if (address && PAGES.has(new URL(address, document.baseURI).protocol)) made.setAttribute("href", address);
};

/** Without groups that say nothing, and what is in none. */
const tidied = (made) => {
  for (const part of [...made.querySelectorAll("g, defs, text, tspan, rect, path")].reverse()) {
    if (isNothing(part)) part.remove();
    else if (["g", "tspan"].includes(part.localName) && !part.attributes.length) part.replaceWith(...part.childNodes);
  }
  return made;
};

const isNothing = (part) =>
  ({ rect: !part.hasAttribute("width"), path: !part.hasAttribute("d") })[part.localName] ?? !part.childNodes.length;
