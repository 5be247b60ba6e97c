// Gives what a script declares short names, so that what is shipped is short.
import { tokensOf } from './strip.mjs';

/// A script without comments, with other names for what is declared in it, each the same everywhere. A name that may also be
/// that of a property stays: others know it by that. None that the browser gives may be declared.
export function shorten(text) {
  const tokens = Array.from(tokensOf(text), ({ token, gap }) => token ?? gap);
  const words = tokens.flatMap((token, at) => token.trim() ? [at] : []);
  const known = new Set(Array.from(text.matchAll(/\b(?:function\*?|class|const|let|var) (\w{3,})/g), m => m[1]));
  const uses = words.map((_, n) => n).filter(n => known.has(tokens[words[n]]));
  const token = n => tokens[words[n]];
  for (const n of uses) if (isProperty(token, n)) known.delete(token(n));
  const free = pairs(new Set(words.map(at => tokens[at])));
  const short = new Map(Array.from(known, name => [name, free.next().value]));
  for (const n of uses) tokens[words[n]] = short.get(token(n)) ?? token(n);
  return tokens.join('');
}

/// The names Aa, Ab … but those that are in use.
function* pairs(used) {
  const small = 'abcdefghijklmnopqrstuvwxyz';
  for (const first of small.toUpperCase()) {
    for (const second of small + small.toUpperCase()) if (!used.has(first + second)) yield first + second;
  }
  throw new Error('too many names');
}

/// Whether the word at `n` is that of a property, or looks like it: `.name`, `{ name, …`, `name: …`, `name(…) {`.
function isProperty(token, n) {
  const [before, behind] = [token(n - 1), token(n + 1)];
  if (before === '.' && token(n - 2) !== '.') return true;
  if ('{,'.includes(before) && [',', '}', ':', '='].includes(behind)) return true;
  if (behind !== '(' || before === 'function' || token(n - 2) === 'function') return false;
  let end = n + 1;
  for (let depth = 0; token(end) && (depth += { '(': 1, ')': -1 }[token(end)] ?? 0) > 0;) end++;
  return token(end + 1) === '{';
}
