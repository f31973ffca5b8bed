/** What reaches a guest from outside: the page itself asks a port of it, as another computer would. */
import { button, element } from "../kb-element.js";
import { say } from "../kb-say.js";

const PLACE = /(?:localhost|(?:\d+\.){3}\d+):(\d+(?:\/[^\s'"]*)?)/g;
const ASKED = /^\s*(\d{1,5})(\/\S*)?\s*$/;

/** The row of it for a guest with servers: what is asked first is what `commands` ask last. */
export const knocking = (commands, guestOf) => {
  const last = [...commands.join("\n").matchAll(PLACE)].at(-1)?.[1] ?? "80";
  const field = element("input", { value: last, spellcheck: false, autocapitalize: "off", autocomplete: "off" });
  const told = element("p", { className: "kb-lab-knocked", role: "status" });
  const answer = element("pre", { className: "kb-lab-output", hidden: true, tabIndex: 0 });

  const knock = async () => {
    const guest = guestOf();
    const [, port, path = "/"] = field.value.match(ASKED) ?? [];
    answer.hidden = true;
    if (!guest || !port || port > 65535) {
      return told.replaceChildren(guest ? say("lab-knock-what") : say("lab-knock-off"));
    }
    told.replaceChildren(say("lab-knocking"));
    if (!await guest.ask("knock", Number(port))) return told.replaceChildren(say("lab-knock-refused", { port }));
    const text = await guest.ask("request", Number(port), `GET ${encodeURI(decoded(path))} HTTP/1.0\r\n\r\n`);
    told.replaceChildren(text ? say("lab-knock-answered", { port }) : say("lab-knock-silent", { port }));
    answer.textContent = text;
    answer.hidden = !text;
  };
  const ask = button(say("lab-knock"), "", () => knock().catch(() => told.replaceChildren(say("lab-broken"))));
  field.addEventListener("keydown", (event) => event.key === "Enter" && !event.isComposing && ask.click());
  const label = element("label", {}, `${say("lab-knock-label")} `, field);
  return element("div", { className: "kb-lab-knock" }, label, ask, told, answer);
};

const decoded = (path) => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};
