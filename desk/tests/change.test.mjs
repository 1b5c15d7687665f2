// 改规则: the task of docs/how-to/change-a-rule.md, from the notice to the packet, with the file alone.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";
import { clis, drag, drop, folder, open, readAs, register, repository, rest, saving, tab } from "./driving.mjs";

// openpyxl writes a workbook's XML with lxml where that is installed, in other bytes; the desk has none.
process.env.OPENPYXL_LXML = "False";

const NOTICE = "关于调整办理时限和奖励的通知";
const TEXTS = ["一般信访事项10个工作日内回复", "奖励30元"];
const GENERAL = /改 ?答复期限、期限、一般信访事项/;
const AWARD = /改 ?代理奖励、金额、息诉息访且满意/;

const view = (page) => page.locator("#view-change");
const button = (page, name) => view(page).getByRole("button", { name });
const field = (page, label) => view(page).getByLabel(label, { exact: true });
const headed = (page, words) => page.locator(".change-head p", { hasText: words }).waitFor();

async function begin(page) {
  await tab(page, "改规则");
  await field(page, "改哪个办法").selectOption("online-proxy");
  await field(page, "施行日").fill("2027-03-01");
  await field(page, "通知名称").fill(NOTICE);
  await button(page, "建新版本").click();
  await page.waitForSelector("#clause-text:focus");
}

async function clauses(page) {
  for (const [at, text] of TEXTS.entries()) {
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
    await headed(page, `登记条款 ${at + 1} 条`);
    await page.waitForSelector("#clause-text:focus");
  }
}

async function value(page, row, given, phrase) {
  await button(page, row).click();
  await field(page, "取值").fill(given);
  await field(page, "原文短语").fill(phrase);
  await page.keyboard.press("Enter");
}

/** A new edition with the clauses of the notice and the first of its values. */
async function changed(page) {
  await begin(page);
  await clauses(page);
  await value(page, GENERAL, "10", "10个工作日内回复");
  await headed(page, "改 1 行");
}

/** The same change by the commands; how to read a file of it. */
async function byCommands(at) {
  const edition = path.join(at, "新办法");
  await clis([
    ["policy", "new", "online-proxy", "--effective", "2027-03-01", "--notice", NOTICE, "--output", edition],
    ["policy", "clause", edition, "t1", "--locator", "第一条", "--text", TEXTS[0]],
    ["policy", "clause", edition, "t2", "--locator", "第二条", "--text", TEXTS[1]],
    ["policy", "set", edition, "reply_deadline.limit", "reply_kind=一般信访事项", "--value", "10", "--unit", "working_day",
      "--clause", "t1", "--phrase", "10个工作日内回复", "--basis", "stated"],
    ["policy", "set", edition, "incentive.amount", "award_level=resolved", "--value", "30", "--clause", "t2", "--phrase", "奖励30元"],
    ["policy", "confirm", edition, "calendar_days"],
    ["policy", "export", edition, "--output", path.join(at, "改动.xlsx")],
    ["policy", "packet", "online-proxy", edition, "--examples", "examples/checks/online-proxy",
      "--cases", "examples/mayor_mailbox.csv", "--column", "accepted_at=received_at", "--as-of", "2020-01-31",
      "--output", path.join(at, "变更包")],
  ]);
  return (name) => fs.readFileSync(path.join(at, name));
}

test("from the notice to the packet: every file has the bytes that the commands give", async () => {
  const [at, clear] = folder();
  const written = byCommands(at); // while the page works
  const { page, close, problems } = await open();
  try {
    await changed(page);
    await view(page).getByLabel("查找").fill("息诉息访且满意");
    await value(page, AWARD, "30", "奖励30元");
    await headed(page, "改 2 行");
    await button(page, /照旧有效.*calendar_days/).first().click();
    await headed(page, "改 3 行");
    await view(page).getByText("例不再相符（原来相符的 344 例）").waitFor();
    await rest(page);
    await view(page).getByText("正在核对算例").waitFor({ state: "detached" });
    assert.equal(await view(page).getByText("以下是上一次的结果").count(), 0);
    const fourth = page.locator("#change-step-4");
    await register(fourth, { path: repository("examples/mayor_mailbox.csv") });
    await readAs(fourth, "received_at", "accepted_at");
    await view(page).getByLabel(/^评估日/).fill("2020-01-31");
    await button(page, "核对算例和过去的事项").click();
    await rest(page);
    await view(page).getByText("1014 件变了（共 1401 件）").waitFor();
    assert.match(await page.locator(".change-figures").innerText(), /38 例不再相符.*\s+1014 件变了/);
    await view(page).getByRole("img", { name: "答复期限的届满日移动" }).waitFor();
    await button(page, "生成变更包").click();
    await page.frameLocator(".change-packet iframe").getByText("签发").waitFor();
    const same = await written;
    for (const [name, words] of [
      ["新办法/2027-03-01.toml", /^保存新版本/],
      ["改动.xlsx", /^保存工作簿/],
      ["变更包/change-packet.html", "存为网页"],
      ["变更包/change-packet.json", /^存为数据/],
    ]) {
      const { bytes } = await saving(page, () => button(page, words).click());
      assert.ok(bytes.equals(same(name)), name);
    }
    // What else is tried meanwhile is none of the packet that is shown.
    await view(page).getByLabel("随附的算例").uncheck();
    const { bytes } = await saving(page, () => button(page, /^存为数据/).click());
    assert.ok(bytes.equals(same("变更包/change-packet.json")));
    const archive = await saving(page, () => button(page, /^保存全部版本/).click());
    assert.equal(archive.name, "online-proxy-2027-03-01.zip");
    assert.equal(await view(page).getByText("新版本已保存。").count(), 1);
    assert.deepEqual(problems, []);
  } finally {
    await close();
    clear();
  }
});

