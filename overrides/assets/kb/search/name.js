/** The known name that a word looks or sounds like. */
import { jamo } from "./letters.js";
import { sound } from "./sound.js";
import { allowed, distance, loan } from "./spelling.js";

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

/** The best-known Latin name that a Korean word sounds like: 플라스크 → flask. */
const soundsLike = async (index, text, bare) => {
  if (!/^[가-힣]{2,}$/.test(bare) || /[요다면서고는은을한할]$/.test(text)) return null;
  const { consonants, vowels, begins } = sound(bare);
  if (consonants.length < 3) return null;
  const off = consonants.length > 3 ? 1 : 0; // vowels that it may have more or fewer
  const isAlike = (other) =>
    other.consonants === consonants && other.begins === begins && Math.abs(other.vowels - vowels) <= off;
  return (await index.names()).find(({ word }) => /^[a-z]+$/.test(word) && isAlike(sound(word)))?.word ?? null;
};
