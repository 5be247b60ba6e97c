// A folder that is dropped on the page: the files in it and in the folders in it.

/** Files and folders in it, however deep. */
const MOST_ENTRIES = 2000;

/**
 * A FileSystemEntry, or a FileSystemHandle where the page was opened as a file: there Chromium gives nothing of an entry.
 * @typedef {any} Entry
 */

/** Whether a file is a mark of Word or WPS of a file that is open, or one that a system puts into folders. @param {string} name */
export function isBeside(name) {
  return /^(~\$|\.|thumbs\.db$|desktop\.ini$)/i.test(name);
}

/**
 * The files in what is dropped, if a folder is among it, by names that say where they were: they begin below a folder that
 * came alone.
 * @param {DataTransferItem[]} items as long as the browser still tells of them
 * @returns {Promise<File[]> | null} null where there is no folder; fails where one cannot be read or holds too much
 */
export function readFolders(items) {
  /** @type {Entry[]} */
  const entries = items.map((item) => item.webkitGetAsEntry());
  if (!entries.some((entry) => entry && entry.isDirectory)) return null;
  const byHandle = location.protocol === 'file:' && 'getAsFileSystemHandle' in items[0];
  return gather(byHandle ? items.map((/** @type {any} */ item) => item.getAsFileSystemHandle()) : entries);
}

/** @param {Entry[]} roots */
async function gather(roots) {
  const files = [];
  const found = (await Promise.all(roots)).map((entry) => ({ entry, path: entry.name }));
  for (const { entry, path } of found) {
    if (isBeside(entry.name)) continue;
    if (found.length > MOST_ENTRIES) throw new Error(path);
    if (!entry.isDirectory && entry.kind !== 'directory') {
      const file = await (entry.getFile ? entry.getFile() : promised(entry, 'file'));
      files.push(new File([file], roots.length > 1 ? path : path.replace(/^.*?／/, ''), file));
    } else {
      // A stroke of full width: it may stand in the name of a file.
      for (const child of await childrenOf(entry)) found.push({ entry: child, path: path + '／' + child.name });
    }
  }
  return files.sort((one, other) => one.name.localeCompare(other.name, 'zh', { numeric: true }));
}

/** @param {Entry} folder */
async function childrenOf(folder) {
  const children = [];
  if (folder.values) {
    for await (const child of folder.values()) children.push(child);
    return children;
  }
  // Given in portions; the last is empty.
  const reader = folder.createReader();
  for (let some; (some = await promised(reader, 'readEntries')).length > 0;) children.push(...some);
  return children;
}

/** @param {any} owner @param {string} method that wants to call back @returns {Promise<any>} */
function promised(owner, method) {
  return new Promise((resolve, reject) => owner[method](resolve, reject));
}
