// The same few questions for every browser, put by scripts alone: each has its own way of driving.

import assert from "node:assert/strict";

const pause = () => new Promise((resolve) => setTimeout(resolve, 250));

/** Wait until an expression holds. @param {(script: string) => Promise<any>} evaluate */
async function until(evaluate, script, seconds) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause()) {
    if (await evaluate(script)) return;
  }
  const shown = await evaluate("document.body.innerText.slice(0, 500)");
  assert.fail(`after ${seconds} s still not: ${script}\n${shown}`);
}

/** The desk starts, and Python answers. @param {(script: string) => Promise<any>} evaluate */
export async function firstAnswers(evaluate) {
  await until(evaluate, `"ready" in document.documentElement.dataset`, 90);
  assert.equal(await evaluate(`document.querySelectorAll("[role=tab]").length`), 5);
  assert.equal(await evaluate(`document.querySelector("#work").textContent.trim()`), "");
}
