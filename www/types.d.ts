// The shapes that pass between the modules of the page. Only the type checker reads this file.
// All offsets are indices into JavaScript strings (UTF-16).

/** What the reader made of a file; the same blocks in the same order as long as it is open. */
export interface View {
  text: string;
  blocks: Block[];
  /** What the reader had to guess or leave out, in Chinese. */
  notes: string[];
}

export type Block =
  /** 0 is running text, 1 the title, 2 a heading like 一、, 3 like （一）. */
  | { type: 'paragraph'; start: number; end: number; level: number }
  | { type: 'table'; table: string | null; columns: number; rows: Cell[][] };

export interface Cell {
  /** A cell of the draft covers text.slice(start, end); a cell without them is not in the draft. */
  start?: number;
  end?: number;
  /** The words of a cell that the draft does not spell out. */
  label?: string;
  /** A number that the form has and the draft does not. */
  missing?: boolean;
  row_span: number;
  column_span: number;
  header: boolean;
}

export type Severity = 'error' | 'warning' | 'hint';

export interface Place {
  section: string | null;
  table?: string;
  row?: string;
  column?: string;
  text: string;
  start: number;
  end: number;
  line: number;
  note?: string;
  /** PDF: the page, from 1, and left, top, right, bottom in points from its top left corner. */
  page?: number;
  rect?: [number, number, number, number];
  /** A workbook: the sheet and the cell, as “B7”. */
  sheet?: string;
  cell?: string;
  /** Word: the paragraph of the main text, from 1, those in tables counted too. */
  paragraph?: number;
}

export interface Edit {
  start: number;
  end: number;
  text: string;
}

export interface Fix {
  label: string;
  edits: Edit[];
}

export interface Finding {
  code: string;
  name: string;
  severity: Severity;
  message: string;
  /** The first one is where the mark stands. */
  places: Place[];
  fixes: Fix[];
}

/** What the checker says about one file. */
export interface FileResult {
  file: string;
  kind: string;
  organ: string | null;
  year: number | null;
  form: string;
  /** The name of the place whose demands were checked as well. */
  profile?: string;
  summary: Record<Severity, number>;
  /** How many findings are left out because their rules are silenced. */
  silenced: number;
  findings: Finding[];
}

/** A paragraph or cell of the draft, where it stands now. */
export interface Piece {
  start: number;
  end: number;
}

/** The text of an open file, kept in step with the worker's. */
export interface Draft {
  text: string;
  pieces: Piece[];
}

/** The change of one paragraph or cell. */
export interface Change {
  piece: number;
  before: string;
  after: string;
}

/** What 撤销 takes back at once: changes of the text, what was said of an opinion, or that a rule was silenced or brought back. */
export interface Step {
  changes: Change[];
  remark?: { before: Remark; after: Remark };
  /** In one report or, with null, in all. */
  rule?: { code: string; report: Report | null; silent: boolean };
  /** The person is still typing in this one cell or paragraph. */
  open: boolean;
}

export interface History {
  done: Step[];
  undone: Step[];
  /** The last step that was copied or saved. */
  saved: Step | null;
}

/** A finding with its number and the paragraph or cell that carries its mark. */
export interface Opinion {
  finding: Finding;
  /** Tells it from the others, and stays the same while other places are edited. */
  key: string;
  /** From 1 in the order of the report. */
  number: number;
  piece: number;
  remark: Remark;
}

/** What the person says of an opinion, and the words by which that is known again. */
export interface Remark {
  code: string;
  /** The section, table, row and column. */
  place: string;
  message: string;
  /** How many of the same words came before it. */
  again: number;
  ignored: boolean;
  /** Empty for none. */
  note: string;
}

