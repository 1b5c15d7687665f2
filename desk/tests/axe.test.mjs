// Everybody can use the page: no serious finding of axe, no sideways scrolling on a phone, and
// the keyboard reaches every tab.

import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import test from "node:test";
import { drop, open, repository, rest, tab } from "./driving.mjs";

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TITLES = ["评估", "改规则", "日历", "文书", "关于"];

/** What axe finds that is serious or worse, each in a line. */
async function findings(page) {
  // Through the debugger, which the policy of the page does not bind.
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations
    .filter((one) => ["serious", "critical"].includes(one.impact))
    .flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 120)} (${node.failureSummary})`));
}

/** Every tab, and again with a register in hand. @param {(where: string) => Promise<void>} check */
async function everywhere(page, check) {
  for (const title of TITLES) {
    await tab(page, title);
    await rest(page);
    await check(title);
  }
  await tab(page, "评估");
  if (!(await page.locator("#view-assess .drop:visible").count())) return;
  await drop(page, "#view-assess .drop:visible", [{ path: repository("examples/mayor_mailbox.csv") }]);
  await rest(page);
  for (const title of TITLES) {
    await tab(page, title);
    await rest(page);
    await check(`${title}, a register being in hand`);
  }
}

test("axe finds nothing serious on any tab", async () => {
  const { page, close } = await open();
  const found = [];
  try {
    await everywhere(page, async (where) => found.push(...(await findings(page)).map((one) => `${where}: ${one}`)));
  } finally {
    await close();
  }
  assert.deepEqual(found, []);
});

test("on a phone of 360 points the page itself never scrolls sideways, and axe finds nothing serious", async () => {
  const { page, close } = await open({ width: 360, height: 780 });
  const found = [];
  try {
    await everywhere(page, async (where) => {
      const beyond = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        if (scrollWidth <= clientWidth) return null;
        const wide = [...document.querySelectorAll("main *")].filter((one) => one.getBoundingClientRect().right > clientWidth);
        return `${scrollWidth} of ${clientWidth}: ${wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 80))}`;
      });
      if (beyond) found.push(`${where}: ${beyond}`);
      found.push(...(await findings(page)).map((one) => `${where}: ${one}`));
    });
  } finally {
    await close();
  }
  assert.deepEqual(found, []);
});

test("the keyboard alone reaches every tab, and what is in it", async () => {
  const { page, close } = await open();
  try {
    await page.keyboard.press("Tab");
    for (const title of TITLES) {
      const focused = await page.evaluate(() => [document.activeElement?.getAttribute("role"), document.activeElement?.textContent]);
      assert.deepEqual(focused, ["tab", title]);
      const shown = await page.locator("#views > [role=tabpanel]:visible").getAttribute("aria-labelledby");
      assert.equal(await page.locator(`#${shown}`).textContent(), title);
      await page.keyboard.press("ArrowRight");
    }
    // Round to the first, whose panel comes next.
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), TITLES[0]);
    const inside = await page.locator("#view-assess :is(button, input, select, textarea, a[href], [tabindex='0'])").count();
    if (inside === 0) return;
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => document.activeElement?.closest("#view-assess") !== null));
  } finally {
    await close();
  }
});
