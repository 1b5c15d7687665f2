// Drive the built file as a user would: in Debian's Chromium, by file://, with no network.
//
// Starting it takes seconds: tests that can follow each other share one (`sharedDesk`). Another ends
// what it opened: `const { page, close, problems } = await open();` … `await close();`.

import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export { cli, clis } from "./commands.mjs";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** The file under test; DESK names another. */
export const DESK = path.resolve(process.env.DESK ?? path.join(ROOT, "dist/xinfang-desk.html"));

/** A file of the repository, such as `examples/mayor_mailbox.csv`. */
export const repository = (name) => path.join(ROOT, name);

/** What keeps Chromium from talking to anybody but the page. */
export const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/**
 * The desk, opened and ready. `browser` is the path of a Chromium; `offline: false` leaves the
 * network as it is, for the tests that prove that nothing is sent; `ready: false` does not wait;
 * `args` are more words for Chromium; `keepProfile` leaves the folder of its profile at the end.
 * `problems` gathers what no test should see: errors of the page, requests that leave it.
 */
export async function open({ width = 1280, height = 900, browser, ...given } = {}) {
  const { offline = true, ready = true, args = [], keepProfile = false } = given;
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "desk-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser ?? process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [...QUIET, ...args],
    acceptDownloads: true,
    locale: "zh-CN",
    offline,
    viewport: { width, height },
  });
  const problems = [];
  context.on("request", (request) => {
    if (!/^(file|blob|data):/.test(request.url())) problems.push(`request: ${request.url()}`);
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.on("console", (said) => said.type() === "error" && problems.push(`console: ${said.text()}`));
  page.on("pageerror", (error) => problems.push(`page: ${error.stack ?? error}`));
  const close = async () => {
    await context.close();
    if (!keepProfile) fs.rmSync(profile, { recursive: true, force: true });
  };
  try {
    await page.goto(pathToFileURL(DESK).href);
    const isReady = () => "ready" in document.documentElement.dataset;
    if (ready) await page.waitForFunction(isReady, null, { timeout: 60_000 });
  } catch (error) {
    await close();
    throw problems.length ? new Error(`${error.message}\n${problems.join("\n")}`) : error;
  }
  return { page, close, problems, context, profile };
}

/**
 * One desk for all tests of a file or a suite, each of which goes on where the former one ended:
 * opened before them, closed after them, when nothing may have gone wrong. `prepare` is given the
 * page and tells the view; a second `before` of a file would not wait for this one.
 */
export function sharedDesk(prepare = () => undefined) {
  const held = {};
  before(async () => {
    Object.assign(held, await open());
    held.view = await prepare(held.page);
  });
  after(async () => {
    await held.close?.();
    assert.deepEqual(held.problems, []);
  });
  return held;
}

/**
 * Drop files on an element: each `{ path, name? }` or `{ name, bytes }` (a Buffer or a string).
 */
export async function drop(page, selector, files) {
  const input = await page.evaluateHandle(() => {
    const made = document.createElement("input");
    Object.assign(made, { type: "file", multiple: true, hidden: true });
    return document.body.appendChild(made);
  });
  const named = files.map((file) => file.name ?? path.basename(file.path));
  if (files.every((file) => file.path)) await input.setInputFiles(files.map((file) => file.path));
  else {
    const type = "application/octet-stream";
    const read = (file) => (file.path ? fs.readFileSync(file.path) : Buffer.from(file.bytes));
    await input.setInputFiles(files.map((file, at) => ({ name: named[at], mimeType: type, buffer: read(file) })));
  }
  await page.locator(selector).first().evaluate((element, [held, names]) => {
    const carried = new DataTransfer();
    [...held.files].forEach((file, at) => carried.items.add(new File([file], names[at])));
    for (const kind of ["dragenter", "dragover", "drop"]) {
      const given = { bubbles: true, cancelable: true, dataTransfer: carried };
      element.dispatchEvent(new DragEvent(kind, given));
    }
    held.remove();
  }, [input, named]);
}

/**
 * Drag files and folders from the disk and drop them, as a hand does: what is dropped by a script
 * (`drop`) has no folders, and Chromium hands it on in another way.
 */
export async function drag(page, selector, files) {
  const target = page.locator(selector);
  await target.scrollIntoViewIfNeeded();
  const { x, y } = await target.boundingBox();
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) {
    await session.send("Input.dispatchDragEvent", { type, x: x + 9, y: y + 9, data });
  }
  await session.detach();
}

/** What an action saves: `{ name, bytes }`. */
export async function saving(page, action) {
  const [download] = await Promise.all([page.waitForEvent("download", { timeout: 60_000 }), action()]);
  const bytes = fs.readFileSync(await download.path());
  await download.delete();
  return { name: download.suggestedFilename(), bytes };
}

/** Wait until no work runs; the bar's notice, or "" where there is none. */
export async function rest(page, timeout = 60_000) {
  await page.waitForFunction(() => !document.querySelector("#work .working"), null, { timeout });
  return page.evaluate(() => document.querySelector("#work .notice p")?.textContent ?? "");
}

/**
 * Show a tab by its title: 评估, 改规则, 日历, 文书, 关于; its view, in which a test should look for
 * its fields, since hidden views have fields of the same names. A second title is that of a page
 * within: 登记表, 一件.
 */
export async function tab(page, ...titles) {
  let view = page.locator("body");
  for (const title of titles) {
    const found = view.getByRole("tab", { name: title, exact: true });
    await found.click();
    view = page.locator(`#${await found.getAttribute("aria-controls")}`);
  }
  return view;
}

/** A button by its whole text. */
export const button = (view, name) => view.getByRole("button", { name, exact: true });

/** Put a register where a view wants one, and wait until it is in hand. */
export async function register(view, file) {
  await drop(view.page(), `#${await view.getAttribute("id")} .drop:visible`, [file]);
  await view.locator(".register-name", { hasText: file.name ?? path.basename(file.path) }).waitFor();
  await rest(view.page());
}

/** Say in a view that a column of the register in hand is read as something else, such as accepted_at. */
export async function readAs(view, column, field) {
  const dialog = view.page().locator("dialog.reading");
  await button(view, "读法…").click();
  await dialog.getByLabel(`“${column}”另读作`).selectOption(field);
  await button(dialog, "照此读").click();
  await dialog.waitFor({ state: "detached" });
}

/** Show a page within a view by its title, such as 算期限 of 日历. */
export const subpage = (view, title) => view.getByRole("tab", { name: title, exact: true }).click();

/** A folder of one's own, with a function that takes it away. */
export function folder() {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), "desk-"));
  return [made, () => fs.rmSync(made, { recursive: true, force: true })];
}
