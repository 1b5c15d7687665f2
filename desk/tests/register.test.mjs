// 评估 › 登记表: a register is dropped, the chief's report is read, a case is found and opened.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { button as buttonIn, clis, drop, folder, readAs, register, repository, rest, saving, sharedDesk } from "./driving.mjs";

const LETTERS = repository("examples/mayor_mailbox.csv");
const ON = "2019-06-28";
const WORDS = ["assess", LETTERS, "--column", "accepted_at=received_at", "--policy", "online-proxy", "--as-of", ON];
const FORMATS = [["xlsx", "存为 Excel"], ["json", "存为 JSON"], ["jsonl", "存为 JSON Lines"], ["csv", "存为 CSV"]];

const place = "#assess-register";
const button = (page, name) => buttonIn(page.locator(place), name);
const cells = (page, selector) =>
  page.locator(selector).evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
const listed = async (page) => (await cells(page, ".big-table tbody tr:not(.gap)")).map(([caseNo]) => caseNo);
const status = (page) => page.locator(`${place} [role=status]`).innerText();
const inHand = (page) => page.locator(`${place} .register-name`).innerText();

/** Drop the letters, say that they are accepted when they come in, and assess. */
async function assessLetters(page, file = { path: LETTERS }) {
  await register(page.locator(place), file);
  await readAs(page.locator(place), "received_at", "accepted_at");
  await page.locator(place).getByLabel("办法").selectOption("online-proxy");
  await page.locator(place).getByLabel("评估日").fill(ON);
  const began = performance.now();
  await button(page, "评估").click();
  await page.locator(".big-table tbody tr").nth(3).waitFor();
  assert.equal(await rest(page), "");
  return performance.now() - began;
}

