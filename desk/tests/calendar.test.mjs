// The calendar: the year equals the command line's; so does a deadline; a notice that is pasted
// changes both, for the whole desk; what is no notice is refused in one clear sentence.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test, { after, beforeEach } from "node:test";
import { NOTICE } from "./notice.mjs";
import { button, cli, drop, folder, register, repository, rest, saving, sharedDesk, subpage, tab } from "./driving.mjs";

const ACROSS = ["due", "2026-12-20", "15", "--unit", "working_day"];

const [own, takeAway] = folder();
process.env.XINFANG_NOTICES = path.join(own, "notices");
const desk = sharedDesk();
let page, view;
beforeEach(async () => {
  page = desk.page;
  view = await tab(page, "日历");
});
after(takeAway);

const press = (title) => button(view, title).click();
const part = (title) => subpage(view, title);
const plain = async (words) => (await cli(words)).out.toString();

async function deadline([, start, count, , unit], then = () => {}) {
  await part("算期限");
  await view.getByLabel("单位").selectOption(unit);
  const [day, time] = start.split("T");
  await view.getByLabel("起算日").fill(day);
  if (time) await view.getByLabel("时刻").fill(time);
  await view.getByLabel("期限", { exact: true }).fill(count);
  await then();
  await press("计算");
  assert.equal(await rest(page), "");
  return view.locator(".cal-answer").innerText();
}

async function checked(text) {
  await part("放假通知");
  await view.getByLabel("通知的文字").fill(text);
  await press("核对");
  await page.waitForSelector("#cal-checked");
  await rest(page);
  return view.locator("#cal-checked").innerText();
}

test("the year's picture, its file and its schedule are the command line's", async () => {
  await view.getByLabel("年份").selectOption("2026");
  await page.waitForSelector(".cal-wall svg");
  const drawn = await saving(page, () => press("存为图（.svg）"));
  assert.equal(drawn.bytes.toString(), await plain(["calendar", "show", "2026", "--format", "svg"]));
  const schedule = await saving(page, () => press("存为日程（.ics）"));
  assert.equal(schedule.name, "2026年工作日历.ics");
  assert.equal(schedule.bytes.toString(), await plain(["calendar", "show", "2026", "--format", "ics"]));
  await view.getByText("按月列出").click();
  const counts = await view.locator(".cal-months tbody td:nth-child(2)").allInnerTexts();
  const told = await plain(["calendar", "show", "2026"]);
  counts.forEach((count, at) => assert.ok(told.includes(`${at + 1}月 ${count.replace(" 天", "")}`), count));
  const last = await view.locator(".cal-months tbody tr").last().innerText();
  assert.ok(last.endsWith("其中 3 天暂定"), last);
});

test("another year, a region and a day of knowledge are asked of the same calendar", async () => {
  const region = view.locator(".cal-part-year").getByLabel("地区");
  await region.selectOption("450000");
  const words = ["calendar", "show", "2026", "--region", "450000"];
  const total = (await plain(words)).match(/全年 \d+ 个工作日/)[0];
  await page.waitForFunction((text) => document.querySelector(".cal-lines")?.textContent.includes(text), total);
  await region.selectOption("");
  await view.getByLabel("年份").selectOption("2028");
  await page.waitForFunction(() => document.querySelector(".cal-part-year")?.textContent.includes("2028年的通知还没有公布"));
  await view.getByLabel("年份").selectOption("2026");
  await view.locator(".cal-part-year").getByLabel("只用该日以前").fill("2025-06-30");
  await page.waitForFunction(() => document.querySelector(".cal-lines")?.textContent.includes("全年预计"));
  await view.locator(".cal-part-year").getByLabel("只用该日以前").fill("");
});

