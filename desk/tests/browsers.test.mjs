// Browsers of other makers: the desk starts there and answers.

import assert from "node:assert/strict";
import test from "node:test";
import { firstAnswers } from "./first_answers.mjs";
import { noFirefox, noWebKit, openFirefox, openWebKit } from "./other_browsers.mjs";

for (const [name, skip, open] of [["Firefox", noFirefox, openFirefox], ["WebKit", noWebKit, openWebKit]]) {
  test(`${name} starts the desk, computes a deadline and assesses a register`, { skip }, async (t) => {
    const { version, evaluate, problems, close } = await open();
    try {
      const took = await firstAnswers(evaluate);
      t.diagnostic(`${version}, milliseconds: ${JSON.stringify(took)}`);
      assert.deepEqual(problems, []);
    } finally {
      await close();
    }
  });
}
