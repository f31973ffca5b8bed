/** What draws diagrams: as a reader's browser asks for them, and as a build does. */
export { drawn } from "./built.js";
export { draw } from "./draw.js";
