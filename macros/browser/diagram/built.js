/** Draws diagrams while the site is built: macros/render/diagrams/ asks for them, in a browser that nobody sees. */
import { draw } from "./draw.js";

const FONT = '"Maru"';

/** `{svg, fault}` of `source`; one of them is empty. The same source gives the same picture, at any time. */
export const drawn = async (source, { words, prefix }) => {
  const say = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  Math.random = seeded();
  try {
    const weights = [400, 700].map((weight) => document.fonts.load(`${weight} 16px ${FONT}`, `${source} ABCabc0123`));
    await Promise.all(weights);
    const picture = await draw(source, { font: `${FONT}, sans-serif`, prefix, say, without: ".today" });
    return { svg: new XMLSerializer().serializeToString(picture), fault: "" };
  } catch (error) {
    return { svg: "", fault: String(error?.message ?? error).split("\n")[0].replace(/:$/, "") };
  }
};

/** Numbers that look like chance and are the same each time; source: mulberry32. */
const seeded = () => {
  let state = 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};
