// The repository's own `xinfang`, which the page must equal (XINFANG names another).

import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import readline from "node:readline";
import { fileURLToPath } from "node:url";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.resolve(HERE, "../..");
const PROGRAM = path.resolve(ROOT, process.env.XINFANG ?? ".venv/bin/xinfang");

let started;
let last = Promise.resolve();

/** One Python for all commands of a test file; it ends with the file. */
function start() {
  const python = path.join(path.dirname(PROGRAM), "python");
  const child = spawn(python, [path.join(HERE, "commands.py")], { stdio: ["pipe", "pipe", "inherit"] });
  for (const one of [child, child.stdin, child.stdout]) one.unref();
  return { child, codes: readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
}

/** Run a command: `{ code, out, err }`, out as bytes. Commands run one after the other. */
export function cli(words, { cwd = ROOT } = {}) {
  const env = { ...process.env };
  const answer = last.then(() => run(words, cwd, env));
  last = answer.catch(() => {});
  return answer;
}

async function run(words, cwd, env) {
  started ??= start();
  const kept = fs.mkdtempSync(path.join(os.tmpdir(), "desk-"));
  // A test that waits for an answer keeps the process, which an idle Python does not.
  started.child.stdout.ref();
  try {
    const [out, err] = ["out", "err"].map((name) => path.join(kept, name));
    started.child.stdin.write(`${JSON.stringify({ words, cwd, env, out, err })}\n`);
    const { value, done } = await started.codes.next();
    if (done) throw new Error(`${PROGRAM}: its Python ended`);
    return { code: Number(value), out: fs.readFileSync(out), err: fs.readFileSync(err, "utf8") };
  } finally {
    started.child.stdout.unref();
    fs.rmSync(kept, { recursive: true, force: true });
  }
}

/** Run commands that all must succeed; what they said. */
export async function clis(commands) {
  const said = [];
  for (const words of commands) {
    const one = await cli(words);
    if (one.code !== 0) throw new Error(`xinfang ${words.join(" ")}: ${one.err}`);
    said.push(one.out);
  }
  return said;
}
