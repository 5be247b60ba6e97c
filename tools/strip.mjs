// Takes comments, indentation, blank lines and blanks beside punctuation out of a script, so that what is shipped is
// short. The end of a line stays where it may end a statement, and the inside of strings, templates and regular
// expressions stays as it is. What cannot be told apart for certain fails.

const STRING = /'(?:[^'\\\n]|\\[^])*'|"(?:[^"\\\n]|\\[^])*"/y;
const COMMENT = /\/\/[^\n]*|\/\*[^]*?\*\//y;
const BLANK = /\s+/y;
const WORD = /[\w$]+/y;
const REGEX = /\/(?![*/])(?:[^\\/[\n]|\\[^\n]|\[(?:[^\]\\\n]|\\[^\n])*\])+\/[a-z]*/y;
/// The words after which a slash begins a regular expression.
const BEFORE_REGEX = new Set(['return', 'typeof', 'case', 'in', 'of', 'delete', 'void', 'throw', 'new', 'else', 'do', 'await', 'yield']);

/// What parts the tokens before it from those behind it without a blank.
const PARTS = /[,:;=(){}[\]]/;

/// The tokens behind which the end of a line says nothing.
const ENDS = /[,;{([]/;

/// The tokens of a script, with runs of blanks and comments between them as one token of `gap`.
export function* tokensOf(text) {
  let at = 0;
  let last = ''; // the last token that is no gap
  const templates = []; // for each template that is open: how many braces are open in its ${
  const take = pattern => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found && found[0];
  };
  const template = () => { // up to the next ${ or the end, from after the opening ` or }
    for (const start = at; at < text.length; at++) {
      if (text[at] === '\\') at++;
      else if (text[at] === '`') return text.slice(start, ++at);
      else if (text[at] === '$' && text[at + 1] === '{') {
        templates.push(0);
        return text.slice(start, at += 2);
      }
    }
    throw new Error('a template does not end');
  };
  const slash = () => {
    if (last === '}') throw new Error(`a slash after a brace: “${text.slice(at - 40, at + 20)}”`);
    const divides = /[\w$)\]'"`]$/.test(last) && !BEFORE_REGEX.has(last);
    const token = divides ? text[at++] : take(REGEX);
    if (!token) throw new Error(`neither division nor regular expression: “${text.slice(at, at + 40)}”`);
    return token;
  };
  const significant = () => {
    const char = text[at];
    if (char === '/') return slash();
    if (char === '`') return at++, '`' + template();
    if (char === '}' && templates[templates.length - 1] === 0) {
      templates.pop();
      return at++, '}' + template();
    }
    if (char === '"' || char === "'") {
      const token = take(STRING);
      if (!token) throw new Error(`a string does not end: “${text.slice(at, at + 40)}”`);
      return token;
    }
    if (templates.length > 0 && char === '{') templates[templates.length - 1]++;
    if (templates.length > 0 && char === '}') templates[templates.length - 1]--;
    return take(WORD) || text[at++];
  };
  while (at < text.length) {
    let gap = '';
    for (let more; (more = take(BLANK) || take(COMMENT));) gap += more;
    if (gap) yield { gap };
    if (at < text.length) yield { token: last = significant() };
  }
  if (templates.length > 0) throw new Error('a template does not end');
}

/// The script without what only people read.
export function strip(text) {
  let short = '';
  let between = '';
  for (const { gap, token } of tokensOf(text)) {
    if (gap) between = /\n/.test(gap) ? '\n' : ' ';
    else {
      const last = short.slice(-1);
      const parted = between === ' ' ? PARTS.test(last) || PARTS.test(token[0]) : ENDS.test(last);
      short += (parted ? '' : between) + token;
      between = '';
    }
  }
  return short.trim() + '\n';
}