test("a deadline, its picture and its table are the command line's", async () => {
  const words = ["due", "2026-09-28", "5", "--unit", "working_day"];
  const said = await deadline(words);
  const told = JSON.parse(await plain([...words, "--format", "json"]));
  assert.ok(said.includes("2026年10月10日 星期六"), said);
  assert.ok(said.includes(told.text) && said.includes("已确定") && said.includes("第二百零一条"), said);
  const picture = await saving(page, () => press("存图（.svg）"));
  assert.equal(picture.bytes.toString(), await plain([...words, "--format", "svg"]));
  const table = await saving(page, () => press("存逐日表（文本 .md）"));
  assert.equal(table.bytes.toString(), await plain([...words, "--format", "markdown"]));
  const lines = (await plain([...words, "--explain"])).split("\n").filter((line) => /^\d{4}-/.test(line));
  assert.equal(await view.locator(".cal-days tbody tr").count(), lines.length);
});

test("pauses and hours count as on the command line", async () => {
  const words = ["due", "2026-03-02", "7", "--unit", "working_day"];
  const said = await deadline(words, async () => {
    await view.locator(".cal-part-due summary", { hasText: "更多" }).click();
    await press("加一段中止");
    await view.getByLabel("开始日").fill("2026-03-09");
    await view.getByLabel("恢复日").fill("2026-03-12");
    await view.getByLabel("原因").fill("听证");
  });
  const paused = await plain([...words, "--suspend", "2026-03-09..2026-03-12,听证"]);
  assert.ok(said.includes(paused.split("\n")[0]), said);
  assert.ok(said.includes("中止计算：听证"), said);
  const open = await deadline(words, () => view.getByLabel("恢复日").fill(""));
  assert.ok(open.includes("届满日无法确定"), open);
  await view.getByRole("button", { name: "去掉" }).click();
  const hours = await deadline(["due", "2026-09-30T16:40", "24", "--unit", "hour"]);
  assert.ok(hours.includes("2026年10月1日 星期四 16:40"), hours);
});

test("what cannot be counted is said in one sentence", async () => {
  await part("算期限");
  await view.getByLabel("单位").selectOption("working_hour");
  await press("计算");
  assert.match(await rest(page), /^--unit: 工作小时须按一个单位的办公时间计算/);
  await view.getByLabel("单位").selectOption("working_day");
  await view.getByLabel("期限", { exact: true }).fill("五");
  await press("计算");
  assert.equal(await rest(page), "期限请写整数，如 15。");
  await view.getByLabel("期限", { exact: true }).fill("99999");
  await press("计算");
  assert.match(await rest(page), /不大于 3660/);
  await button(page, "知道了").click();
});

test("the keyboard alone counts a deadline", async () => {
  await subpage(view, "年历");
  await page.keyboard.press("ArrowRight");
  await view.getByLabel("起算日").fill("2026-09-28");
  await view.getByLabel("期限", { exact: true }).focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("6");
  await page.keyboard.press("Enter");
  assert.equal(await rest(page), "");
  assert.ok((await view.locator(".cal-due").innerText()).includes("2026年10月12日"));
});

test("a notice that is pasted settles what was provisional, until it is taken away", async () => {
  const provisional = await deadline(ACROSS);
  assert.ok(provisional.includes("暂定：2027年1月6日 至 2027年1月14日 之间"), provisional);
  const said = await checked(NOTICE);
  assert.ok(said.includes("放假 28 天，上班 5 天") && said.includes("2月5日至12日"), said);
  await press("采用");
  await page.waitForSelector(".cal-used");
  const saved = await saving(page, () => press("存为文件（.toml），给别人用"));
  assert.equal(saved.name, "national-2027.toml");
  fs.writeFileSync(path.join(own, "2027.txt"), NOTICE);
  assert.equal((await cli(["calendar", "import", path.join(own, "2027.txt")])).code, 0);
  const kept = path.join(process.env.XINFANG_NOTICES, saved.name);
  assert.equal(saved.bytes.toString(), fs.readFileSync(kept, "utf-8"));
  await part("算期限"); // the answer that stands there is asked for anew
  await page.waitForSelector(".cal-due .cal-sure");
  const settled = JSON.parse(await plain([...ACROSS, "--format", "json"]));
  assert.equal(settled.certainty, "settled");
  assert.ok((await view.locator(".cal-answer").innerText()).includes(settled.text));
  await tab(page, "关于");
  await page.locator("#view-about strong", { hasText: "2027年12月28日" }).waitFor();
  fs.rmSync(kept);
  await tab(page, "日历");
  await part("放假通知");
  // What was checked beside it is no answer any more, once it is taken away.
  await checked(NOTICE);
  const take = view.getByRole("button", { name: "采用", exact: true });
  await take.waitFor();
  await press("不再采用");
  await view.getByText("只用随附的全国通知").waitFor();
  assert.ok((await view.locator("#cal-checked").innerText()).includes("正在采用的通知有了改动：请再核对一次"));
  assert.equal(await take.count(), 0);
  await press("再核对");
  await take.waitFor();
  assert.ok((await deadline(ACROSS)).includes("暂定：2027年1月6日"));
  await part("放假通知");
  await drop(page, "#cal-text", [{ name: saved.name, bytes: saved.bytes }]);
  await press("采用");
  await page.waitForSelector(".cal-used");
});

