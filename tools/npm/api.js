// The checker for other people's programs. How a module gets here is for index.js and node.js to say.
import gouji from './gouji.js';
import gouji_office from './gouji-office.js';
import gouji_legacy from './gouji-legacy.js';
import gouji_pdf from './gouji-pdf.js';

/// `bring` gives a module by its name: its bytes, or the answer to a request for them.
export function makeApi(bring) {
  const started = new Map();
  const start = (name, glue) => {
    if (!started.has(name)) {
      const starting = Promise.resolve(bring(name)).then(module => glue({ module_or_path: module })).then(() => glue);
      starting.catch(() => started.delete(name)); // so that it can be tried again
      started.set(name, starting);
    }
    return started.get(name);
  };
  const core = () => start('gouji', gouji);
  const readers = { office: gouji_office, legacy: gouji_legacy, pdf: gouji_pdf };

  /// The file as the checker takes it: read already where that needs a module of its own.
  const take = async file => {
    if (!file || typeof file !== 'object') throw new TypeError('应给出文件的列表，如 [{ name, bytes }]');
    if (file.bytes === undefined) return file;
    const { bytes: given, ...rest } = file;
    // Not instanceof: they may be of another realm.
    if (!ArrayBuffer.isView(given) && Object.prototype.toString.call(given) !== '[object ArrayBuffer]') throw new TypeError('bytes 应是 Uint8Array 或 ArrayBuffer');
    const bytes = given instanceof Uint8Array ? given : new Uint8Array(given);
    const reader = gouji.module(bytes);
    if (!reader) return { ...rest, bytes };
    const { read_document: read } = await start(`gouji-${reader}`, readers[reader]);
    return { ...rest, ...read(bytes) };
  };

  /// Lets `act` do with all files that can be read, and puts what is said of the others in their places.
  const withFiles = async (files, act) => {
    if (!Array.isArray(files)) throw new TypeError('应给出文件的列表，如 [{ name, bytes }]');
    await core();
    const taken = [];
    const refused = new Map();
    for (const [index, file] of files.entries()) {
      try {
        taken.push(await take(file));
      } catch (error) {
        if (typeof error !== 'string') throw error; // the readers refuse with a string
        refused.set(index, { file: file.name, error });
      }
    }
    const output = told(() => act(taken));
    const read = output.files.values();
    return { ...output, files: files.map((_, index) => refused.get(index) || read.next().value) };
  };

  return {
    check: (files, options = {}) => withFiles(files, taken => gouji.check(taken, options)),
    read: files => withFiles(files, taken => gouji.read(taken)),
    rules: async () => (await import('./rules.js')).default,
    profiles: async profile => {
      await core();
      return told(() => gouji.profiles(profile));
    },
  };
}

/// The core throws what is wrong as a string.
function told(act) {
  try {
    return act();
  } catch (error) {
    throw typeof error === 'string' ? new TypeError(error) : error;
  }
}
