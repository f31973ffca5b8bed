/** How a guest is spoken to, and how it answers: commands in lines, output with the ends of commands marked in it. */

const encoder = new TextEncoder();

/** Text or bytes so that they stand in a line, and `printf %b` gives them back: `\xed\x95\x9c`. */
export const escaped = (text) => {
  let line = "";
  for (const byte of typeof text === "string" ? encoder.encode(text) : text) {
    const letter = String.fromCharCode(byte);
    line += /[\w.,:;/=+@%^~{}()[\]<>|&#!?*$'"`-]/.test(letter) ? letter : `\\x${byte.toString(16).padStart(2, "0")}`;
  }
  return line;
};

/** The mark of an end, `\x02E7:0\x03` of a command, `\x02X0\x03` of the shell; and what may become one. */
// deno-lint-ignore no-control-regex
const MARK = /^\x02(?:E(\d+):|X)(\d+)\x03/;
// deno-lint-ignore no-control-regex
const BEGUN = /^\x02(?:[EX][\d:]{0,12})?$/;
/** How bash begins a complaint in the file that commands are run from; at a prompt it says `bash: `. */
const SPEAKER = /^\/usr\/lib\/kb\/step: (?:eval: )?line \d+: /;
const SPEAKERS = ["/usr/lib/kb/step: line 1: ", "/usr/lib/kb/step: eval: line 1: "];

/**
 * A reader of output, to be called with its bytes as they come. `onText` is told the text, letters whole, bash's own
 * name for itself as at a prompt; `onEnd` the number of a command and its code, or -1 and the code of the shell.
 */
export const reader = (onText, onEnd) => {
  const decoder = new TextDecoder();
  let kept = "", line = true;
  const tell = (text, isAll) => {
    kept = "";
    let told = "";
    for (const part of text.split(/(?<=\n)/)) {
      if (line && !isAll && mayBeSpeaker(part)) kept = part;
      else told += line ? part.replace(SPEAKER, "bash: ") : part;
      line = kept || !part ? line : part.endsWith("\n");
    }
    if (told) onText(told);
  };
  return (bytes) => {
    let text = kept + decoder.decode(bytes, { stream: true });
    for (let at = text.indexOf("\x02"); at >= 0; at = text.indexOf("\x02", at)) {
      const rest = text.slice(at), mark = MARK.exec(rest);
      if (mark) {
        tell(text.slice(0, at), true);
        [text, line] = [rest.slice(mark[0].length), true];
        onEnd(mark[1] === undefined ? -1 : Number(mark[1]), Number(mark[2]));
        at = 0;
      } else if (BEGUN.test(rest)) {
        tell(text.slice(0, at), true);
        kept = rest;
        return;
      } else at += 1;
    }
    tell(text, false);
  };
};

/** Whether a line that goes on may turn out to be bash's complaint. */
const mayBeSpeaker = (line) => SPEAKERS.some((speaker) => speaker.startsWith(line.replace(/\d+/, "1")));
