/** The notes that were found, the best first. */

/** [{note, score, sections: [[section, score], …]}, …] of the hits of each word. */
export const rank = (index, found) => {
  const words = found.filter((hits) => hits.sections.size && !hits.filler).length || 1;
  const notes = [...scoresOf(index, found)].map(([note, sections]) => ({
    note,
    score: worthOf([...sections.values()], found, words),
    sections: [...sections]
      .map(([section, scores]) => [section, sum(scores) * (scores.filter(Boolean).length / words)])
      .sort((one, other) => other[1] - one[1] || one[0] - other[0]),
  }));
  return notes.sort((one, other) => other.score - one.score || one.note - other.note);
};

/** Map note → Map section → the score of each word there; a word is worth the more the rarer it is. */
const scoresOf = (index, found) => {
  const notes = new Map();
  found.forEach((hits, at) => {
    const rarity = Math.log(1 + (index.sections || 1) / (hits.sections.size || 1)) * (hits.filler ? 0.1 : 1);
    for (const [section, worth] of hits.sections) {
      const note = index.noteOf[section];
      if (!notes.has(note)) notes.set(note, new Map());
      const sections = notes.get(note);
      if (!sections.has(section)) sections.set(section, new Array(found.length).fill(0));
      sections.get(section)[at] = worth * rarity;
    }
  });
  return notes;
};

/** What a note is worth: its best score of each word, much more where all words are in it, or even in one section. */
const worthOf = (sections, found, words) => {
  const best = found.map((_, at) => Math.max(...sections.map((scores) => scores[at])));
  const covered = best.filter((worth, at) => worth && !found[at].filler).length / words;
  const together = Math.max(...sections.map((scores) => scores.filter(Boolean).length)) / words;
  return sum(best) * covered ** 2 * (0.8 + 0.2 * together);
};

const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);
