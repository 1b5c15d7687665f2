// Where the desk keeps its files: all in the memory of the worker, none on a disk.

export const HOME = "/desk";

/** A place below it. @param {string[]} names */
export const place = (...names) => [HOME, ...names].join("/");

/** The notices in use; the worker tells every command so. */
export const NOTICES = place("notices");

const EDITIONS = place("editions");

/** The folder of an edition that is being changed. @param {number} number */
export const editionPlace = (number) => `${EDITIONS}/${number}`;

/** Whether a policy that can be chosen is one that is being changed. @param {string} id */
export const isBeingChanged = (id) => id.startsWith(`${EDITIONS}/`);
