/**
 * The inks of a diagram. Mermaid works with colours that it can count with, so it is given one of its own for each ink,
 * as the light palette has it; in the finished picture each of them is the name of a colour of the page.
 */

/** The inks, by the names that css/diagram.css gives them: `--kb-diagram-ink`. */
const INKS = {
  ink: "#1d2427",
  line: "#5f6b70",
  ground: "#fffefb",
  box: "#f1f4f2",
  edge: "#97a3a0",
  group: "#f8f7f2",
  rim: "#d9d6cc",
  note: "#fbf3d4",
  fold: "#d8c27a",
  mark: "#0f7f74",
  alarm: "#b3402f",
  on: "#fefffe",
};
/** Tints that tell many things apart, each light enough for ink to be read on it; strong ones for lines. */
const TINTS = ["#d5ece8", "#fbe3c8", "#dbe4f8", "#f6dbe3", "#e4ecc6", "#e8dcf3", "#f2e6d2", "#d2e8f3"];
const STRONG = ["#0f7f75", "#b4691f", "#3a62b5", "#b03a62", "#6b7d1c", "#7a4bb0", "#86673a", "#25789a"];

const numbered = (count, name, colours) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [name(index), colours[index % colours.length]]));
const all = (colour, names) => Object.fromEntries(names.split(/\s+/).map((name) => [name, colour]));

/** What Mermaid's theme `base` is told, all that it would work out itself. */
export const THEME = {
  ...all(
    INKS.ink,
    `primaryTextColor secondaryTextColor tertiaryTextColor textColor nodeTextColor titleColor actorTextColor
    labelTextColor loopTextColor noteTextColor labelColor stateLabelColor taskTextColor taskTextDarkColor
    taskTextLightColor taskTextOutsideColor pieTitleTextColor pieSectionTextColor pieLegendTextColor classText
    commitLabelColor tagLabelColor quadrant1TextFill quadrant2TextFill quadrant3TextFill quadrant4TextFill
    quadrantPointTextFill quadrantXAxisTextFill quadrantYAxisTextFill quadrantTitleFill scaleLabelColor personColor
    signalTextColor requirementTextColor relationLabelColor archGroupBorderColor`,
  ),
  ...all(
    INKS.line,
    `lineColor arrowheadColor defaultLinkColor signalColor transitionColor specialStateColor
    innerEndBackground relationColor archEdgeColor archEdgeArrowColor`,
  ),
  ...all(INKS.ground, "background mainContrastColor edgeLabelBackground labelBackgroundColor sectionBkgColor2"),
  ...all(
    INKS.box,
    `primaryColor mainBkg nodeBkg actorBkg labelBoxBkgColor stateBkg taskBkgColor activationBkgColor
    requirementBackground rowOdd personBkg commitLabelBackground`,
  ),
  ...all(
    INKS.edge,
    `primaryBorderColor nodeBorder actorBorder actorLineColor labelBoxBorderColor stateBorder taskBorderColor
    activationBorderColor requirementBorderColor border1 border2 personBorder`,
  ),
  ...all(
    INKS.group,
    `secondaryColor tertiaryColor clusterBkg compositeBackground altBackground compositeTitleBackground sectionBkgColor
    altSectionBkgColor relationLabelBackground rowEven excludeBkgColor secondBkg`,
  ),
  ...all(
    INKS.rim,
    `secondaryBorderColor tertiaryBorderColor clusterBorder gridColor quadrantInternalBorderStrokeFill
    quadrantExternalBorderStrokeFill pieOuterStrokeColor pieStrokeColor`,
  ),
  ...all(INKS.note, "noteBkgColor tagLabelBackground"),
  ...all(INKS.fold, "noteBorderColor tagLabelBorder"),
  ...all(
    INKS.mark,
    "activeTaskBorderColor doneTaskBorderColor taskTextClickableColor quadrantPointFill todayLineColor",
  ),
  ...all(INKS.alarm, "critBorderColor errorTextColor"),
  ...all(INKS.on, "sequenceNumberColor"),
  ...all(TINTS[0], "activeTaskBkgColor quadrant1Fill"),
  ...all(INKS.group, "doneTaskBkgColor quadrant2Fill quadrant3Fill quadrant4Fill"),
  ...all(TINTS[3], "critBkgColor errorBkgColor"),
  ...numbered(12, (index) => `cScale${index}`, TINTS),
  ...numbered(12, (index) => `cScaleLabel${index}`, [INKS.ink]),
  ...numbered(12, (index) => `cScaleInv${index}`, [INKS.edge]),
  ...numbered(12, (index) => `cScalePeer${index}`, STRONG),
  ...numbered(12, (index) => `pie${index + 1}`, TINTS),
  ...numbered(8, (index) => `git${index}`, STRONG),
  ...numbered(8, (index) => `gitInv${index}`, TINTS),
  ...numbered(8, (index) => `gitBranchLabel${index}`, [INKS.on]),
  ...numbered(8, (index) => `fillType${index}`, TINTS),
  ...numbered(8, (index) => `surface${index}`, TINTS),
  ...numbered(8, (index) => `surfacePeer${index}`, [INKS.edge]),
  ...numbered(8, (index) => `venn${index + 1}`, STRONG),
  pieOpacity: "1",
  pieStrokeWidth: "1px",
  pieOuterStrokeWidth: "1px",
  useGradient: false,
  dropShadow: "none",
  xyChart: {
    backgroundColor: INKS.ground,
    titleColor: INKS.ink,
    ...all(INKS.ink, "xAxisLabelColor xAxisTitleColor yAxisLabelColor yAxisTitleColor dataLabelColor"),
    ...all(INKS.line, "xAxisTickColor xAxisLineColor yAxisTickColor yAxisLineColor"),
    plotColorPalette: STRONG.join(","),
  },
  packet: {
    ...all(INKS.ink, "labelColor titleColor"),
    ...all(INKS.line, "startByteColor endByteColor"),
    blockFillColor: INKS.box,
    blockStrokeColor: INKS.edge,
  },
  radar: { axisColor: INKS.line, graticuleColor: INKS.rim },
};

