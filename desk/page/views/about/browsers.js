// The browsers in which the file was tried, oldest first; desk/tests/old and browsers try them again.

/**
 * @typedef {object} Tried
 * @property {string} name
 * @property {boolean} opens false where it says that it is too old, and nothing more
 * @property {string} note what was tried there
 */

/** @type {Tried[]} */
export const BROWSERS = [
  { name: "Chromium 92、94", opens: false, note: "缺少所需的 WebAssembly 功能：说明内核太旧，请换新版本" },
  { name: "Chromium 102（QtWebEngine 6.4）", opens: true, note: "启动，手工试过一次" },
  { name: "Chromium 103", opens: true, note: "启动，算期限，评估登记表" },
  { name: "Chromium 109", opens: true, note: "启动，手工试过一次" },
  { name: "Chromium 156（Debian）", opens: true, note: "各页的全部测试" },
  { name: "Firefox 153（ESR）", opens: true, note: "启动，算期限，评估登记表" },
  { name: "WebKitGTK 2.50（Safari 的内核）", opens: true, note: "启动，算期限，评估登记表；启动要慢几倍" },
];

/** Those that could not be had where the desk is made: said, so that nobody takes them for tried. */
export const UNTRIED =
  "没有试过：Chromium 95 至 101；360、奇安信、红莲花、统信等国产浏览器本身（看内核版本）；macOS 上的 Safari；手机上的浏览器。";
