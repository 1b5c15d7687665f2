// Documents: the page writes what the command line writes, refuses at the place, and says what it cannot.
//
// One desk for all of them, as an officer would have it: a test goes on where the former one ended.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test, { beforeEach } from "node:test";
import { cli, folder, register, repository, rest, saving, sharedDesk, subpage, tab } from "./driving.mjs";

const CASES = repository("examples/letters/cases.json");
const PARTIES = repository("examples/letters/parties.toml");
const FIELDS = repository("examples/letters/acceptance_notice.toml");
const MAILBOX = repository("examples/mayor_mailbox.csv");

const desk = sharedDesk((page) => tab(page, "文书"));
let page, view;
beforeEach(() => ({ page, view } = desk));

async function inHand(file) {
  await register(view, { path: file });
  await view.getByText(/^共 \d+ 件/).waitFor();
  await rest(page);
}

/** Put a file into the button of that name. */
async function choose(title, file) {
  await view.locator("label.button", { hasText: title }).locator("input").setInputFiles(file);
  await rest(page);
}

async function make() {
  await view.getByRole("button", { name: "出文书" }).click();
  assert.equal(await rest(page), "");
}

const savedPage = () => saving(page, () => view.getByRole("button", { name: "存为网页" }).click());
const closing = () => page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));

test("a rulebook is the command line's; what the browser cannot write is said, with the command", async () => {
  await subpage(view, "规则手册");
  await view.getByLabel(/^办法/).selectOption({ label: "网上信访代理工作经验材料" });
  await view.getByLabel(/期限速查表自/).fill("2026-11-01");
  await make();
  const words = ["docs", "rulebook", "online-proxy", "--from", "2026-11-01"];
  assert.ok((await savedPage()).bytes.equals((await cli([...words, "--format", "html"])).out));

  await view.frameLocator("iframe.sheet:visible").getByRole("link", { name: "各项规则" }).first().click();
  assert.equal(await view.frameLocator("iframe.sheet:visible").locator("h1").textContent(), "《网上信访代理工作经验材料》规则手册");

  await view.getByText("要 .docx（Word、WPS）和 PDF").click();
  const told = view.locator(".doc-elsewhere");
  assert.match(await told.textContent(), /浏览器里出不了 .docx/);
  const lines = (await told.locator("pre").textContent()).split("\n");
  assert.equal(lines[0], `xinfang ${words.join(" ")} --format docx --output 规则手册-网上信访代理工作经验材料.docx`);
  assert.match(lines[1], /--format pdf --output .*\.pdf$/);
  await view.getByLabel(/^办法/).selectOption({ label: "信访工作条例" });
  assert.match(await view.locator(".doc-made").textContent(), /此后有改动/);
});

test("what lacks is told at once and at its place; what was typed stays with another kind of letter", async () => {
  await subpage(view, "告知书、函、表格");
  await inHand(CASES);
  await view.getByLabel("件号", { exact: true }).fill("文书-2025-0001");
  await view.getByLabel("评估日").fill("2025-10-13");
  assert.equal(await closing(), false);
  await view.getByLabel(/^信访事项/).fill("反映路灯不亮。");
  await view.getByLabel("联系电话").fill("打这个电话");
  assert.equal(await closing(), true);
  await make();
  const alert = view.locator(".doc-faults");
  assert.match(await alert.textContent(), /有 5 处要先改/);
  assert.match(await view.locator("#doc-field-issuer-fault").textContent(), /缺少“发文机关标志”/);
  assert.match(await view.locator("#doc-field-matter-fault").textContent(), /须写明给谁看/);
  assert.match(await view.locator("#doc-field-office_phone-fault").textContent(), /须为本单位的电话/);
  assert.match(await view.locator("#doc-people-fault").textContent(), /缺少“主送（信访人）”/);
  await alert.getByRole("button", { name: "去改" }).first().click();
  assert.match(await page.evaluate(() => document.activeElement?.id ?? ""), /^doc-/);

  await view.getByLabel("联系电话").fill("");
  await view.getByLabel(/^发文机关标志/).fill("某市某区信访局");
  await view.getByLabel("种类").selectOption({ label: "交办函" });
  await view.locator("#doc-field-addressee").waitFor();
  assert.equal(await view.getByLabel(/^发文机关标志/).inputValue(), "某市某区信访局");
  assert.equal(await view.getByLabel("给谁看").inputValue(), "handling_body");
  const saved = await saving(page, () => view.getByRole("button", { name: "存填写内容（.json）" }).click());
  assert.equal(saved.name, "交办函填写内容.json");
  assert.equal(JSON.parse(saved.bytes.toString()).issuer, "某市某区信访局");
});

