// Keeps the files of the page in the browser, so that the site works without a network after the first visit.
// It fetches nothing but what FILES lists, from its own folder; assemble.mjs fills in the list.
'use strict';

/** For each file of the page what tells this content from others, and what the browser compares it with. @type {Map<string, { key: string, integrity: string }>} */
const FILES = new Map(/* files */);
const { scope } = self.registration;
/** Other tools may stand on the same site. */
const CACHE = 'gouji ' + scope;
const START = 'index.html';

/** Where a file is kept. Its content is part of the address, so files of several versions lie side by side. @param {string} name */
const addressOf = (name) => scope + name + '?' + FILES.get(name).key;

self.addEventListener('install', (event) => {
  // Nobody's files are mixed: each page asks for those of its own version. So the next page may have the new one.
  event.waitUntil(bringAll().then(() => self.skipWaiting()));
});

const claim = (event) => event.waitUntil(self.clients.claim());
self.addEventListener('activate', claim);
// A page that it did not find then.
self.addEventListener('message', claim);

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = request.method === 'GET' ? whereKept(request.url) : null;
  if (!address) return;
  event.respondWith(caches.open(CACHE).then((cache) => cache.match(address)).then((found) => found || fetch(request)));
  if (request.mode === 'navigate') event.waitUntil(forgetOld());
});

/** @param {string} url */
function whereKept(url) {
  if (!url.startsWith(scope)) return null;
  const [path, key] = url.slice(scope.length).split('#')[0].split('?');
  const name = path || START;
  if (!FILES.has(name)) return null;
  return key && name !== START ? scope + name + '?' + key : addressOf(name);
}

/** One after the other, for the person may want the line; what an interrupted visit has brought stays. */
async function bringAll() {
  const cache = await caches.open(CACHE);
  for (const name of FILES.keys()) {
    if (!await cache.match(addressOf(name))) await cache.put(addressOf(name), await bring(name));
  }
}

/** Exactly the listed content or none: from what the browser has loaded for the page already, else from the site. @param {string} name */
async function bring(name) {
  const { key, integrity } = FILES.get(name);
  // Some servers send index.html elsewhere.
  const url = scope + (name === START ? '' : name) + '?' + key;
  const load = (cache) => fetch(url, { cache, integrity, priority: 'low' });
  const answer = await load('force-cache').catch(() => load('reload'));
  if (!answer.ok) throw new Error(name + ': ' + answer.status);
  return answer.redirected ? new Response(answer.body, { headers: answer.headers }) : answer;
}

/** Takes away the files of earlier versions, once no page is open that may ask for them. */
async function forgetOld() {
  if ((await self.clients.matchAll({ type: 'window' })).length > 0) return;
  const kept = new Set([...FILES.keys()].map(addressOf));
  const cache = await caches.open(CACHE);
  for (const { url } of await cache.keys()) {
    if (!kept.has(url)) await cache.delete(url);
  }
}
