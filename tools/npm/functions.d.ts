/** A file: its bytes, or its text. With `silence`, the rules that are not to be told of it. */
export type InputFile = { name: string; silence?: string[] } & ({ bytes: Uint8Array | ArrayBuffer } | { text: string });

/**
 * Checks reports. A file that cannot be read is told of in the result.
 * @throws TypeError, in Chinese, if an option is not known.
 */
export function check(files: InputFile[], options?: CheckOptions): Promise<CheckOutput>;
/** Tells what was read: the parts and the tables, bound to the form. */
export function read(files: InputFile[]): Promise<ReadOutput>;
/** All rules, each with its page in Markdown. */
export function rules(): Promise<{ version: 1; rules: Required<RuleInfo>[] }>;
/**
 * The demands of places that gouji brings, or only the one whose name or Markdown is given.
 * @throws TypeError, in Chinese, if that is not understood.
 */
export function profiles(profile?: string): Promise<ProfileInfo[]>;