describe("the letters", () => {
  const desk = sharedDesk();
  const [own, takeAway] = folder();
  const writtenAs = (format) => path.join(own, `answers.${format}`);
  // The command line works while the page does.
  const written = clis(FORMATS.map(([format]) => [...WORDS, "--format", format, "--output", writtenAs(format)]));
  let page, told;
  after(takeAway);
  before(async () => {
    page = desk.page;
    const took = await assessLetters(page);
    console.log(`1,401 letters: ${(took / 1000).toFixed(1)} s from the click to the report`);
    await written;
    told = JSON.parse(fs.readFileSync(writtenAs("json"), "utf8"));
  });

  test("the ten most urgent are the longest overdue that the JSON tells", async () => {
    const rows = await cells(page, ".urgent tbody tr");
    assert.equal(rows.length, 10);
    const byNumber = new Map(told.cases.map((one) => [one.case_no, one]));
    for (const [caseNo, , , due] of rows) {
      const owed = byNumber.get(caseNo).obligations[0];
      assert.deepEqual([owed.due, owed.overdue], [due, true]);
    }
    const dues = rows.map((row) => row[3]);
    assert.deepEqual(dues, [...dues].sort());
    const left = told.cases.filter((one) => !rows.some(([caseNo]) => caseNo === one.case_no) && one.obligations[0]?.overdue);
    assert.ok(left.every((one) => one.obligations[0].due >= dues.at(-1)));
  });

  test("the counts are those of the summary, under what was asked", async () => {
    const asked = await page.locator(`${place} h2`).first().innerText();
    assert.match(asked, /^共 1401 件，网上信访代理工作经验材料，截至 \d{4}-\d\d-\d\d$/);
    const rows = await cells(page, ".counts tbody tr");
    const handling = rows.find((row) => row[1] === "办理期限" && row[0].includes("工作日"));
    const counted = told.summary.readings[0].handling_deadline.all;
    const headings = (await cells(page, ".counts thead tr"))[0];
    assert.equal(handling[headings.indexOf("按期")], String(counted.met));
    assert.equal(handling[headings.indexOf("逾期完成")], String(counted.late));
  });

  test("filters and their counts", async () => {
    const filter = page.locator(`${place} .filters`);
    await filter.getByLabel("答复期限").selectOption({ label: "逾期完成" });
    const late = told.cases.filter((one) => one.limits.reply_deadline?.status === "late");
    assert.match(await status(page), new RegExp(`显示 ${late.length} 件，共 1401 件`));
    await filter.getByLabel("类别").selectOption({ label: "咨询类事项" });
    const asked = late.filter((one) => one.kind.reply_kind.outcome === "consultation");
    assert.match(await status(page), new RegExp(`显示 ${asked.length} 件`));
    await filter.getByRole("button", { name: "全部条件取消" }).click();
    await filter.getByLabel("件号含有").fill("1859");
    const named = told.cases.filter((one) => one.case_no.includes("1859"));
    assert.match(await status(page), new RegExp(`显示 ${named.length} 件`));
    await filter.getByRole("button", { name: "全部条件取消" }).click();
    await filter.getByLabel("月份").selectOption({ label: "2012年2月" });
    assert.ok((await cells(page, ".big-table tbody tr:not(.gap)")).every((row) => row[1].startsWith("2012-02")));
    await filter.getByRole("button", { name: "全部条件取消" }).click();
    assert.match(await status(page), /显示 1401 件/);
  });

  test("a click on a header puts the rows in order, another turns it round", async () => {
    const sort = page.locator(".big-table thead").getByRole("button", { name: /^件号/ });
    const numbers = told.cases.map((one) => one.case_no).sort();
    await sort.click();
    assert.deepEqual((await listed(page)).slice(0, 5), numbers.slice(0, 5));
    await sort.click();
    assert.deepEqual((await listed(page)).slice(0, 5), numbers.reverse().slice(0, 5));
    assert.equal(await page.locator(".big-table [aria-sort=descending]").count(), 1);
  });

  test("keys go from the first row to the last; Enter opens the account, Escape closes it", async () => {
    await page.locator(".big-table thead").getByRole("button", { name: /^情况/ }).click();
    await page.locator(".big-table [data-place='0']").focus();
    await page.keyboard.press("End");
    await page.waitForFunction(() => document.activeElement.dataset.place === "1400");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => document.activeElement.dataset.place === "1");
    const caseNo = await page.evaluate(() => document.activeElement.textContent.trim());
    await page.keyboard.press("Enter");
    await page.locator("#beside").getByRole("heading", { name: caseNo }).first().waitFor();
    await page.waitForFunction(() => document.querySelector("#beside .account").textContent.length > 100);
    assert.equal(await rest(page), "");
    assert.ok((await page.locator("#beside").innerText()).includes(caseNo));
    await page.keyboard.press("Escape");
    await page.locator("#beside").waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => document.activeElement.dataset.place), "1");
  });

  for (const [format, title] of FORMATS) {
    test(`${format}: what is saved is what the command writes, to the byte`, async () => {
      const saved = await saving(page, () => button(page, title).click());
      assert.equal(saved.name, `mayor_mailbox-结论.${format}`);
      assert.ok(saved.bytes.equals(fs.readFileSync(writtenAs(format))));
    });
  }

  test("cancelled in the midst, the register stays in hand and is assessed again", async () => {
    await button(page, "评估").click();
    await page.locator("#work").getByRole("button", { name: "取消" }).click();
    assert.match(await rest(page), /已取消/);
    assert.equal(await inHand(page), "mayor_mailbox.csv");
    await button(page, "评估").click();
    await page.waitForFunction(() => document.querySelector("#work .working"));
    assert.equal(await rest(page), "");
    assert.match(await status(page), /共 1401 件/);
    // What the former worker held is gone; the case is found all the same.
    await page.locator(".urgent .link").first().click();
    await page.waitForFunction(() => document.querySelector("#beside .account")?.textContent.length > 100);
    await page.keyboard.press("Escape");
  });
});

