/** The words of a query, without what they carry around. */
import { fold, isHangul, isSyllable } from "./letters.js";

const QUOTED = /^['"`()<>[\]{},;!?]+|['"`()<>[\]{},;!?]+$/g;
const SIGNS = /^[!-/:-@[-`{-~]{3,20}$/; // signs alone, such as `<<<<<<<`
const RUNS = /[가-힣ㄱ-ㅎㅏ-ㅣ]+|[^\s가-힣ㄱ-ㅎㅏ-ㅣ\p{P}\p{S}]+/gu;

/** A word as it is looked for; one with signs in it is matched `literal`ly. */
export const asWord = (text, literal = false) => ({ text, literal });

/**
 * The words of a query: runs of one script, a particle right behind a word of another script left out, and names with
 * signs in them: `--rm`, `0.0.0.0`, `C++`.
 */
export const parse = (query, particles) => fold(query).split(/\s+/).flatMap((chunk) => wordsOf(chunk, particles));

const wordsOf = (chunk, particles) => {
  const parts = (chunk.match(/[!-~]+/g) ?? []).map((part) => part.replace(QUOTED, "").replace(/[.:]+$/, ""));
  const names = parts.filter((part) => part.length > 1 && /[^a-z0-9]/.test(part) && /[a-z0-9]/.test(part));
  if (names.length) return names.map((name) => asWord(name, true));
  const runs = chunk.match(RUNS) ?? [];
  const isParticle = (run, at) => at > 0 && isHangul(run) && !isHangul(runs[at - 1]) && particles.test(run);
  const found = runs.filter((run, at) => !isParticle(run, at)).map((run) => asWord(run));
  return SIGNS.test(chunk) ? [asWord(chunk, true), ...found] : found;
};

/** Words that every question has: they find nothing by themselves where another word is asked for. */
export const FILLERS = new Set(
  ("법 방법 때 안 못 수 것 거 왜 이유 에러 오류 문제 해결 사용법 예제 하기 하는 있는 싶다 싶어요 돼요 되나요 안됨 " +
    "어떻게 뜻").split(" "),
);

const DONE = new Set(
  "설치 설정 사용 실행 확인 삭제 제거 추가 변경 적용 생성 연결 해제 정리 비교 조회 보기 쓰기 쓰는".split(" "),
);
const NOUN = /^[가-힣]{1,4}기$/;
const VERB = /^[가-힣]{1,4}[는을]$/;
const WAY = /^(?:법|방법|길|순서)/;

/** True for what is to be done with something: 설치, 줄이기, `여는` before 법. */
export const isDone = (words, at) => {
  const { text } = words[at];
  return DONE.has(text) || NOUN.test(text) || (VERB.test(text) && WAY.test(words[at + 1]?.text ?? ""));
};

const VERBS = [
  "하다 한다 하고 하면 하는 하기 하려면 하자 할 한 해 해요 했다 함 합니다",
  "되다 된다 되는 되면 될 된 돼 돼요 됐다 됩니다 시키다 시킨다 시키는",
];
const DOES = new RegExp(`^([가-힣]{2,})(?:${VERBS.join(" ").replaceAll(" ", "|")})$`);

/** The noun of a verb that is made of one, or null: 부팅할 → 부팅. */
export const nounOf = (text) => DOES.exec(text)?.[1] ?? null;

const ENDINGS = [
  "ㅇㅛ ㄷㅏ ㄷㅓㄴㅣ [ㅏㅓㅕ]ㅅㅓ ㅁㅕㄴ ㄹㅕㄱㅗ ㄱㅗ ㄷㅏㄱㅏ ㅁㅕㄴㅅㅓ ㄷㅗㄹㅗㄱ ㄱㅓㄴㅏ ㅈㅣㅁㅏㄴ ㄷㅓㄴ ㄹㅓ",
  "ㄴㅏ ㄴㅡㄴ ㄴㅡㄴㄷㅔ [ㅡㅣㅏㅜㅓ][ㄴㄹㅁ] ㄱㅔ ㅈㅣ ㄱㅣ ㄲㅏ ㅆ ㅂㅓㅂ",
];

/** Letters that a verb may end in. Only what ends so is looked for by its beginning. */
export const ENDING = new RegExp(`(?:${ENDINGS.join(" ").replaceAll(" ", "|")})$`);

/** Letters behind the stem of a verb, which tell its time and politeness. */
export const TENSE =
  /(?:(?:ㅆㅇㅓ|ㅇㅓ|ㅇㅏ)?ㅇㅛ|ㅆ?ㅅㅡㅂㄴㅣㄷㅏ|ㅆㄷㅏ(?:ㄱㅏ)?|ㅆㄴㅡㄴㄷㅔ|ㅆㄷㅓㄴㅣ|ㅆㅈㅣㅁㅏㄴ)$/;

/** Particles that one syllable may have without being a part of a longer word. */
export const SAFE = /^(?:들?(?:으로|로|에서|에|의|와|과|을|를|이|가|은|는|도|만)(?:는|도|만)?)?$/;

/** Endings that many nouns have too: 이미지 is no 이미, 로그인 no 로그. */
export const DOUBTFUL = /^[인일지자임]$/;

/** A Korean word without the particles at its end, never shorter than two syllables. */
export const stem = (text, particles) => {
  if (!isSyllable(text[0] ?? "")) return text;
  for (let end = 2; end < text.length; end++) if (particles.test(text.slice(end))) return text.slice(0, end);
  return text;
};