/** A file that is open. */
export interface Report {
  id: number;
  name: string;
  /** What tells its file from others; none where it was pasted. */
  stamp: string | undefined;
  /** Reads the file once more. */
  source: () => Promise<ArrayBuffer | string>;
  /** What the remarks know it by. */
  title: string;
  view: View;
  draft: Draft;
  result: FileResult;
  opinions: Opinion[];
  /** Opinions that the person has put aside. */
  ignored: Opinion[];
  chosen: string | null;
  history: History;
  /** Edits that the worker has not seen yet. */
  waiting: Edit[];
  /** Whether the settings have changed since the worker was told. */
  stale: boolean;
  /** The report of the year before with which it is compared. */
  last: number | undefined;
  /** The codes of the rules that are silenced in it alone. */
  silence: Set<string>;
  /** Settles when the worker has answered; null when there is nothing to wait for. */
  checking: Promise<void> | null;
  /** How it is looked at. */
  way: Way;
  /** How far down it was left, in each of the ways to look at it. */
  scroll: Record<Way, number>;
  /** What the checker understood of it when it was last asked; null until it has answered. */
  reading: Reading | null;
}

/** The report, its tables beside the form, its numbers as charts, the pages of a PDF. */
export type Way = 'report' | 'reading' | 'figures' | 'pages';

/** A place of the draft; null where the draft does not have what the form has. */
export interface MaybePlace {
  start: number | null;
  end: number | null;
}

/** A row or a column of the form; labels are joined with “/”. */
export interface Bound extends MaybePlace {
  /** The label in the draft. */
  found: string | null;
  /** Whether that is the form's, but for blanks, punctuation and width. */
  exact: boolean;
}

export interface ReadCell extends MaybePlace {
  column: string;
  text: string | null;
  value: number | null;
}

export interface ReadTable {
  table: string;
  form: string;
  /** The columns of so many rows. */
  blocks: { rows: number; columns: (Bound & { column: string })[] }[];
  rows: (Bound & { row: string; cells: ReadCell[] })[];
  /** What the draft has and the form has not. */
  foreign: { what: 'row' | 'column' | 'cell'; text: string; start: number; end: number }[];
}

/** A report as the checker understood it. */
export interface Understood {
  title: string | null;
  organ: string | null;
  year: number | null;
  period: string | null;
  form: string;
  text: string;
  /** The parts that were found. */
  sections: { number: string; heading: string; exact: boolean; start: number; end: number }[];
  tables: ReadTable[];
}

/** With the paragraphs and cells where they stood then, for its offsets are of that text. */
export interface Reading extends Understood {
  pieces: Piece[];
}

/** What stands on a page of a PDF; each group of four numbers is left, top, right, bottom in points. */
export interface PageContent {
  /** The characters, as many as there are groups in `glyphs`. */
  text: string;
  glyphs: Float32Array;
  rulings: Float32Array;
  pictures: Float32Array;
}

/** A rule; its page is loaded when it is looked at. */
export interface Rule {
  code: string;
  name: string;
  severity: Severity;
  title: string;
}

/** How a report is checked: the name or the Markdown of a profile, the codes of silenced rules, other severities by code. */
export interface CheckOptions {
  profile: string;
  silence: string[];
  severity: Record<string, Severity>;
}

/** The demands of a place. */
export interface ProfileInfo {
  name: string;
  /** The document that makes them. */
  basis: string;
}

/** A module that reads heavy kinds of files. */
export type ReaderName = 'office' | 'legacy' | 'pdf';

export interface Checker {
  /** When it can be asked; fails if it cannot be started. */
  ready: Promise<void>;
  /** `tell` gets what is being waited for. */
  open(name: string, source: ArrayBuffer | string, tell: (words: string) => void, options: CheckOptions): Promise<{ id: number; view: View; result: FileResult }>;
  /** `last`: the report of the year before. */
  edit(id: number, edits: Edit[], options?: CheckOptions, last?: number): Promise<FileResult>;
  /** Fails with what is wrong with options. */
  approve(options: CheckOptions): Promise<void>;
  /** The report as it is understood now. */
  read(id: number): Promise<Understood>;
  /** The width and height in points of each page of a PDF. */
  pages(id: number): Promise<Float32Array>;
  /** What stands on a page, from 1. */
  page(id: number, number: number): Promise<PageContent>;
  close(id: number): Promise<void>;
  rules(): Promise<Rule[]>;
  /** Those that gouji brings, or the one whose name or Markdown is given. */
  profiles(profile?: string): Promise<ProfileInfo[]>;
}
