// Everybody can use the page: no serious finding of axe, no sideways scrolling on a phone, and
// the keyboard reaches every tab.

import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import test from "node:test";
import { register, repository, rest, sharedDesk, tab } from "./driving.mjs";

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TITLES = ["评估", "改规则", "日历", "文书", "关于"];
const PAGES = [["评估", "登记表"], ["评估", "一件"], ...TITLES.slice(1).map((title) => [title])];

/** What axe finds that is serious or worse, each in a line. */
async function findings(page) {
  // Through the debugger, which the policy of the page does not bind.
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations
    .filter((one) => ["serious", "critical"].includes(one.impact))
    .flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 120)} (${node.failureSummary})`));
}

/** Every page of every tab, and again with a register in hand. @param {(where: string) => Promise<void>} check */
async function everywhere(page, check) {
  const all = async (more) => {
    for (const titles of PAGES) {
      await tab(page, ...titles);
      await rest(page);
      await check(titles.join(" › ") + more);
    }
  };
  await all("");
  await register(await tab(page, "评估", "登记表"), { path: repository("examples/mayor_mailbox.csv") });
  await all(", a register being in hand");
}

/** How far the page itself goes beyond its width, and what does. */
const beyond = () => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.querySelectorAll("main *")].filter((one) => one.getBoundingClientRect().right > clientWidth);
  return [`${scrollWidth} of ${clientWidth}: ${wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 80))}`];
};

const desk = sharedDesk();

test("the keyboard alone reaches every tab, and what is in it", async () => {
  const { page } = desk;
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
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.activeElement?.closest("#view-assess") !== null));
});

test("axe finds nothing serious on a desk or a phone, where the page itself never scrolls sideways", async () => {
  const { page } = desk;
  const found = [];
  await everywhere(page, async (where) => {
    for (const [width, height] of [[1280, 900], [360, 780]]) {
      await page.setViewportSize({ width, height });
      const wrong = [...(await page.evaluate(beyond)), ...(await findings(page))];
      found.push(...wrong.map((one) => `${where}, ${width} wide: ${one}`));
    }
  });
  assert.deepEqual(found, []);
});
