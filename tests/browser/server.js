// A static server that remembers what it was asked for.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** @param {string} folder */
export async function serve(folder) {
  /** @type {string[]} */
  const asked = [];
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url || '/', 'http://localhost').pathname).replace(/\/$/, '/index.html').slice(1));
    asked.push(path);
    try {
      const body = await readFile(join(folder, path));
      response.writeHead(200, { 'content-type': TYPES[extname(path)] || 'application/octet-stream' });
      response.end(body);
    } catch {
      // A browser asks for this of itself when a page names no icon, at a moment of its own; a copied report names none.
      response.writeHead(path === 'favicon.ico' ? 204 : 404).end();
    }
  });
  await new Promise((ready) => { server.listen(0, 'localhost', () => ready(null)); });
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://localhost:${server.address().port}/`, asked, close };
}