test("a letter of a case of the register is the command line's, to the byte, and so is its account", async () => {
  await view.getByLabel("种类").selectOption({ label: "受理告知书" });
  await view.getByLabel("给谁看").selectOption({ label: "信访人" });
  await choose("读入当事方", PARTIES);
  await choose("读入填写内容", FIELDS);
  await make();
  const saved = await savedPage();
  const of = ["--policy", "national", "--as-of", "2025-10-13", "--audience", "petitioner", "--parties", PARTIES];
  const about = [CASES, "--case", "文书-2025-0001", ...of];
  const letter = await cli(["docs", "letter", "受理告知书", ...about, "--fields", FIELDS]);
  assert.equal(saved.name, "受理告知书-文书-2025-0001.html");
  assert.ok(saved.bytes.equals(letter.out));
  const command = "xinfang docs letter 受理告知书 cases.json --case 文书-2025-0001 --policy national --as-of 2025-10-13"
    + " --audience petitioner --parties 当事方.json --fields 填写内容.json --format docx --output 受理告知书-文书-2025-0001.docx";
  assert.equal(await view.locator(".doc-elsewhere pre").textContent(), command);
  const fields = await saving(page, () => view.getByRole("button", { name: "存填写内容.json" }).click());
  assert.equal(fields.name, "填写内容.json");
  assert.deepEqual(JSON.parse(fields.bytes.toString()).matter.for, ["petitioner", "superior"]);

  await subpage(view, "期限核算单");
  await make();
  assert.ok((await savedPage()).bytes.equals((await cli(["docs", "account", ...about, "--format", "html"])).out));
});

test("names that are typed are masked for who may not see them, and never in the title or in what is kept", async () => {
  await subpage(view, "告知书、函、表格");
  await view.getByLabel("姓名").first().fill("戊某某");
  await view.getByLabel(/^信访事项/).fill("戊某某反映路灯不亮。");
  await view.getByRole("group", { name: "可以给哪些人看" }).getByLabel("公众").check();
  await view.getByLabel("给谁看").selectOption({ label: "公众" });
  await make();
  const paper = view.frameLocator("iframe.sheet:visible").locator("main");
  assert.match(await paper.textContent(), /〔信访人〕反映路灯不亮/);
  assert.doesNotMatch(await paper.textContent(), /戊某某/);
  const kept = await page.evaluate(
    () => document.title + location.href + JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie,
  );
  assert.doesNotMatch(kept, /戊/);
  assert.doesNotMatch(await view.locator(".doc-elsewhere pre").textContent(), /戊/);
});

test("the ledger of a register as a workbook and as a page is the command line's, to the byte", async () => {
  await subpage(view, "通报、台账");
  await inHand(MAILBOX);
  await view.getByLabel("自", { exact: true }).fill("2012-01-01");
  await view.getByLabel("至", { exact: true }).fill("2012-03-31");
  await view.getByLabel("承办单位的列").fill("category");
  await view.getByLabel(/附台账/).check();
  const book = await saving(page, () => view.getByRole("button", { name: "存为工作簿（.xlsx）" }).click());
  await make();
  const saved = await savedPage();
  const words = [
    ...["docs", "bulletin", MAILBOX, "--policy", "national", "--from", "2012-01-01", "--to", "2012-03-31"],
    ...["--by", "body=category", "--ledger"],
  ];
  const [made, away] = folder();
  try {
    const file = path.join(made, "通报.xlsx");
    assert.equal((await cli([...words, "--format", "xlsx", "--output", file])).code, 0);
    assert.ok(book.bytes.equals(fs.readFileSync(file)));
  } finally {
    away();
  }
  assert.ok(saved.bytes.equals((await cli([...words, "--format", "html"])).out));
  assert.match(await view.locator(".doc-made").textContent(), /用时 [\d.]+ 秒/);
});