test("a notice pasted as it was published needs one click: its first lines, and no more than its days", async () => {
  const published = `示例办公厅关于2027年部分节假日安排的通知
国办发明电〔2026〕9号
各省、自治区、直辖市人民政府：
现将放假安排通知如下。
${NOTICE.split("\n").slice(3).join("\n")}示例办公厅
2026年11月20日
`;
  assert.match(await checked(published), /缺少“文号：”这一行/);
  await view.getByRole("button", { name: /行不是节日：在行首加 #，填入开头三行，再核对/ }).click();
  await page.waitForSelector("#cal-checked table");
  const text = await view.getByLabel("通知的文字").inputValue();
  assert.ok(text.startsWith("文号：国办发明电〔2026〕9号\n印发日期：2026年11月20日\n年份：2027\n"), text);
  assert.ok((await view.locator("#cal-checked").innerText()).includes("放假 28 天，上班 5 天"));
});

test("which cases move is asked of the register in hand; the notice outlives a cancelled work", async () => {
  await part("放假通知");
  await register(view, { path: repository("docs/examples/register.csv") });
  await press("列出变动");
  assert.equal(await rest(page), "");
  const found = await view.locator(".cal-part-notices").innerText();
  assert.match(found, /共 \d+ 件，截至 \d{4}-\d\d-\d\d 在办且届满日变动的期限 \d+ 个/);
  await register(view, { path: repository("examples/mayor_mailbox.csv") });
  // What was listed was about the former register.
  assert.doesNotMatch(await view.locator(".cal-part-notices").innerText(), /在办且届满日变动的期限/);
  await press("列出变动");
  await button(page, "取消").click();
  assert.match(await rest(page), /^已取消/);
  assert.ok((await deadline(ACROSS)).includes("已确定"));
});

test("what is no notice is refused, and says why", async () => {
  const half = NOTICE.split("清明节")[0];
  assert.match(await checked(half), /有疑点，请对照通知原文/);
  assert.match(await checked(NOTICE.replace("年份：2027", "年份：2031")), /不能采用：有 \d+ 处要改[^]*2031-01-01 是周三，不是周五/);
  assert.match(await checked(NOTICE.replace("1月31日（周日）", "2月6日（周六）")), /既放假又上班/);
  assert.match(await checked(""), /文件是空的/);
  assert.match(await checked("放假三天"), /看不懂这一行/);
  const text = (bytes) => [{ name: "2027年通知.pdf", bytes }];
  const refused = async (files, pattern) => {
    await drop(page, "#cal-text", files);
    await page.waitForSelector("#work .notice");
    assert.match(await rest(page), pattern);
    await button(page, "知道了").click();
  };
  await refused(text("%PDF-1.7\n1 0 obj"), /^“2027年通知.pdf”是 PDF 文件，不是文本/);
  await refused(text("PK\u0003\u0004"), /Word、WPS、Excel 或者压缩文件/);
  await refused(text("字".repeat(40_000)), /最多 64 KB/);
  await refused([...text("甲"), { name: "乙.txt", bytes: "乙" }], /^一次只能放一份通知/);
});
