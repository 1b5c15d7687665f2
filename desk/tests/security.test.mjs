// Nothing leaves the page and nothing stays behind it: tried, not only declared.
//
// A policy in a page cannot forbid leaving it, nor calls between browsers (WebRTC), nor that the
// browser connects, sending nothing, to where a frame, a form or a preconnect link would go before
// it refuses. No script but ours runs, so no one can ask for them; page/shut.js takes away what it
// can all the same.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test, { after, before } from "node:test";
import { pathToFileURL } from "node:url";
import { fromPage, fromWorker } from "./attempts.mjs";
import { catcher } from "./catcher.mjs";
import { DESK, drop, folder, open, rest, tab } from "./driving.mjs";

/** Do something with a desk and a catcher, the network being there; what arrived. */
async function listening(desk, task) {
  const { to, arrived, close: deaf } = await catcher();
  try {
    const ways = await task(desk.page, to, desk.context);
    return { arrived, ways };
  } finally {
    deaf();
  }
}

/** One desk for those that try to get out of it; the worker first, while the page is untouched. */
let online;
before(async () => {
  online = await open({ offline: false });
});
after(() => online.close());

test("no way of sending that Python's worker has gets anything out", async () => {
  const { arrived, ways } = await listening(online, (page, to) => page.workers()[0].evaluate(fromWorker, to));
  assert.ok(ways.length > 7);
  assert.deepEqual(arrived, []);
});

test("no way of sending that a script of the page has gets anything out", async () => {
  const { arrived, ways } = await listening(online, (page, to) => page.evaluate(fromPage, [to, /^(?!frame$)/]));
  assert.ok(ways.length > 30);
  assert.deepEqual(arrived, []);
});

test("a frame of elsewhere is refused before anything is said to it", async () => {
  const { arrived } = await listening(online, (page, to) => page.evaluate(fromPage, [to, /^frame$/]));
  assert.deepEqual(arrived.filter((what) => what !== "connection"), []);
});

test("the same ways do arrive from a page without our policy: so the catcher catches", async () => {
  const [place, clean] = folder();
  const bare = path.join(place, "bare.html");
  const script = `window.worker = new Worker(URL.createObjectURL(new Blob([""])))`;
  fs.writeFileSync(bare, `<!doctype html><title>bare</title><body><script>${script}</script>`);
  const desk = await open({ offline: false, ready: false });
  try {
    const { arrived, ways } = await listening(desk, async (page, to) => {
      await page.goto(pathToFileURL(bare).href);
      return [...(await page.evaluate(fromPage, [to, /./])), ...(await page.workers()[0].evaluate(fromWorker, to))];
    });
    // Workers of elsewhere and filters of elsewhere are refused everywhere; the last speak no HTTP.
    const never = ["worker", "shared", "filter", "webtransport", "webrtc", "worker_worker", "worker_webtransport"];
    assert.deepEqual(ways.filter((way) => !arrived.includes(way)), never);
    assert.ok(arrived.includes("datagram"));
  } finally {
    await desk.close();
    clean();
  }
});

const LEAVING = {
  "a script's assignment": (to) => void (location.href = `${to}/leave`),
  "a script's replacement": (to) => location.replace(`${to}/leave`),
  "a link": (to) => Object.assign(document.body.appendChild(document.createElement("a")), { href: `${to}/leave` }).click(),
  "a new window": (to) => void window.open(`${to}/leave`),
  "a link to a new window": (to) =>
    Object.assign(document.body.appendChild(document.createElement("a")), { href: `${to}/leave`, target: "_blank" }).click(),
  "a refresh": (to) =>
    Object.assign(document.head.appendChild(document.createElement("meta")), { httpEquiv: "refresh", content: `0;url=${to}/leave` }),
};

