// Serves a folder on this machine only:  node tools/serve.mjs FOLDER [PORT]
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/// Starts the server; port 0 is any free one. With `cacheable` it sends what servers on the net send: compressed files that
/// the browser may keep. `close()` of what it gives ends it, `url` is its address.
export async function serve(folder, port = 0, cacheable = false) {
  const packed = new Map();
  const pack = (file, content) => packed.get(file) || packed.set(file, brotliCompressSync(content)).get(file);
  const server = createServer(async (request, response) => {
    try {
      const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname)); // has no .. any more
      const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
      const content = await readFile(file);
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      const manner = cacheable ? { 'content-encoding': 'br', 'cache-control': 'max-age=600' } : { 'cache-control': 'no-cache' };
      response.writeHead(200, { 'content-type': type, ...manner });
      response.end(cacheable ? pack(file, content) : content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready, failed) => server.once('error', failed).listen(port, 'localhost', ready));
  return { url: `http://localhost:${server.address().port}/`, close: () => server.close() };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [folder, port = '8080'] = process.argv.slice(2);
  serve(folder, Number(port)).then(
    ({ url }) => console.log(`请在浏览器中打开 ${url} ，按 Ctrl+C 结束。`),
    error => {
      console.error(error.code === 'EADDRINUSE' ? `端口 ${port} 已被占用，请换一个：./build.sh serve 8081` : String(error));
      process.exitCode = 1;
    },
  );
}