describe("what is no register", () => {
  const desk = sharedDesk();
  let page;
  before(async () => {
    page = desk.page;
    await register(page.locator(place), { path: LETTERS });
  });

  const zeros = "made in the page";
  const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(4096)]);
  const encrypted = Buffer.concat([old, Buffer.from("EncryptedPackage", "utf16le"), Buffer.alloc(512)]);
  const refused = [
    ["two at once", [{ path: LETTERS }, { path: LETTERS, name: "另一个.csv" }], /一次只能放一个登记表，现在放了 2 个文件/],
    ["200 MB", [{ name: "大.csv", bytes: zeros }], /“大.csv”有 201 MB，工作台最多读 100 MB/],
    ["empty", [{ name: "空.csv", bytes: "" }], /“空.csv”是空的/],
    ["a letter", [{ name: "公文.docx", bytes: Buffer.from("PK\x03\x04", "latin1") }], /“公文.docx”不是登记表：请放 .xlsx、.csv/],
    ["a paper", [{ name: "通知.pdf", bytes: "%PDF-1.7\n" }], /“通知.pdf”不是登记表/],
    ["a workbook of WPS", [{ name: "旧.et", bytes: old }], /旧.et: .*另存为/],
    ["blank", [{ name: "空白.csv", bytes: "\n \n" }], /空白.csv: .*空/],
    ["a picture", [{ name: "照片.csv", bytes: Buffer.from("\x89PNG\r\n\x1a\n\0\0\0", "latin1") }], /照片.csv: /],
    ["no workbook", [{ name: "文.xlsx", bytes: "%PDF-1.7" }], /文.xlsx: .*不是/],
    ["a broken workbook", [{ name: "坏.xlsx", bytes: Buffer.from("PK\x03\x04 broken", "latin1") }], /坏.xlsx: .*损坏/],
    ["an old workbook", [{ name: "旧.xls", bytes: old }], /旧.xls: .*另存为/],
    ["a workbook with a password", [{ name: "密.xlsx", bytes: encrypted }], /密.xlsx: .*(密码|加密)/],
  ];
  for (const [what, files, sentence] of refused) {
    test(`${what}: one sentence, and the former register stays`, async () => {
      if (files[0].bytes === zeros) await dropLarge(page);
      else await drop(page, `${place} .drop`, files);
      await page.waitForFunction((text) => new RegExp(text).test(document.querySelector("#work .notice p")?.textContent ?? ""), sentence.source);
      assert.ok((await rest(page)).split("\n").length <= 2);
      assert.equal(await inHand(page), "mayor_mailbox.csv");
      await page.getByRole("button", { name: "知道了" }).click();
    });
  }

  test("unknown columns: the names are shown, no value is; said what is what, it is read", async () => {
    const rows = "办件,来件,电话\n甲-1,2025-09-22,13800138000\n";
    await drop(page, `${place} .drop`, [{ name: "列.csv", bytes: rows }]);
    const dialog = page.locator("dialog.reading");
    await dialog.waitFor();
    const shown = await dialog.innerText();
    assert.match(shown, /缺少列“信访件编号”/);
    assert.ok(shown.includes("电话") && !shown.includes("13800138000"));
    await dialog.getByLabel("“办件”另读作").selectOption("case_no");
    await dialog.getByRole("button", { name: "照此读" }).click();
    await dialog.waitFor({ state: "detached" });
    assert.equal(await inHand(page), "列.csv");
  });

  test("not said, the former register stays", async () => {
    await drop(page, `${place} .drop`, [{ name: "又.csv", bytes: "甲,乙\n丙,丁\n" }]);
    await page.locator("dialog.reading").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("dialog.reading").waitFor({ state: "detached" });
    assert.equal(await inHand(page), "列.csv");
  });

  test("dates that can be read in two ways are told; said which is meant, they are read", async () => {
    await drop(page, `${place} .drop`, [{ name: "日期.csv", bytes: "信访件编号,收到日期\n甲-1,09-07-2025\n" }]);
    await page.waitForFunction(() => document.querySelector(".register-name")?.textContent === "日期.csv");
    await page.locator(place).getByLabel("办法").selectOption("national");
    await button(page, "评估").click();
    await page.getByRole("heading", { name: "登记表读不了，还没有评估" }).waitFor();
    assert.match(await page.locator(`${place} .problem`).innerText(), /--date-format/);
    await button(page, "设置读法…").click();
    await page.locator("dialog.reading").getByLabel("日期的写法").selectOption("dmy");
    await page.getByRole("button", { name: "照此读" }).click();
    await page.locator("dialog.reading").waitFor({ state: "detached" });
    await button(page, "评估").click();
    await page.waitForFunction(() => /共 1 件/.test(document.querySelector("#assess-register [role=status]")?.textContent ?? ""));
    assert.equal((await cells(page, ".big-table tbody tr:not(.gap)"))[0][1], "2025-07-09");
  });
});

/** A file too large to be carried into the page: it is made there. */
async function dropLarge(page) {
  await page.locator(`${place} .drop`).evaluate((element) => {
    const carried = new DataTransfer();
    const piece = new Uint8Array(1024 * 1024);
    carried.items.add(new File(Array.from({ length: 201 }, () => piece), "大.csv"));
    element.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: carried }));
  });
}
