// Where memory runs out, one sentence says so, and the desk works on: Chromium gives Python little here.

import assert from "node:assert/strict";
import test from "node:test";
import { drop, open } from "./driving.mjs";

const LITTLE = "--js-flags=--wasm-max-mem-pages=2400"; // 150 MB

test("a register that memory does not hold is refused in one sentence, and the next one is read", async () => {
  const { page, close, problems } = await open({ args: [LITTLE] });
  const place = "#assess-register";
  try {
    const rows = Array.from({ length: 200_000 }, (_, at) => ({ case_no: `甲-${at}`, received_at: "2025-09-22", note: "x".repeat(60) }));
    await drop(page, `${place} .drop`, [{ name: "大.json", bytes: JSON.stringify(rows) }]);
    await page.locator("#work .notice").waitFor({ timeout: 90_000 });
    assert.match(await page.locator("#work .notice p").textContent(), /^内存不够，没有做成：[^\n]+$/);
    await drop(page, `${place} .drop`, [{ name: "小.csv", bytes: "信访件编号,收到日期\n甲-1,2025-09-22\n" }]);
    await page.locator(place).getByText("小.csv").waitFor({ timeout: 60_000 });
    await page.locator(place).getByLabel("办法").selectOption("national");
    await page.locator(place).getByRole("button", { name: "评估", exact: true }).click();
    await page.locator(`${place} .big-table [data-place]`).first().waitFor({ timeout: 60_000 });
    assert.deepEqual(problems, []);
  } finally {
    await close();
  }
});
