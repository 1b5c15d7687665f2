// The parts that are no Python packages, whose licences no metadata in the file tells.
// Pyodide: "license" of its npm package; Emscripten and musl: LICENSE of emscripten-core/emscripten.

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** @typedef {{name: string, version: string, licence: string, texts: string[]}} Component */

/**
 * @param {Record<string, string>} versions of the file @param {Record<string, string>} texts of licences
 * @param {{version: string, copyright: string}} python @returns {Component[]}
 */
export function otherComponents(versions, texts, python) {
  return [
    {
      name: "Pyodide", version: versions.pyodide, licence: "MPL-2.0",
      texts: [`Pyodide 按 Mozilla Public License 2.0 提供，本文件未作修改。源代码：GitHub 上的 pyodide/pyodide，版本 ${versions.pyodide}；许可证全文：mozilla.org/MPL/2.0。`],
    },
    {
      name: "CPython 和标准库", version: python.version, licence: "PSF-2.0",
      texts: [`${python.copyright}\n\n许可证全文与 typing_extensions 的相同；其中还有 zlib、bzip2、expat 等，许可证见 CPython 文档“Licenses and Acknowledgements for Incorporated Software”。`],
    },
    {
      name: "Emscripten、musl（Pyodide 由它们编成）", version: "", licence: "MIT",
      texts: [`Copyright (c) 2010-2014 Emscripten authors, see AUTHORS file.\nmusl: Copyright (c) 2005-2020 Rich Felker, et al.\n\n${MIT}`],
    },
    { name: "lit-html", version: versions["lit-html"], licence: "BSD-3-Clause", texts: [texts["lit-html"]] },
  ];
}