/** What no variable of the theme says. */
export const CSS = `
  .edgeLabel rect { opacity: 1 }
  .messageText { paint-order: stroke; stroke: ${INKS.ground}; stroke-width: 4px; stroke-linejoin: round }
  .lineWrapper line { stroke: ${INKS.line}; stroke-width: 2px }
  text.journey-section, text.task { fill: ${INKS.ink} }
  .section-root circle { fill: ${TINTS[0]} }
  .section-root text { fill: ${INKS.ink}; text-anchor: middle }
  text[fill="#444444"] { fill: ${INKS.ink} }
  line[stroke="#444444"], path[stroke="#444444"] { stroke: ${INKS.line} }
  .grid .tick line { stroke: ${INKS.rim} }
  ${
  STRONG.map((colour, index) =>
    `.radarCurve-${index}, .radarLegendBox-${index} { color: ${colour}; fill: ${colour}; stroke: ${colour} }`
  ).join("")
}
`;

/** What kinds of diagrams are told in their own settings. */
export const KINDS = {
  mindmap: { padding: 20 }, // a label that is no HTML may be wider than a circle takes it for
  gantt: { useWidth: 800 }, // as wide on each screen
  journey: { textPlacement: "tspan", sectionColours: [INKS.ink], actorColours: STRONG },
};

const NAMES = new Map([
  ...Object.entries(INKS).map(([name, colour]) => [colour, name]),
  ...TINTS.map((colour, index) => [colour, `tint-${index + 1}`]),
  ...STRONG.map((colour, index) => [colour, `strong-${index + 1}`]),
]);

/** What stands in the picture for a colour as a browser works it out: `rgb(29, 36, 39)` → `var(--kb-diagram-ink)`. */
export const ink = (computed) => {
  const found = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(computed);
  if (!found) return computed;
  if (found[4] !== undefined) return Number(found[4]) === 0 ? "none" : computed.replaceAll(", ", ",");
  const colour = `#${found.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
  const name = NAMES.get(colour);
  return name ? `var(--kb-diagram-${name})` : colour;
};
