/**
 * The lines of the record beside those of a paste: the heaviest common subsequence, where a line that follows the last
 * one on both sides weighs a little more, so that what repeats is found where its neighbours are.
 */

const TOGETHER = 0.15; // for a pair right behind another
export const MOST_CELLS = 16_000_000;
const [SKIP_ITEM, SKIP_LINE, PAIR] = [0, 1, 2];
const AND_ON = 4; // a pair here counts on one right behind it

/** `[{ item, at, take, texts }]` in their order, for the places of each item among `count` lines. */
export const aligned = (places, count) => {
  const columns = count + 1;
  const trace = new Uint8Array((places.length + 1) * columns).fill(SKIP_LINE);
  let best = new Float32Array(columns);
  let paired = new Float32Array(columns).fill(-1);
  for (let item = places.length - 1; item >= 0; item--) {
    const row = item * columns;
    const nowBest = new Float32Array(columns);
    const nowPaired = new Float32Array(columns).fill(-1);
    let next = places[item].length - 1;
    trace[row + count] = SKIP_ITEM;
    for (let at = count - 1; at >= 0; at--) {
      nowBest[at] = best[at];
      trace[row + at] = SKIP_ITEM;
      if (nowBest[at + 1] > nowBest[at]) {
        nowBest[at] = nowBest[at + 1];
        trace[row + at] = SKIP_LINE;
      }
      if (places[item][next]?.at !== at) continue;
      const { take, weight } = places[item][next--];
      const goesOn = paired[at + take] + TOGETHER > best[at + take];
      nowPaired[at] = weight + (goesOn ? paired[at + take] + TOGETHER : best[at + take]);
      if (goesOn) trace[row + at] |= AND_ON; // also where another way is better, for a pair before it may count on it
      if (nowPaired[at] < nowBest[at]) continue;
      nowBest[at] = nowPaired[at];
      trace[row + at] = PAIR | (goesOn ? AND_ON : 0);
    }
    [best, paired] = [nowBest, nowPaired];
  }
  return followed(places, trace, columns);
};

const followed = (places, trace, columns) => {
  const pairs = [];
  let at = 0;
  let forced = false; // the pair before this place counted on one here
  for (let item = 0; item < places.length && at < columns;) {
    const step = trace[item * columns + at];
    if (forced || (step & 3) === PAIR) {
      const place = places[item].find((of) => of.at === at);
      pairs.push({ item, ...place });
      forced = (step & AND_ON) > 0;
      at += place.take;
      item++;
    } else if ((step & 3) === SKIP_LINE) at++;
    else item++;
  }
  return pairs;
};
