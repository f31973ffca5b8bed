/** A word of a shell, whatever is in it: `it's` is `'it'\''s'`. */
export const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
