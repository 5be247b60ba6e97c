// The drafts that are kept in this browser: a small database of its own. Everything may fail here, for a browser may
// refuse to keep anything (a private window, a full disk); whoever calls tells the person.

/** @typedef {{ name: string, source: ArrayBuffer | string }} KeptFile a file as it was opened */

/** What was done with a file stands beside it, as JSON, for it changes with every step. */
const STATE = ' state';

/** @type {Promise<IDBDatabase> | null} */
let database = null;

function openDatabase() {
  database = database || new Promise((resolve, reject) => {
    const request = indexedDB.open('gouji-drafts', 1);
    request.onupgradeneeded = () => { request.result.createObjectStore('drafts'); };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  // The next attempt starts anew.
  database.catch(() => { database = null; });
  return database;
}

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(drafts: IDBObjectStore) => IDBRequest<T>} act
 * @returns {Promise<T>} settles when it is written
 */
async function withDrafts(mode, act) {
  const transaction = (await openDatabase()).transaction('drafts', mode);
  const request = act(transaction.objectStore('drafts'));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** @param {string} name its own among the drafts @param {KeptFile} file */
export function keepFile(name, file) {
  return withDrafts('readwrite', (drafts) => drafts.put(file, name));
}

/** @param {string} name @param {string} state */
export function keepState(name, state) {
  return withDrafts('readwrite', (drafts) => drafts.put(state, name + STATE));
}

/** @param {string} name @returns {Promise<KeptFile>} */
export function keptFile(name) {
  return withDrafts('readonly', (drafts) => drafts.get(name));
}

/** @param {string} name @returns {Promise<any>} */
export function keptState(name) {
  return withDrafts('readonly', (drafts) => drafts.get(name + STATE));
}

/** @returns {Promise<string[]>} */
export async function keptNames() {
  const names = await withDrafts('readonly', (drafts) => drafts.getAllKeys());
  return names.map(String).filter((name) => !name.endsWith(STATE));
}

/** @param {string} name */
export function dropKept(name) {
  return withDrafts('readwrite', (drafts) => drafts.delete(IDBKeyRange.bound(name, name + STATE)));
}

export function dropAllKept() {
  return withDrafts('readwrite', (drafts) => drafts.clear());
}
