// The same few questions for every browser, put by scripts alone: each has its own way of driving.

import assert from "node:assert/strict";

/** @typedef {(script: string) => Promise<any>} Evaluate an expression, as a console would */

const REGISTER = "信访件编号,登记日期,收到日期,受理日期,类别\nXF-1,2025-09-28,2025-09-28,2025-09-28,咨询\n";

const pause = () => new Promise((resolve) => setTimeout(resolve, 100));

/** Run a function in the page. @param {Evaluate} evaluate */
const ask = (evaluate, what, ...given) => evaluate(`(${what})(${given.map((one) => JSON.stringify(one)).join(", ")})`);

/** Wait until a function in the page gives something. @param {Evaluate} evaluate */
async function until(evaluate, seconds, what, ...given) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause()) {
    const told = await ask(evaluate, what, ...given);
    if (told) return told;
  }
  const shown = await evaluate("document.body.innerText.slice(0, 1000)");
  assert.fail(`after ${seconds} s still not: ${what} ${given}\n${shown}`);
}

/** A button by its text. */
function click(within, text) {
  const found = [...document.querySelectorAll(`${within} button`)].find((one) => one.textContent.trim() === text);
  found?.click();
  return Boolean(found);
}

/** What stands in a field, by the beginning of its label. */
function fill(within, label, value) {
  const found = [...document.querySelectorAll(`${within} label`)].find((one) => one.textContent.trim().startsWith(label));
  const field = found?.control ?? found?.querySelector("input, select");
  if (!field) return false;
  field.value = value;
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
  return true;
}

/** A file, as if it were chosen. */
function choose(selector, name, text) {
  const carried = new DataTransfer();
  carried.items.add(new File([text], name));
  const input = document.querySelector(selector);
  if (!input) return false;
  input.files = carried.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

const shows = (selector, text) => document.querySelector(selector)?.textContent.includes(text);

/** Start, a deadline and a register of one case; how long each took. @param {Evaluate} evaluate */
export async function firstAnswers(evaluate) {
  const took = {};
  let before = performance.now();
  const lap = (name) => {
    took[name] = Math.round(performance.now() - before);
    before = performance.now();
  };
  await until(evaluate, 90, () => "ready" in document.documentElement.dataset);
  assert.equal(await evaluate(`document.querySelectorAll("#tabs [role=tab]").length`), 5);
  lap("ready");
  await evaluate(`document.querySelector("#tab-calendar").click()`);
  await until(evaluate, 10, click, "#view-calendar", "算期限");
  await until(evaluate, 10, fill, "#view-calendar", "起算日", "2025-09-30");
  await until(evaluate, 10, fill, "#view-calendar", "期限", "1");
  await until(evaluate, 30, () => !document.querySelector("#work .working"));
  lap("the calendar's page");
  await until(evaluate, 10, click, "#view-calendar", "计算");
  await until(evaluate, 60, shows, ".cal-answer", "10月9日");
  lap("a deadline");
  await evaluate(`document.querySelector("#tab-assess").click()`);
  await until(evaluate, 10, click, "#view-assess", "登记表");
  await until(evaluate, 30, () => !document.querySelector("#work .working"));
  await until(evaluate, 10, choose, "#assess-register input[type=file]", "register.csv", REGISTER);
  await until(evaluate, 60, shows, "#assess-register .register-name", "register.csv");
  await until(evaluate, 30, () => !document.querySelector("#work .working"));
  lap("a register, looked over");
  await until(evaluate, 10, fill, "#assess-register", "办法", "online-proxy");
  await until(evaluate, 10, click, "#assess-register", "评估");
  await until(evaluate, 60, shows, "#assess-register .big-table tbody", "XF-1");
  lap("one case");
  return took;
}
