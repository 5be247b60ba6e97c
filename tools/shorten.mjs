// Gives the names by which the joined scripts know each other's functions short ones, so that what is shipped is short.
import { tokensOf } from './strip.mjs';

/// `text` with short names for `names`, which are unique over all scripts. A name that may also be one of a property
/// keeps its own: others know it by that.
export function shorten(text, names) {
  const tokens = Array.from(tokensOf(text), ({ token, gap }) => token ?? gap);
  const words = tokens.flatMap((token, at) => token.trim() ? [at] : []);
  const known = new Set(names);
  const uses = words.map((_, n) => n).filter(n => known.has(tokens[words[n]]));
  const token = n => tokens[words[n]];
  for (const n of uses) if (isProperty(token, n)) known.delete(token(n));
  if (words.some((_, n) => token(n)[0] === '$')) throw new Error('a name begins with $');
  const short = new Map(Array.from(known, (name, n) => [name, `$${n.toString(36)}`]));
  for (const n of uses) tokens[words[n]] = short.get(token(n)) ?? token(n);
  return tokens.join('');
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
