// For browsers and bundlers, which find the modules by these addresses.
import { makeApi } from './api.js';

const MODULES = {
  'gouji': () => new URL('./gouji.wasm', import.meta.url),
  'gouji-office': () => new URL('./gouji-office.wasm', import.meta.url),
  'gouji-legacy': () => new URL('./gouji-legacy.wasm', import.meta.url),
  'gouji-pdf': () => new URL('./gouji-pdf.wasm', import.meta.url),
};

export const { check, read, rules, profiles } = makeApi(name => fetch(MODULES[name]()));
