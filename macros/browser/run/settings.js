/** What a reader has set for all terminals of the site. It stays in the browser. */
import { keep as keepIn, kept, whenKept } from "../kb-kept.js";

const KEY = "kb-run"; // in localStorage: {variables: {PORT: "9090"}, system: "macOS", wraps: true}

export const settings = () => {
  const { variables, system, wraps } = kept(KEY) ?? {};
  return { variables: variables ?? {}, system: system ?? "", wraps };
};

export const keep = (change) => keepIn(KEY, { ...settings(), ...change });

/** Calls `show` whenever something is set, here or in another tab; what comes back ends that. */
export const whenSet = (show) => whenKept(KEY, show);
