/** What is meant by an event of the mouse or the keyboard. */

const TYPED_INTO = "input, select, textarea, [contenteditable]";

/** True for a key that is the browser's or the system's. */
export const isShortcut = ({ ctrlKey, metaKey, altKey }) => ctrlKey || metaKey || altKey;

/** True for a click that asks for a new tab or the like. */
export const isModified = (event) => isShortcut(event) || event.shiftKey;

/** True where a reader writes. */
export const isTyping = ({ target }) => Boolean(target.closest?.(TYPED_INTO));
