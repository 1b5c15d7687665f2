// Browsers of other makers: the desk starts there and answers.

import assert from "node:assert/strict";
import test from "node:test";
import { firstAnswers } from "./first_answers.mjs";
import { noFirefox, noWebKit, openFirefox, openWebKit } from "./other_browsers.mjs";

for (const [name, skip, open] of [["Firefox", noFirefox, openFirefox], ["WebKit", noWebKit, openWebKit]]) {
  test(`${name} starts the desk, which answers`, { skip }, async (t) => {
    const started = performance.now();
    const { version, evaluate, problems, close } = await open();
    try {
      await firstAnswers(evaluate);
      t.diagnostic(`${version}: ready ${Math.round(performance.now() - started)} ms after its own start`);
      assert.deepEqual(problems, []);
    } finally {
      await close();
    }
  });
}