test("what is wrong is told at its place, and nothing is lost", async () => {
  const { page, close, problems } = await open({ width: 390, height: 844 });
  try {
    await tab(page, "改规则");
    await button(page, "建新版本").click();
    assert.equal(await page.locator("#new-policy-fault").innerText(), "请选择要改的办法");
    await field(page, "改哪个办法").selectOption("online-proxy");
    await field(page, "施行日").fill("2027-13-01");
    await field(page, "通知名称").fill(NOTICE);
    await button(page, "建新版本").click();
    assert.match(await page.locator("#new-effective-fault").innerText(), /没有这一天.*2027-13-01/);
    await begin(page);
    await clauses(page);
    await value(page, GENERAL, "12", "10个工作日内回复");
    await view(page).getByText("短语“10个工作日内回复”中没有数字 12").waitFor();
    assert.equal(await field(page, "取值").inputValue(), "12");
    await field(page, "取值").fill("10");
    await page.keyboard.press("Enter");
    await headed(page, "改 1 行");

    const wrong = [
      [[{ name: "改动.xlsx", bytes: "不是工作簿" }], /不是 Excel 工作簿/],
      [[{ name: "别的.toml", bytes: "[policy]\nid = 1\n" }], /别的\.toml/],
      [[{ path: repository("src/xinfang_core/policies/online-proxy/undated.toml") }], /已经发布，不再改动/],
      [[{ name: "a.xlsx", bytes: "a" }, { name: "b.xlsx", bytes: "b" }], /一个改过的工作簿/],
    ];
    page.on("dialog", (asked) => asked.accept());
    for (const [files, words] of wrong) {
      await drop(page, ".change-drop", files);
      await page.locator("#work .notice p", { hasText: words }).waitFor();
      await headed(page, "改 1 行");
    }
    await button(page, /^撤销：答复期限/).click();
    await headed(page, "改 0 行");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.equal(wide, 390);
    assert.deepEqual(problems, []);
  } finally {
    await close();
  }
});

/** One case is answered by the new version, and by the one without a day that it follows. */
async function versionsOfOneCase(page) {
  const one = await tab(page, "评估", "一件");
  const policy = one.locator("#form-policy");
  await policy.selectOption(await policy.locator("option[value*='/']").getAttribute("value"));
  const versions = one.getByLabel("版本");
  assert.deepEqual(await versions.locator("option").allInnerTexts(), ["按日期适用的", "2027-03-01", "2027-03-01 以前"]);
  await page.fill("#form-number", "甲-1");
  await page.fill("#form-event-0-day", "2027-01-04");
  for (const [chosen, since] of [["2027-03-01", "2027-03-01 起施行"], ["2027-03-01 以前", "未署日期"]]) {
    await versions.selectOption({ label: chosen });
    await one.getByRole("button", { name: "评估", exact: true }).click();
    await one.getByText(new RegExp(`适用 [^，]+（${since}），[^，]+（2022-05-01 起施行）`)).waitFor();
  }
}

test("a saved edition, in its folder, and a changed workbook are taken up again", async () => {
  const [at, clear] = folder();
  const { page, close, problems } = await open();
  try {
    await changed(page);
    const edition = await saving(page, () => button(page, /^保存新版本/).click());
    const book = await saving(page, () => button(page, /^保存工作簿/).click());
    const [own, changedBook] = [path.join(at, "新办法"), path.join(at, "改动.xlsx")];
    fs.mkdirSync(own);
    fs.writeFileSync(path.join(own, edition.name), edition.bytes);
    fs.writeFileSync(changedBook, book.bytes);
    await drag(page, ".change-drop", [own]);
    await headed(page, "登记条款 0 条，改 0 行");
    await view(page).getByText("例不再相符（原来相符的").waitFor();
    await drag(page, ".change-drop", [changedBook]);
    await button(page, /^撤销：工作簿/).waitFor();
    assert.equal(await rest(page), "");
    const again = await saving(page, () => button(page, /^保存新版本/).click());
    assert.ok(again.bytes.equals(edition.bytes));
    await versionsOfOneCase(page);
    assert.deepEqual(problems, []);
  } finally {
    await close();
    clear();
  }
});
