// The browsers in which the file was tried, oldest first; desk/tests/old and browsers try them again.

/**
 * @typedef {object} Tried
 * @property {string} name
 * @property {string} engine its kernel and version
 * @property {string} tried what was tried there
 * @property {boolean} [opens] false where it says that it is too old; not told where nobody tried
 */

/** @type {Tried[]} */
export const BROWSERS = [
  { name: "Chromium", engine: "92、94", tried: "打不开：没有所需的 WebAssembly 功能，页面说明内核太旧", opens: false },
  { name: "QtWebEngine 6.4", engine: "Chromium 102", tried: "启动（手工试过一次）", opens: true },
  { name: "Chromium", engine: "103", tried: "启动和第一个答案，每次改动都试", opens: true },
  { name: "Chromium", engine: "109", tried: "启动（手工试过一次）", opens: true },
  { name: "Chromium", engine: "156（Debian）", tried: "各页的全部测试，每次改动都试", opens: true },
  { name: "Firefox ESR", engine: "153", tried: "启动和第一个答案，每次改动都试", opens: true },
  { name: "WebKitGTK", engine: "2.50，与 Safari 同一内核", tried: "启动和第一个答案，每次改动都试；启动慢几倍", opens: true },
  { name: "Chromium", engine: "96 至 101", tried: "没有试过" },
  { name: "360、奇安信、红莲花、统信等国产浏览器", engine: "多为 Chromium，看其内核版本", tried: "本身没有试过" },
  { name: "Safari（macOS）、手机上的浏览器", engine: "", tried: "没有试过" },
];
