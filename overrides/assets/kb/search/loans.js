/** Words of another script that sound like those of a query: 하이라이트 and highlight. */
import { SYNONYM } from "./find.js";
import { soundsLike } from "./name.js";
import { stem } from "./query.js";
import { ranked } from "./reading.js";

/** Adds the notes that have such words to a reading; the words in a row, "" where there are none. */
export const addLoans = async (index, read) => {
  const added = [];
  for (const hits of read.found.filter(({ filler }) => !filler)) {
    const name = await soundsLike(index, hits.text, stem(hits.text, index.particles));
    const fields = name && !hits.forms.has(name) ? await index.word(name) : null;
    if (!fields) continue;
    hits.add(fields, SYNONYM);
    added.push(name);
  }
  if (added.length) ranked(index, read);
  return added.join(", ");
};
