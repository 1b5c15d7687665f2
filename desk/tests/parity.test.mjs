// One engine, two faces: what the page answers through its own controls is what the command line
// answers, to the byte. The golden stories, on every day on which tests/test_stories.py asks about
// them; a day of knowledge; next year's notice. (The 1,401 letters: register.test.mjs.)

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, test } from "node:test";
import { button, clis, folder, register, repository, rest, saving, sharedDesk, subpage, tab } from "./driving.mjs";
import { NOTICE } from "./notice.mjs";

const [own, takeAway] = folder();
process.env.XINFANG_NOTICES = path.join(own, "none");
const desk = sharedDesk((page) => tab(page, "评估", "一件"));
after(takeAway);

/** Each story with the days that are asked about: the table ASKED of tests/test_stories.py. */
const ASKED = (() => {
  const [, table] = /^ASKED = \{\n(.*?)^\}/ms.exec(fs.readFileSync(repository("tests/test_stories.py"), "utf8"));
  const rows = [...table.matchAll(/"([a-z-]+)": \(([^)]*)\)/g)];
  return rows.map(([, story, days]) => ({ story, days: days.match(/\d{4}-\d\d-\d\d/g) }));
})();

const fileOf = (story) => repository(`examples/stories/${story}.json`);
const policyOf = (story) => story.replace(/-wrong$/, "");

/** Words of the command line for an answer, and the file that it is to write. */
function asking(file, policy, asOf, format, ...more) {
  const output = path.join(own, `${path.basename(file, ".json")} ${asOf} ${more.length}.${format}`);
  const words = ["assess", file, "--policy", policy, "--as-of", asOf, ...more, "--format", format, "--output", output];
  return { words, output };
}

/** What the page saved is what the commands write. @param {[Buffer, { words: string[], output: string }][]} pairs */
async function same(pairs, written = clis(pairs.map(([, { words }]) => words))) {
  await written;
  const different = pairs.filter(([bytes, { output }]) => !bytes.equals(fs.readFileSync(output)));
  assert.deepEqual(different.map(([, { words }]) => words.join(" ")), []);
}

/** Open a case in the form, under a policy. */
async function openCase(file, policy) {
  const { page, view } = desk;
  await view.locator("#form-policy").selectOption(policy);
  await view.locator(".form-doing input[type=file]").setInputFiles(file);
  assert.equal(await rest(page), "");
}

/** Assess the case in the form on a day; the saved answer. */
async function answerOn(asOf) {
  const { page, view } = desk;
  await view.locator("#form-as-of").fill(asOf);
  await button(view, "评估").click();
  assert.equal(await rest(page), "");
  assert.equal(await view.locator(".form-answer [role=status]").count(), 0, "the answer is that of the case as it is");
  const { bytes } = await saving(page, () => button(view, "存结果（JSON）").click());
  return bytes;
}

test("the golden stories, each opened in the form, on each of their days: JSON", async () => {
  const stories = fs.readdirSync(repository("examples/stories")).filter((name) => name.endsWith(".json"));
  assert.deepEqual(ASKED.map(({ story }) => `${story}.json`).sort(), stories.sort());
  const asked = ASKED.map(({ story, days }) => days.map((day) => asking(fileOf(story), policyOf(story), day, "json")));
  const written = clis(asked.flat().map(({ words }) => words));
  const pairs = [];
  for (const [at, { story, days }] of ASKED.entries()) {
    await openCase(fileOf(story), policyOf(story));
    for (const [which, day] of days.entries()) pairs.push([await answerOn(day), asked[at][which]]);
  }
  assert.ok(pairs.length >= 49);
  await same(pairs, written);
});

test("what is assumed to be known on an earlier day", async () => {
  const { view } = desk;
  const [story, day, known] = ["national-wrong", "2026-04-02", "2025-10-31"];
  await openCase(fileOf(story), policyOf(story));
  const withAll = await answerOn(day);
  await view.getByText("更多", { exact: true }).click();
  await view.locator("#form-known-on").fill(known);
  const answer = await answerOn(day);
  await view.locator("#form-known-on").fill("");
  assert.ok(!answer.equals(withAll));
  await same([[answer, asking(fileOf(story), policyOf(story), day, "json", "--known-on", known)]]);
});

test("the golden stories as registers, each on its last day: workbook", async () => {
  const { page } = desk;
  const view = await tab(page, "评估", "登记表");
  const pairs = [];
  for (const { story, days } of ASKED) {
    await register(view, { path: fileOf(story) });
    await view.getByLabel("办法").selectOption(policyOf(story));
    await view.getByLabel("评估日").fill(days.at(-1));
    await button(view, "评估").click();
    assert.equal(await rest(page), "");
    const { bytes } = await saving(page, () => button(view, "存为 Excel").click());
    assert.equal(await rest(page), "");
    pairs.push([bytes, asking(fileOf(story), policyOf(story), days.at(-1), "xlsx")]);
  }
  await same(pairs);
});

test("a case whose last day next year's notice moves: as imported by the command line", async () => {
  const { page } = desk;
  const file = path.join(own, "case.json");
  const events = ["receive", "register"].map((kind) => ({ kind, at: "2026-12-01" }));
  events.push({ kind: "accept", at: "2026-12-02" }, { kind: "notify", at: "2026-12-02" });
  fs.writeFileSync(file, JSON.stringify([{ case_no: "甲-1", case_class: "appeal", route: "petition", events }]));
  await tab(page, "评估", "一件");
  await openCase(file, "national");
  const before = await answerOn("2026-12-10");

  const calendar = await tab(page, "日历");
  await subpage(calendar, "放假通知");
  await calendar.getByLabel("通知的文字").fill(NOTICE);
  await button(calendar, "核对").click();
  await button(calendar, "采用").click();
  await calendar.locator(".cal-used").waitFor();
  assert.equal(await rest(page), "");
  await tab(page, "评估", "一件");
  const answer = await answerOn("2026-12-10");
  const due = (bytes) => JSON.parse(bytes).cases[0].limits.handling_deadline.due;
  assert.deepEqual([due(before), due(answer)], ["2027-02-01", "2027-01-31"]);

  const [notice, notices] = [path.join(own, "2027.txt"), path.join(own, "notices")];
  fs.writeFileSync(notice, NOTICE);
  await clis([["calendar", "import", notice, "--notices", notices]]);
  await same([
    [before, asking(file, "national", "2026-12-10", "json")],
    [answer, asking(file, "national", "2026-12-10", "json", "--notices", notices)],
  ]);
});
