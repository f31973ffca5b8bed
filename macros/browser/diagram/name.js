/** What a diagram is called by those who do not see it: its author's own title, or its kind and what stands in it. */

/** Labels that are said; of more there is the number. */
const MOST = 12;
/** The kinds that have a name. */
const KINDS = new Map([
  ["flow", (say) => say("diagram-flow")],
  ["sequence", (say) => say("diagram-sequence")],
  ["class", (say) => say("diagram-class")],
  ["state", (say) => say("diagram-state")],
  ["er", (say) => say("diagram-er")],
  ["gantt", (say) => say("diagram-gantt")],
  ["pie", (say) => say("diagram-pie")],
  ["journey", (say) => say("diagram-journey")],
  ["timeline", (say) => say("diagram-timeline")],
  ["mindmap", (say) => say("diagram-mindmap")],
  ["git", (say) => say("diagram-git")],
  ["xy", (say) => say("diagram-xy")],
]);

/**
 * `say` gives the words of the page, `kind` is what Mermaid calls it: `flowchart-v2`. The name of `drawing`:
 * "Flowchart: browser, server".
 */
export const nameOf = (drawing, kind, say) => {
  const [title, description] = ["title", "desc"].map((name) => text(drawing.querySelector(`:scope > ${name}`)));
  if (title || description) return [title, description].filter(Boolean).join(". ");
  const labels = [...new Set([...labelled(drawing)].map(text).filter(Boolean))];
  const more = labels.length > MOST ? [say("diagram-more", { count: labels.length - MOST })] : [];
  return [kindOf(kind, say), [...labels.slice(0, MOST), ...more].join(", ")].filter(Boolean).join(": ");
};

/** The texts, those of boxes first. */
const labelled = (drawing) => {
  const boxes = drawing.querySelectorAll(".node text, .actor-box, text.actor, .cluster-label text");
  return new Set([...boxes, ...drawing.querySelectorAll("text")]);
};

/** Its lines, with a blank between them. */
const text = (element) => {
  const lines = element?.querySelectorAll?.(":scope > tspan") ?? [];
  const parts = lines.length ? [...lines].map((line) => line.textContent) : [element?.textContent ?? ""];
  return parts.join(" ").replace(/\s+/g, " ").trim();
};

const kindOf = (kind, say) => {
  const name = kind.toLowerCase().replace(/-.*|diagram|chart|graph/g, "");
  return KINDS.get(name)?.(say) ?? say("diagram");
};
