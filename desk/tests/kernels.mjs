// Old Chromium kernels, of the npm packages that versions.toml names; packed there, unpacked here.

import fs from "node:fs";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";

const KERNELS = process.env.XINFANG_KERNELS;

/** What a test's `skip` says where the kernels are not here (desk/test fetches them). */
export const noKernels = KERNELS ? false : "XINFANG_KERNELS is not set: desk/test sets it";

/** The program of a kernel, such as "chromium-103". @param {string} name */
export function kernel(name) {
  const folder = path.join(String(KERNELS), name, "bin");
  const program = path.join(folder, "chromium");
  if (!fs.existsSync(program)) {
    const unfinished = `${program}.part`;
    fs.writeFileSync(unfinished, brotliDecompressSync(fs.readFileSync(`${program}.br`)), { mode: 0o755 });
    fs.renameSync(unfinished, program);
  }
  return program;
}
