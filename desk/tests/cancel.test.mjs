// Whatever is cancelled, done meanwhile, or changed on the disk, the desk answers as before.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, test } from "node:test";
import { button, folder, repository, rest, sharedDesk, tab } from "./driving.mjs";

const desk = sharedDesk((page) => tab(page, "评估", "一件"));
const [own, takeAway] = folder();
after(takeAway);

const answer = ".form-answer";
const outdated = () => desk.page.locator(`${answer} [role=status]`).count();

async function assessed() {
  await desk.page.click(".form-doing .first");
  await desk.page.waitForSelector(`${answer} h2`);
  assert.equal(await rest(desk.page), "");
}

/** Begin a work and cancel it, sooner than anybody could. */
const cancelled = (begin) =>
  desk.page.evaluate(async (selector) => {
    document.querySelector(selector).click();
    await new Promise((resolve) => setTimeout(resolve));
    document.querySelector("#work .working button").click();
  }, begin);

test("a file that was read in and is another one on the disk by now is not asked for again", async () => {
  const { page } = desk;
  const view = await tab(page, "文书", "期限核算单");
  const file = path.join(own, "一件.json");
  fs.copyFileSync(repository("docs/examples/proxied-case.json"), file);
  await view.getByLabel(/一件事项的文件/).check();
  await view.locator(".doc-drop input[type=file]").setInputFiles(file);
  await view.getByText("共 1 件").waitFor();
  fs.writeFileSync(file, "[]");
  await tab(page, "评估", "一件");
  await page.fill("#form-number", "甲-1");
  await page.fill("#form-event-0-day", "2026-03-02");
  await cancelled(".form-doing .first");
  assert.match(await rest(page), /已取消/);
  await assessed();
});

test("what is typed while a case is assessed, or another policy, makes the answer an old one", async () => {
  const { page } = desk;
  await page.evaluate(() => {
    document.querySelector(".form-doing .first").click();
    const number = document.querySelector("#form-number");
    number.value = "甲-2";
    number.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await rest(page);
  assert.equal(await page.textContent(`${answer} h2`), "甲-1 的评估结果");
  assert.equal(await outdated(), 1);
  await assessed();
  assert.equal(await outdated(), 0);
  await page.selectOption("#form-policy", "yubei");
  await page.waitForSelector(`${answer} [role=status]`);
});
