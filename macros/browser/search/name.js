/** The known name that a word looks or sounds like. */
import { SYNONYM } from "./find.js";
import { jamo } from "./letters.js";
import { stem } from "./query.js";
import { ranked } from "./rank.js";
import { areAlike, sound, spellings } from "./sound.js";
import { allowed, distance, loan } from "./spelling.js";

const SHORT = 3; // consonants, with fewer of which many words sound the same

/** The known name that is nearest to a word or to its stem `bare`, up to `most` errors away; else a like sound. */
export const nameLike = async (index, text, bare, most) =>
  (await nearestName(index, text, most)) ??
    (bare === text ? null : await nearestName(index, bare, most)) ??
    (await soundsLike(index, text, bare));

/** The known name that is nearest to a word, up to `most` errors away, or null. */
export const nearestName = async (index, text, most = allowed(jamo(text).length)) => {
  const typed = jamo(text);
  const spelled = loan(typed);
  let best = null;
  let least = Infinity;
  for (const { word, letters } of await index.names()) {
    if (word === text) continue;
    if (loan(letters) === spelled) return word;
    const apart = most ? distance(typed, letters, most) : Infinity;
    if (apart < least) [best, least] = [word, apart];
  }
  return best;
};

/** The best-known word of the other script that a word sounds like: 플라스크 → flask, log → 로그; or null. */
const soundsLike = async (index, text, bare) => {
  const isLatin = /^[a-z]{3,}$/.test(text);
  if (!isLatin && (!/^[가-힣]+$/.test(bare) || /[요다면서고는은을한할]$/.test(text))) return null;
  const word = isLatin ? text : bare;
  const heard = sound(word);
  const isShort = heard.consonants.length < SHORT;
  const spelled = isShort && !isLatin ? spellings(word) : null;
  const isIt = (other) => {
    if (isShort) return isLatin ? spellings(other).test(word) : spelled.test(other);
    return isLatin ? areAlike(sound(other), heard) : areAlike(heard, sound(other));
  };
  const script = isLatin ? /^[가-힣]+$/ : /^[a-z]+$/;
  const mayBe = (name) => script.test(name.word) && (!isShort || word.length > 1 || name.isName);
  const names = (await index.names()).filter(mayBe);
  return names.find((name) => isIt(name.word))?.word ?? null;
};

/** Adds to a reading what its words sound like in another script, 하이라이트 and highlight; that in a row, or "". */
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
