// Old kernels, since domestic browsers have them: the oldest that works, and one that cannot.

import assert from "node:assert/strict";
import test from "node:test";
import { BROWSERS } from "../page/views/about/browsers.js";
import { open } from "./driving.mjs";
import { firstAnswers } from "./first_answers.mjs";
import { kernel, noKernels } from "./kernels.mjs";

test("Chromium 103 starts the desk, computes a deadline and assesses a register", { skip: noKernels }, async () => {
  const { page, close, problems } = await open({ browser: kernel("chromium-103") });
  try {
    await firstAnswers((script) => page.evaluate(script));
    assert.deepEqual(problems, []);
  } finally {
    await close();
  }
});

test("a kernel that is too old is told so in one sentence, and nothing else happens", { skip: noKernels }, async () => {
  const { page, close, problems } = await open({ browser: kernel("chromium-92"), ready: false });
  try {
    const told = await page.locator(".refusal").textContent();
    assert.match(told, /^这个浏览器打不开工作台，多半是内核太旧：请换.+（内核 (\d+) 以上）。没有数据丢失。$/);
    assert.equal(await page.getByRole("tab").count(), 0);
    assert.equal(await page.locator(".working").count(), 0);
    const named = /内核 (\d+) 以上/.exec(told)?.[1];
    const oldest = BROWSERS.find((one) => one.opens)?.name;
    assert.ok(oldest?.startsWith(`Chromium ${named}`), `${oldest} is the oldest that opens, the page says ${named}`);
    // That it does not know a word of the policy is all that it says.
    assert.deepEqual(problems.filter((one) => !one.includes("wasm-unsafe-eval")), []);
  } finally {
    await close();
  }
});
