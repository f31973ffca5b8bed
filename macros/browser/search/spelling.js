/** How near two spellings of a word are. */

const PAIRS = "ㅐㅔ ㅒㅖ ㅗㅓ ㅓㅔ ㅜㅡ ㅏㅓ ㅐㅓ ㅔㅣ ㅅㅈ ㄱㄲ ㄷㄸ ㅂㅃ ㅅㅆ ㅈㅉ ㄱㅋ ㄷㅌ ㅂㅍ ㅈㅊ".split(" ");
const EASY = new Set(PAIRS.flatMap((pair) => [pair, pair[1] + pair[0]])); // letters that are easily confused
const CONFUSED = 0.4; // of an error

/** How far two words of letters are apart, in errors; more than `most` is Infinity. */
export const distance = (one, other, most) => {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + swap(one[i - 1], other[j - 1]));
      const turned = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (turned) next[j] = Math.min(next[j], before[j - 2] + 1);
      least = Math.min(least, next[j]);
    }
    if (least > most) return Infinity;
    before = row;
    row = next;
  }
  return row[other.length] <= most ? row[other.length] : Infinity;
};

const swap = (one, other) => one === other ? 0 : EASY.has(one + other) ? CONFUSED : 1;

const ASPIRATED = { ㅋ: "ㄱ", ㅌ: "ㅅ", ㅍ: "ㅂ" };
const AFTER_J = { ㅑ: "ㅏ", ㅕ: "ㅓ", ㅛ: "ㅗ", ㅠ: "ㅜ" };

/** Letters with the spellings of loan words made one: 캐쉬 and 캐시, 쥬스 and 주스, 첵 and 체크, 탑 and 톱. */
export const loan = (letters) =>
  letters
    .replace(/ㅌㅏㅂ/g, "ㅌㅗㅂ")
    .replace(/([ㅋㅌㅍ])ㅡ$/, (_, end) => ASPIRATED[end])
    .replace(/([ㅅㅆㅈㅉㅊ])ㅜㅣ/g, "$1ㅣ")
    .replace(/([ㅈㅉㅊ])([ㅑㅕㅛㅠ])/g, (_, consonant, vowel) => consonant + AFTER_J[vowel]);

/** How many errors a word of so many letters may have. */
export const allowed = (length) => (length < 4 ? 0 : length < 6 ? 0.5 : length < 12 ? 1 : 2);
