// A small static server that counts what is asked of it.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';

const TYPES = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', wasm: 'application/wasm' };

/**
 * @param {string} folder
 * @param {Record<string, () => Promise<Buffer>>} [instead] paths that are answered otherwise
 */
export async function serve(folder, instead = {}) {
  const asked = [];
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, 'http://x').pathname.slice(1) || 'index.html');
    asked.push(path);
    try {
      const body = instead[path] ? await instead[path]() : await readFile(join(folder, path));
      response.writeHead(200, { 'content-type': TYPES[path.split('.').pop()] || 'application/octet-stream' });
      response.end(body);
    } catch {
      response.writeHead(404);
      response.end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}/`, asked, close: () => server.close() };
}
