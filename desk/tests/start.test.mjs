// The file opens, without a fault and without a request.

import assert from "node:assert/strict";
import test from "node:test";
import { open } from "./driving.mjs";

test("the desk opens with its five tabs, the first one shown", async () => {
  const { page, close, problems } = await open();
  try {
    const titles = await page.locator("#tabs").getByRole("tab").allTextContents();
    assert.deepEqual(titles, ["评估", "改规则", "日历", "文书", "关于"]);
    assert.equal(await page.locator("#tabs").getByRole("tab", { selected: true }).textContent(), "评估");
    assert.equal(await page.locator("#views > [role=tabpanel]:visible").count(), 1);
    assert.deepEqual(problems, []);
  } finally {
    await close();
  }
});
