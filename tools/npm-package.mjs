// Makes the package for npm: the modules with their glue as ES modules, the types, and what stands in tools/npm/.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strip } from './strip.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/// `modules` are the bytes by file name, `glue` gives the text of a script, `rules` is the catalogue with its pages.
export function makePackage(folder, { modules, glue, rules }) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const put = (name, content) => writeFileSync(join(folder, name), content);
  for (const [file, bytes] of Object.entries(modules)) {
    const name = file.replace('.wasm', '');
    put(file, bytes);
    put(`${name}.js`, `${strip(glue(`${name}.js`))}export default ${name.replace('-', '_')};\n`);
  }
  put('rules.js', `export default ${JSON.stringify(rules)};\n`);
  const types = name => readFileSync(join(root, name), 'utf8');
  put('index.d.ts', types('tools/npm/functions.d.ts') + types('src/wasm/checker.d.ts') + types('src/wasm/wired.d.ts'));
  for (const name of ['api.js', 'index.js', 'node.js', 'README.md']) copyFileSync(join(root, 'tools/npm', name), join(folder, name));
  copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  put('package.json', `${JSON.stringify(describe(), null, 2)}\n`);
}

/// What Cargo.toml says of the program holds for the package.
function describe() {
  const cargo = readFileSync(join(root, 'Cargo.toml'), 'utf8');
  const said = key => cargo.match(new RegExp(`^${key} = "(.*)"$`, 'm'))[1];
  return {
    name: said('name'),
    version: said('version'),
    description: said('description'),
    license: said('license'),
    type: 'module',
    types: './index.d.ts',
    exports: {
      '.': { types: './index.d.ts', node: './node.js', default: './index.js' },
      './*.wasm': './*.wasm',
      './package.json': './package.json',
    },
    sideEffects: false,
    engines: { node: '>=18' },
  };
}
