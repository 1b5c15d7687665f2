// One case typed in the form: by keyboard to an answer, from what is missing to its field, and the
// same bytes as the command line's.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, test } from "node:test";
import { cli, folder, repository, rest, saving, sharedDesk, tab } from "./driving.mjs";

const desk = sharedDesk((page) => tab(page, "评估", "一件"));
const [kept, forget] = folder();
after(forget);

const focused = () => desk.page.evaluate(() => document.activeElement?.id ?? "");
const type = (text) => desk.page.keyboard.type(text);
const press = (key) => desk.page.keyboard.press(key);

/** A date by its keys, in whichever order the browser shows its parts. */
async function typeDay(id, day) {
  const [year, month, date] = day.split("-");
  for (const keys of [`${month}${date}${year}`, `${year}${month}${date}`]) {
    assert.equal(await focused(), id);
    await type(keys);
    if ((await desk.page.inputValue(`#${id}`)) === day) return;
    await desk.page.focus("#form-number");
    await desk.page.focus(`#${id}`);
  }
  assert.fail(`${day} cannot be typed in ${id}`);
}

/** Go on with the Tab key to an element. */
async function tabTo(id) {
  for (let pressed = 0; pressed < 60; pressed++) {
    if ((await focused()) === id) return;
    await press("Tab");
  }
  assert.fail(`no way to ${id} by keyboard`);
}

/** A choice by its keys: the arrow goes on, from the first choice, to the one of that value. */
async function choose(id, value) {
  assert.equal(await focused(), id);
  const to = await desk.page.$eval(`#${id}`, (one, wanted) => [...one.options].findIndex((each) => each.value === wanted), value);
  await press("Home");
  for (let step = 0; step < to; step++) await press("ArrowDown");
  assert.equal(await desk.page.inputValue(`#${id}`), value);
}

test("a case is typed by keyboard alone, refused at its field, corrected and assessed", async () => {
  const { page } = desk;
  await page.waitForSelector("#form-number");
  await page.selectOption("#form-policy", "jiuyuan");
  await page.waitForSelector("#form-variant");
  await page.fill("#form-as-of", "2026-03-30");
  await page.focus("#form-number");
  await type("甲-001");
  await tabTo("form-event-0-day");
  await typeDay("form-event-0-day", "2026-03-02");
  await tabTo("form-add-step");
  await press("Enter");
  await choose("form-event-1-kind", "promise");
  await press("Tab");
  await typeDay("form-event-1-day", "2026-03-04");
  await press("Enter");
  await page.waitForSelector(".form-faults");
  assert.equal(await focused(), "form-event-1-until");
  assert.match(await page.textContent(".form-faults"), /第 2 步 承诺办结时间/);
  await typeDay("form-event-1-until", "2026-04-17");
  await press("Enter");
  await page.waitForSelector(".form-answer h2");
  assert.equal(await page.locator(".form-faults").count(), 0);
  assert.match(await page.textContent(".form-answer"), /承诺办结期限\s*在期\s*2026-04-17\s*还有 13 个/);
  assert.match(await page.textContent(".form-answer"), /最弱依据/);
});

test("what is missing leads to its field, whatever group it is in, or to a new step", async () => {
  const { page } = desk;
  await page.focus("[data-missing=agent_first_contact]");
  await press("Enter");
  assert.equal(await focused(), "form-fact-agent_first_contact");
  assert.ok(await page.isVisible("#form-fact-agent_first_contact"));
  await choose("form-fact-agent_first_contact", "yes");
  assert.match(await page.textContent(".form-answer"), /请再按“评估”/);
  await page.click("[data-missing=case_class]");
  await choose("form-fact-case_class", "appeal");
  await page.click(".form-doing .first");
  await page.waitForSelector("[data-missing=case_class]", { state: "detached" });
  assert.equal(await page.locator("[data-missing=agent_first_contact]").count(), 0);
  assert.equal(await page.locator("[data-missing=route]").count(), 1);
});

