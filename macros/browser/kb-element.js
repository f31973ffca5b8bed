/** Elements that a script makes. */

/** `element("p", { className: "x" }, "text", child)`. */
export const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

export const button = (text, className, action) => {
  const made = element("button", { type: "button", className, textContent: text });
  made.addEventListener("click", () => action(made));
  return made;
};
