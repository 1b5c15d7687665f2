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
    await button(view, "采用").click();
    await page.waitForSelector(".cal-used");
    assert.deepEqual(await listed(), told);
    assert.deepEqual(problems, []);
  } finally {
    await close();
    takeAway();
  }
});
