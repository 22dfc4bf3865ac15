// The words of buttons and headlines: every language has them all with the same slots, and none
// promises what nobody may promise (the lists that the knowledge compiler holds its own texts to).

import { readFileSync, readdirSync } from "node:fs";
import { assert, run } from "./harness.mjs";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");

/** Key -> words, read from the source as it stands. */
function wordsOf(language) {
  const text = read(`web/src/words/${language}.ts`);
  const rows = [...text.matchAll(/^ {2}(\w+):\s+"((?:[^"\\]|\\.)*)",/gm)];
  return new Map(rows.map(([, key, words]) => [key, words]));
}

function banned(language) {
  const folder = `knowledge/lang/${language}/`;
  for (const name of readdirSync(new URL(folder, root))) {
    const text = read(folder + name);
    const at = text.indexOf(`[banned.${language}]`);
    if (at < 0) continue;
    const list = /words\s*=\s*\[([\s\S]*?)\]/.exec(text.slice(at));
    return [...list[1].matchAll(/"([^"]+)"/g)].map(([, word]) => word);
  }
  return [];
}

const slots = (words) =>
  [...words.matchAll(/\{(\w+)\}/g)]
    .map(([, name]) => name)
    .sort()
    .join();
const languages = ["en", "es", "de"];

await run({
  async every_language_has_the_same_keys_and_slots() {
    const english = wordsOf("en");
    assert(english.size > 200, `only ${english.size} were read`);
    for (const language of languages) {
      const words = wordsOf(language);
      for (const [key, text] of english) {
        assert(words.has(key), `${language}: ${key} is missing`);
        assert(slots(words.get(key)) === slots(text), `${language}: ${key} has other slots`);
        assert(words.get(key).trim() !== "", `${language}: ${key} is empty`);
      }
      assert(words.size === english.size, `${language} has keys of its own`);
    }
  },

  async nothing_is_promised() {
    for (const language of languages) {
      const list = banned(language);
      assert(list.length > 10, `${language}: no list of banned words`);
      for (const [key, text] of wordsOf(language)) {
        const found = list.find((word) =>
          new RegExp(`(?<![\\p{L}])${word}(?![\\p{L}])`, "iu").test(text),
        );
        assert(found === undefined, `${language}: ${key} says "${found}"`);
      }
    }
  },
});
