// The browsers that the file was tried in, one a row; filled from what the tests of browsers report.

/** @type {{name: string, engine: string, tried: string}[]} name, kernel and version, what was tried */
export const BROWSERS = [];
