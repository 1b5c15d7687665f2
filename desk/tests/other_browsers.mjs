// Firefox over WebDriver BiDi and WebKit over WebDriver: the desk opened there, asked by scripts.
//
// Each gives `{ version, evaluate, close }`; `evaluate` takes an expression as text, as a console
// would, and waits for what it promises.

import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { DESK } from "./driving.mjs";

const LIBRARIES = "/usr/lib/x86_64-linux-gnu";
const FIREFOX = "/usr/bin/firefox-esr";
const WEBKIT = {
  browser: fs.existsSync(LIBRARIES)
    ? fs.readdirSync(LIBRARIES).filter((name) => name.startsWith("webkit2gtk-"))
        .map((name) => path.join(LIBRARIES, name, "MiniBrowser")).find((name) => fs.existsSync(name))
    : undefined,
  driver: "/usr/bin/WebKitWebDriver",
  display: "/usr/bin/Xvfb",
};

/** Why a test cannot be here, or false; with XINFANG_CI nothing is a reason. */
function missing(...programs) {
  const lacks = programs.some((program) => !program || !fs.existsSync(program));
  return lacks && !process.env.XINFANG_CI ? "the browser is not installed" : false;
}

export const noFirefox = missing(FIREFOX);
export const noWebKit = missing(WEBKIT.browser, WEBKIT.driver, WEBKIT.display);

export async function openFirefox() {
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: FIREFOX, headless: true });
  const problems = [];
  const page = await browser.newPage();
  page.on("console", (said) => said.type() === "error" && problems.push(said.text()));
  page.on("pageerror", (error) => problems.push(String(error)));
  await page.goto(pathToFileURL(DESK).href);
  const evaluate = (script) => page.evaluate(script);
  return { version: await browser.version(), evaluate, problems, close: () => browser.close() };
}

export async function openWebKit() {
  const started = [];
  const close = async () => started.reverse().forEach((program) => program.kill());
  try {
    const [display, screen] = await newDisplay();
    started.push(screen);
    const [call, driver] = await newDriver(display);
    started.push(driver);
    const options = { binary: WEBKIT.browser, args: ["--automation"] };
    const wanted = { alwaysMatch: { "webkitgtk:browserOptions": options } };
    const { sessionId, capabilities } = await call("/session", { capabilities: wanted });
    const inSession = (what, given) => call(`/session/${sessionId}${what}`, given);
    await inSession("/timeouts", { script: 60_000, pageLoad: 60_000 });
    await inSession("/url", { url: pathToFileURL(DESK).href });
    const evaluate = (script) => inSession("/execute/sync", { script: `return (${script})`, args: [] });
    const { browserName, browserVersion } = capabilities;
    return { version: `${browserName}/${browserVersion}`, evaluate, problems: [], close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A display that nobody sees, for a browser that draws on one only. */
async function newDisplay() {
  const words = ["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"];
  const screen = spawn(WEBKIT.display, words, { stdio: ["ignore", "pipe", "ignore"] });
  const [told] = await once(screen.stdout, "data");
  return [`:${String(told).trim()}`, screen];
}

async function newDriver(display) {
  const port = await freePort();
  // Its sandbox needs rights that a container does not give; it opens our own file alone.
  const env = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" };
  const driver = spawn(WEBKIT.driver, [`--port=${port}`, "--host=127.0.0.1"], { env, stdio: "ignore" });
  const call = async (what, given) => {
    const asked = { method: "POST", body: JSON.stringify(given) };
    const { value } = await (await fetch(`http://127.0.0.1:${port}${what}`, asked)).json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  for (let tries = 0; ; tries++) {
    const answers = await fetch(`http://127.0.0.1:${port}/status`).catch(() => null);
    if (answers) return [call, driver];
    if (tries > 50) throw new Error("WebKitWebDriver does not answer");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function freePort() {
  const server = net.createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}
