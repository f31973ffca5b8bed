/**
 * How far a reader has come on each path: kept in this browser alone, `{path: {read: [station…], at: time}}` with the
 * addresses of pages as keys. What is stored by others, or cannot be read, counts as nothing.
 */
import { keep as keepIn, kept, whenKept } from "../kb-kept.js";

const KEY = "kb-path";

const all = () => {
  const paths = kept(KEY);
  return paths instanceof Object && !Array.isArray(paths) ? paths : {};
};

const keep = (paths) => keepIn(KEY, paths);

/** The address of a page as a key, whatever encoding and section a link to it has. */
export const keyOf = (address) => {
  const { pathname } = new URL(address, location);
  try {
    return decodeURI(pathname).replace(/index\.html$/, "");
  } catch {
    return pathname;
  }
};

/** The stations of a path that were read. */
export const read = (path) => {
  const stations = all()[path]?.read;
  return new Set(Array.isArray(stations) ? stations : []);
};

/** When a path was followed last; 0 for never. */
export const followed = (path) => Number(all()[path]?.at) || 0;

/** Marks a station of a path as read. */
export const mark = (path, station) => {
  const stations = read(path);
  if (stations.has(station)) return;
  keep({ ...all(), [path]: { ...all()[path], read: [...stations, station] } });
};

/** Remembers that a reader goes on along a path. */
export const follow = (path) => keep({ ...all(), [path]: { ...all()[path], at: Date.now() } });

/** Forgets a path. */
export const reset = (path) => {
  const { [path]: _, ...others } = all();
  keep(others);
};

/** Calls `show` at once and whenever progress changes, here or in another tab; what comes back ends that. */
export const watch = (show) => {
  show();
  return whenKept(KEY, show);
};
