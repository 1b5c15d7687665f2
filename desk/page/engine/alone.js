// Pyodide tries whether a worker may import scripts. It may not, and the answer is given here: the
// page's policy would give the same, and browsers would tell of a violation.

self.importScripts = () => {
  throw new TypeError();
};
