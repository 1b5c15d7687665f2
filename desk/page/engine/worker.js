// The worker: Python, our package and a file system in memory. One request at a time, in order.
//
// A request is {id, task, …}; its answer {id, result} or {id, fault, broken}: "memory" or "defect",
// and whether Python is of no use any more; while it runs, {id, told} tells what the command says
// on standard error, a line at a time.

import "./alone.js"; // before Pyodide
import { loadPyodide } from "pyodide";
// @ts-expect-error - what Emscripten made, which has no types
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { HOME, NOTICES } from "./places.js";

/** @typedef {{id: number, task: string} & Record<string, any>} Asked */

/** Pyodide, when it has started. @type {any} */
let python;
/** xinfang_desk.door. @type {any} */
let door;
/** The request that is being answered. */
let current = 0;
/** A worker's own; the page's types are the ones that checkers know here. @type {any} */
const scope = self;

/** Start Python. @param {Record<string, ArrayBuffer>} parts each by its name */
async function start(parts) {
  /** @type {Record<string, ArrayBuffer>} */
  const binaries = { "python_stdlib.zip": parts.stdlib, "pyodide.asm.wasm": parts.wasm };
  // The page's policy allows no request; what Pyodide would fetch is here already.
  scope.fetch = async (/** @type {string | URL} */ address) => {
    const name = String(address).split("/").pop() ?? "";
    const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
    return new Response(binaries[name], { headers: { "content-type": type } });
  };
  python = await loadPyodide({
    createPyodideModule,
    indexURL: "blob:parts/",
    lockFileContents: new TextDecoder().decode(parts.lock),
    env: { HOME, LANG: "zh_CN.UTF-8", XINFANG_PROGRESS: "lines", XINFANG_NOTICES: NOTICES },
  });
  python.unpackArchive(parts.python, "zip", { extractDir: "/lib/python" });
  python.FS.mkdirTree(HOME);
  python.FS.chdir(HOME);
  python.setStderr({ batched: (/** @type {string} */ told) => scope.postMessage({ id: current, told }) });
  python.runPython("import sys; sys.path.insert(0, '/lib/python')");
  door = python.pyimport("xinfang_desk.door");
}

/** @type {Record<string, (request: Record<string, any>) => any>} */
const tasks = {
  start: ({ parts }) => start(parts),
  /** A command as on the command line: {code, out, err}. */
  run: ({ words }) => JSON.parse(door.run(JSON.stringify(words))),
  /** A question that no command answers: {told} by a function of the bridge, or {refused}. */
  ask: ({ name, given }) => JSON.parse(door.ask(name, JSON.stringify(given))),
  write: ({ path, data }) => {
    python.FS.mkdirTree(path.split("/").slice(0, -1).join("/") || HOME);
    python.FS.writeFile(path, new Uint8Array(data));
  },
  read: ({ path }) => python.FS.readFile(path),
  /** The paths of all files below a folder. */
  files: ({ folder }) => JSON.parse(door.files(folder)),
  remove: ({ path }) => door.remove(path),
};

let before = Promise.resolve();

scope.onmessage = (/** @type {{data: Asked}} */ { data }) => {
  before = before.then(() => answer(data));
};

/** @param {Asked} request */
async function answer(request) {
  current = request.id;
  try {
    const result = await tasks[request.task](request);
    const moved = result instanceof Uint8Array ? [result.buffer] : [];
    scope.postMessage({ id: request.id, result }, moved);
  } catch (error) {
    scope.postMessage({ id: request.id, ...faultOf(error) });
  }
}

/** Without its words and its trace, which may hold data. @param {any} error */
function faultOf(error) {
  const { name, type, message } = error ?? {};
  if (type === "MemoryError") return { fault: "memory", broken: true };
  // Python tells of a fault of ours, or a file is not there: the next request is answered all the same.
  if (name === "PythonError" || name === "ErrnoError") return { fault: "defect", broken: false };
  const memory = /memory|alloc|array (buffer )?length/i.test(String(message));
  return { fault: memory ? "memory" : "defect", broken: true };
}
