// The files that belong to the page: embedded in the single file, next to it on a site.

/** Whether the page is the single file, which has nothing beside it. */
export function isSingleFile() {
  return document.getElementById('res-gouji.wasm') !== null;
}

/**
 * @param {string} name
 * @returns {Promise<ArrayBuffer>}
 */
export async function resource(name) {
  const embedded = document.getElementById('res-' + name);
  if (!embedded) {
    // With the address of just this version: neither an old page nor a new one gets the other's.
    const keys = JSON.parse(document.getElementById('versions')?.textContent || '{}');
    const answer = await fetch(name + '?' + keys[name]);
    if (!answer.ok) throw new Error(name + ': ' + answer.status);
    return answer.arrayBuffer();
  }
  const packed = Uint8Array.from(atob((embedded.textContent || '').trim()), (char) => char.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(unpacked).arrayBuffer();
}
