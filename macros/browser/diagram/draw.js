/** Draws a Mermaid diagram in the inks of the page: in a reader's browser, or while the site is built. */
import { nameOf } from "./name.js";
import { plain } from "./plain.js";
import { CSS, ink, KINDS, THEME } from "./inks.js";

const vendor = new URL("../vendor/mermaid/mermaid.esm.min.mjs", import.meta.url);
/** What would load something while it is drawn: pictures, style sheets, and elements that have an address. */
const LOADING = new RegExp(
  String.raw`\bimg\s*:|u\s*r\s*l\s*\(|\\[0-9a-f]|@import|image-set|` +
    String.raw`<\s*(?:img|image|svg|iframe|video|audio|source|link|style|object|embed)\b`,
  "i",
);
/** What of the settings below, and of what is as strong, a diagram may not set for itself. */
const SECURE = [
  ...["secure", "securityLevel", "startOnLoad", "maxTextSize", "maxEdges", "suppressErrorRendering"],
  ...["themeCSS", "fontFamily", "altFontFamily", "themeVariables", "htmlLabels", "dompurifyConfig"],
  ...["deterministicIds", "deterministicIDSeed", "handDrawnSeed"],
];
const SETTINGS = {
  startOnLoad: false,
  securityLevel: "strict",
  secure: SECURE,
  suppressErrorRendering: true,
  theme: "base",
  themeVariables: THEME,
  themeCSS: CSS,
  htmlLabels: false, // a label is text of the drawing: nothing cuts it off, and it needs no HTML
  deterministicIds: true,
  deterministicIDSeed: "kb",
  handDrawnSeed: 1,
  ...KINDS,
};
/** How letters look in labels that are HTML, which ours are not; a line may end with `<br>`. */
const LETTERS = /<\/?(?:b|code|em|font|i|kbd|mark|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?>/gi;
/** How much smaller a picture may become on a small screen before it is moved sideways: its letters are read. */
const SMALLEST = 0.65;
const MARGIN = 6;
const AXIS = 40;
const DRAWING = "__kb-diagram-0";

let library;
const load = () => (library ??= import(vendor.href).then((module) => module.default));

/**
 * The picture of `source` as an element, named in the words that `say` gives, with the letters of `font`. Its ids begin
 * with `prefix`; what the selector `without` means is left out. Throws what is wrong with the source.
 */
export const draw = async (source, { font, prefix, say, without }) => {
  if (LOADING.test(source)) throw new Error(say("diagram-loads"));
  const mermaid = await load();
  mermaid.initialize({ ...SETTINGS, fontFamily: font });
  const { diagramType, svg } = await mermaid.render(DRAWING, source.replace(LETTERS, ""));
  const stage = document.createElement("div");
  stage.style.cssText = "all: initial; position: absolute; visibility: hidden; width: 0; height: 0; overflow: hidden";
  stage.attachShadow({ mode: "open" }).innerHTML = svg;
  document.body.append(stage);
  try {
    const drawing = stage.shadowRoot.querySelector("svg");
    for (const left of without ? drawing.querySelectorAll(without) : []) left.remove();
    keepReadable(drawing);
    shorten(drawing);
    return finished(plain(drawing, prefix), drawing.getBBox(), nameOf(drawing, diagramType, say));
  } finally {
    stage.remove();
  }
};

/** Mermaid leaves much room around some kinds: `box` is what is drawn. */
const finished = (picture, box, name) => {
  const [left, top] = [box.x, box.y].map((edge) => Math.floor(edge - MARGIN));
  const [width, height] = [box.width, box.height].map((length) => Math.ceil(length + 2 * MARGIN + 1));
  const own = {
    viewBox: `${left} ${top} ${width} ${height}`,
    width,
    height,
    style: `min-width:${Math.round(width * SMALLEST)}px`,
    role: picture.querySelector("a") ? "group" : "img",
    "aria-label": name,
  };
  for (const [attribute, value] of Object.entries(own)) picture.setAttribute(attribute, String(value));
  return picture;
};

/** The axis of a timeline that goes from left to right ends a little behind what stands at it. */
const shorten = (drawing) => {
  for (const line of drawing.querySelectorAll(".lineWrapper line")) {
    if (line.getAttribute("y1") !== line.getAttribute("y2")) continue;
    const end = Number(line.getAttribute("x2"));
    line.setAttribute("x2", line.getAttribute("x1"));
    const { x, width } = drawing.getBBox();
    line.setAttribute("x2", String(Math.min(end, x + width + AXIS)));
  }
};

/** Labels on a colour that the author chose are written in what can be read on that, in each palette. */
const keepReadable = (drawing) => {
  for (const box of drawing.querySelectorAll(".node, .cluster")) {
    const shape = box.querySelector("rect, circle, ellipse, polygon, path");
    const found = shape && /^#(..)(..)(..)$/.exec(ink(getComputedStyle(shape).fill));
    if (!found) continue;
    const [red, green, blue] = found.slice(1).map((part) => parseInt(part, 16));
    const letters = red * 0.299 + green * 0.587 + blue * 0.114 > 140 ? "#111111" : "#ffffff";
    for (const label of box.querySelectorAll("text, tspan")) {
      if (ink(getComputedStyle(label).fill) === "var(--kb-diagram-ink)") label.style.fill = letters;
    }
  }
};