test("the page does not let itself be left for somewhere else, nor opens windows", async () => {
  const { arrived } = await listening(online, async (page, to, context) => {
    for (const [name, leave] of Object.entries(LEAVING)) {
      await page.evaluate(leave, to).catch(() => {});
      await page.waitForTimeout(300);
      assert.equal(page.url().replace(/#$/, ""), pathToFileURL(DESK).href, name);
      assert.equal(context.pages().length, 1, name);
    }
  });
  assert.deepEqual(arrived, []);
});

test("no script runs but those of the file: no text becomes one", async () => {
  const ran = await online.page.evaluate(async () => {
    const marks = [];
    window.addEventListener("message", (event) => marks.push(event.data));
    const element = (name, given) => document.body.append(Object.assign(document.createElement(name), given));
    element("script", { textContent: `postMessage("inline")` });
    element("div", { innerHTML: `<img src="x:" onerror="postMessage('handler')"><svg onload="postMessage('svg')"></svg>` });
    element("a", { href: `javascript:postMessage("address")` });
    document.querySelector("a[href^=javascript]").click();
    element("iframe", { srcdoc: `<script>parent.postMessage("frame")</script>` });
    setTimeout(`postMessage("timer")`);
    // The debugger, through which this test speaks, lifts the ban on eval for its first turn.
    await new Promise((resolve) => setTimeout(resolve, 200));
    const tries = { eval: () => (0, eval)(`1`), function: () => new Function("return 1")() };
    for (const [name, way] of Object.entries(tries)) {
      try {
        way();
        marks.push(name);
      } catch {
        // As it should be.
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    return marks;
  });
  assert.deepEqual(ran, []);
});

const PLANTED = ["欧阳试验", "110101199003077774", "13912345678", "试验路叁佰号"];
const REGISTER = `信访件编号,姓名,证件号,电话,住址,受理日期\nXF-1,${PLANTED.join(",")},2025-09-30\n`;

/** Type what is planted wherever something can be typed, and drop it wherever files can be. */
async function plantEverywhere(page) {
  for (const name of await page.locator("#tabs").getByRole("tab").allTextContents()) {
    await tab(page, name);
    const typed = ["input[type=text]", "input[type=search]", "input:not([type])", "textarea"];
    const fields = await page.locator(typed.map((one) => `main ${one}:visible`).join(", ")).all();
    for (const [index, field] of fields.entries()) {
      await field.fill(PLANTED[index % PLANTED.length], { timeout: 2000 }).catch(() => {});
      await field.press("Tab").catch(() => {});
    }
    const drops = await page.locator(".drop:visible").count();
    for (let at = 0; at < drops; at++) {
      await drop(page, `.drop:visible >> nth=${at}`, [{ name: `${PLANTED[0]}.csv`, bytes: REGISTER }]);
      await rest(page);
      // What the page asks about the file stands before everything else.
      if (await page.locator("dialog[open]").count()) await page.keyboard.press("Escape");
    }
  }
  await tab(page, "评估");
  const register = page.locator("#assess-register");
  await register.getByLabel("办法").selectOption("online-proxy");
  await register.getByRole("button", { name: "评估", exact: true }).click();
  await register.getByText("XF-1").first().waitFor();
}

/** All that a page can leave in its browser. */
const left = async () => ({
  local: { ...localStorage },
  session: { ...sessionStorage },
  databases: await indexedDB.databases?.(),
  // Where there are none for a file, there is nothing in them.
  caches: "caches" in self ? await caches.keys().catch(() => []) : [],
  cookie: document.cookie,
  name: window.name,
  state: history.state,
  entries: history.length,
  title: document.title,
  address: location.href,
  // What Chromium writes on the disk, sooner or later, to show it again after a crash.
  restored: [...document.querySelectorAll("input, select, textarea")]
    .filter((one) => one.form?.autocomplete !== "off").map((one) => one.outerHTML),
});

test("what is typed and dropped is in no request, no storage, no title, and nowhere on the disk", async () => {
  const [place, clean] = folder();
  const log = path.join(place, "net.json");
  const { page, close, problems, profile } = await open({ offline: false, args: [`--log-net-log=${log}`, "--net-log-capture-mode=Everything"], keepProfile: true });
  try {
    await plantEverywhere(page);
    const found = await page.evaluate(left);
    assert.deepEqual(found, {
      local: {}, session: {}, databases: [], caches: [], cookie: "", name: "", state: null,
      entries: found.entries, title: "信访代办规则工作台", address: pathToFileURL(DESK).href, restored: [],
    });
    assert.ok(found.entries <= 2);
    assert.deepEqual(problems.filter((one) => one.startsWith("request")), []);
  } finally {
    await close();
  }
  try {
    for (const one of [log, ...below(profile)]) {
      const bytes = fs.readFileSync(one);
      for (const text of PLANTED) {
        for (const form of [text, encodeURIComponent(text), Buffer.from(text).toString("base64").slice(0, 12)]) {
          assert.ok(!bytes.includes(form), `${path.basename(one)} holds planted data`);
        }
        assert.ok(!bytes.includes(Buffer.from(text, "utf16le")), `${path.basename(one)} holds planted data`);
      }
    }
  } finally {
    clean();
    fs.rmSync(profile, { recursive: true, force: true });
  }
});

function below(at) {
  const entries = fs.readdirSync(at, { withFileTypes: true, recursive: true });
  return entries.filter((one) => one.isFile()).map((one) => path.join(one.parentPath ?? one.path, one.name));
}
