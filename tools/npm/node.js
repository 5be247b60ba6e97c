// For Node.js, which reads the modules from the disk.
import { readFile } from 'node:fs/promises';
import { makeApi } from './api.js';

export const { check, read, rules, profiles } = makeApi(name => readFile(new URL(`./${name}.wasm`, import.meta.url)));