test("the saved answer is what the command line writes of the saved case, to the byte", async () => {
  const { page } = desk;
  const answer = await saving(page, () => page.click("text=存结果（JSON）"));
  const typed = await saving(page, () => page.click("text=存事项"));
  const file = path.join(kept, typed.name);
  fs.writeFileSync(file, typed.bytes);
  const line = (await page.textContent(".form-answer pre")).trim();
  assert.equal(line, "xinfang assess 事项.json --policy jiuyuan --as-of 2026-03-30 --format json");
  const said = await cli(line.split(" ").slice(1), { cwd: kept });
  assert.equal(said.code, 0, said.err);
  assert.ok(answer.bytes.equals(said.out));
});

test("a story is opened and answered as on the command line, its own steps among them", async () => {
  const { page } = desk;
  await page.setInputFiles(".form-doing input[type=file]", repository("docs/examples/proxied-case.json"));
  await page.waitForSelector("#form-event-18-kind");
  assert.equal(await page.inputValue("#form-event-17-grade"), "satisfied");
  await page.click(".form-doing .first");
  await page.waitForFunction(() => document.querySelector(".form-answer h2")?.textContent.startsWith("丙-001"));
  const answer = await saving(page, () => page.click("text=存结果（JSON）"));
  const words = ["assess", repository("docs/examples/proxied-case.json"), "--policy", "jiuyuan"];
  const said = await cli([...words, "--as-of", "2026-03-30", "--format", "json"]);
  assert.ok(answer.bytes.equals(said.out));
});

test("the account opens with its time line and is the command line's document", async () => {
  const { page } = desk;
  await page.click("text=看核算单");
  await page.waitForSelector(".account iframe");
  const line = page.locator(".account-line").getByRole("img", { name: /时间线：丙-001.*2026-03-10 见面/ });
  await line.waitFor();
  const frame = page.frameLocator(".account iframe");
  assert.equal(await frame.locator("h1").textContent(), "期限核算单：丙-001");
  assert.ok((await frame.locator(".picture svg").count()) >= 2);
  await frame.locator("a[href$='#limit-handling-deadline']").first().click();
  const heading = frame.locator("h3", { hasText: "办理期限" }).first();
  await heading.waitFor();
  const moved = () => document.querySelector(".account iframe").contentWindow.scrollY > 0;
  await page.waitForFunction(moved);
  const paper = await saving(page, () => page.click("text=存为网页"));
  const file = repository("docs/examples/proxied-case.json");
  const question = ["--policy", "jiuyuan", "--as-of", "2026-03-30", "--format", "html"];
  const said = await cli(["docs", "account", file, ...question]);
  assert.ok(paper.bytes.equals(said.out));
  await page.selectOption(".account select", "handling_body");
  await page.waitForFunction(() => document.querySelector(".account pre").textContent.includes("handling_body"));
  assert.equal(await rest(page), "");
});

test("the version that is chosen answers, as on the command line; what was answered by another one is old", async () => {
  const { page, view } = desk;
  await page.selectOption("#form-policy", "national");
  assert.match(await page.textContent(".form-answer"), /请再按“评估”/);
  const versions = view.getByLabel("版本");
  assert.deepEqual(await versions.locator("option").allInnerTexts(), ["按日期适用的", "2022-05-01", "2005-05-01"]);
  await versions.selectOption("2005-05-01");
  await page.click(".form-doing .first");
  await page.waitForFunction(() => /适用 [^，]+（2005-05-01 起施行）/.test(document.querySelector(".form-answer")?.textContent ?? ""));
  const answer = await saving(page, () => page.click("text=存结果（JSON）"));
  const words = ["assess", repository("docs/examples/proxied-case.json"), "--policy", "national@2005-05-01"];
  const said = await cli([...words, "--as-of", "2026-03-30", "--format", "json"]);
  assert.ok(answer.bytes.equals(said.out));
  await versions.selectOption("");
  assert.match(await page.textContent(".form-answer"), /请再按“评估”/);
});

test("the title tells of no case", async () => {
  assert.equal(await desk.page.title(), "信访代办规则工作台");
});
