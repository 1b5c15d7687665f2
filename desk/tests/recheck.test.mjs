// Next year's notice and a register in hand: the cases whose days move are the command line's.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";
import { button, cli, folder, open, register, rest, subpage, tab } from "./driving.mjs";
import { NOTICE } from "./notice.mjs";

const CASES = `信访件编号,登记日期,收到日期,告知日期,受理日期,事项类别,信访类别,办理途径
甲-1,2026-12-01,2026-12-01,2026-12-02,2026-12-02,一般信访事项,申诉求决,信访程序
甲-2,2026-12-01,2026-12-01,2026-12-03,2026-12-03,一般信访事项,申诉求决,信访程序
`;

/** The desk on a day on which these cases are open. */
async function openOn(day) {
  const desk = await open();
  await desk.page.clock.setFixedTime(new Date(`${day}T03:00:00Z`));
  await desk.page.reload();
  await desk.page.waitForFunction(() => "ready" in document.documentElement.dataset);
  return desk;
}

/** The last days of handling as the list of the register in hand tells them, under the national rules. */
async function lastDays(page) {
  const view = await tab(page, "评估");
  await view.locator("#assess-register").getByLabel("办法").selectOption("national");
  await button(view.locator("#assess-register"), "评估").click();
  await view.locator(".big-table [data-place]").first().waitFor();
  assert.equal(await rest(page), "");
  const heads = await view.locator(".big-table thead th").allInnerTexts();
  const place = heads.findIndex((one) => one.trim() === "办理期限届满日");
  return view.locator(".big-table tbody tr:not(.gap)").evaluateAll((rows, at) => rows.map((row) => row.children[at].textContent.trim()), place);
}

test("the cases that move with next year's notice are the same before and after it is taken", async () => {
  const [own, takeAway] = folder();
  process.env.XINFANG_NOTICES = path.join(own, "notices");
  const { page, close, problems } = await openOn("2026-12-10");
  try {
    const [cases, notice] = ["cases.csv", "2027.txt"].map((name) => path.join(own, name));
    fs.writeFileSync(notice, NOTICE);
    fs.writeFileSync(cases, CASES);
    const words = ["calendar", "recheck", cases, "--policy", "national", "--new", notice, "--as-of", "2026-12-10"];
    const told = (await cli(words)).out.toString().trim().split("\n").slice(0, -1);
    assert.ok(told[0].startsWith("甲-1 办理期限：2027-02-01 改为 2027-01-31"), told[0]);
    const view = await tab(page, "日历");
    await subpage(view, "放假通知");
    await view.getByLabel("通知的文字").fill(NOTICE);
    await button(view, "核对").click();
    await page.waitForSelector("#cal-checked table");
    await register(view, { path: cases });
    const listed = async () => {
      assert.equal(await rest(page), "");
      await button(view, "列出变动").click();
      await page.waitForSelector(".cal-moved");
      return view.locator(".cal-moved li").allInnerTexts();
    };
    assert.deepEqual(await listed(), told);
    assert.deepEqual(await lastDays(page), ["2027-02-01（暂定）", "2027-02-01（暂定）"]);
    await page.locator(".big-table [data-place='0']").click();
    const old = page.locator("#beside .account-old");
    await old.waitFor({ state: "attached" });
    assert.equal(await old.isVisible(), false);
    await page.evaluate(() => document.getElementById("tab-calendar")?.click());
    await button(view, "采用").dispatchEvent("click");
    await page.waitForSelector(".cal-used");
    assert.match(await old.innerText(), /此后有改动/);
    await page.keyboard.press("Escape");
    assert.ok((await page.locator("#assess-register").textContent()).includes("此后有改动"));
    assert.deepEqual(await listed(), told);
    assert.deepEqual(await lastDays(page), ["2027-01-31", "2027-02-01"]);
    // The clock of this test puts a script in every frame, and the paper's frame runs none.
    assert.deepEqual(problems.filter((one) => !/Blocked script execution in 'about:srcdoc'/.test(one)), []);
  } finally {
    await close();
    takeAway();
  }
});
