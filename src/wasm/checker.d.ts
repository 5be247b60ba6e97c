/** A file: its bytes, its text where it was pasted, or what a reader module made of it. */
export type SourceFile = { name: string; silence?: string[] } & ({ bytes: Uint8Array } | { text: string } | WiredDocument);
/** The modules that read the heavy kinds. */
export type ReaderName = "office" | "legacy" | "pdf";
/** `profile` is the name of one that gouji brings, or the Markdown of another; rules are given by code or name. */
export interface CheckOptions { profile?: string; silence?: string[]; severity?: Record<string, Severity> }
export interface ProfileInfo { name: string; basis: string }
export type Severity = "error" | "warning" | "hint";
/** Offsets are bytes of the UTF-8 text in check() and read(), UTF-16 units in a Draft. */
export interface Place {
  section: string | null; table?: string; row?: string; column?: string;
  text: string; start: number; end: number; line: number; note?: string;
  /** PDF: the page, from 1, and left, top, right, bottom in points from its top left corner. */
  page?: number; rect?: [number, number, number, number];
  /** A workbook: the sheet and the cell, as "B7". */
  sheet?: string; cell?: string;
  /** Word: the paragraph of the main text, from 1, those in tables counted too. */
  paragraph?: number;
}
export interface Edit { start: number; end: number; text: string }
export interface Fix { label: string; edits: Edit[] }
export interface Finding {
  code: string; name: string; severity: Severity; message: string; places: Place[]; fixes: Fix[];
}
export interface FileFindings {
  file: string; kind: string; organ: string | null; year: number | null; form: string; profile?: string; notes: string[];
  summary: { error: number; warning: number; hint: number };
  /** How many findings are left out because their rules are silenced. */
  silenced: number; findings: Finding[];
}
export interface FailedFile { file: string; error: string }
export interface CheckOutput {
  version: 1; files: (FileFindings | FailedFile)[]; groups: (Finding & { files: string[] })[];
}
/** Positions are null where the draft does not have what the form has. */
export interface ReportCell { column: string; text: string | null; value: number | null; start: number | null; end: number | null }
/** `exact`: the label is the form's, but for blanks, punctuation and width. */
export interface ReportRow {
  row: string; found: string | null; exact: boolean; start: number | null; end: number | null; cells: ReportCell[];
}
export interface ReportColumn { column: string; found: string | null; exact: boolean; start: number | null; end: number | null }
/** The columns of so many rows. */
export interface ReportBlock { rows: number; columns: ReportColumn[] }
/** What the draft has in a table and the form has not. */
export interface ForeignPart { what: "row" | "column" | "cell"; text: string; start: number; end: number }
export interface ReportTable {
  table: string; form: string; blocks: ReportBlock[]; rows: ReportRow[]; foreign: ForeignPart[];
}
export interface ReadReport {
  file: string; kind: string; title: string | null; organ: string | null; year: number | null; period: string | null;
  form: string; text: string; notes: string[];
  sections: { number: string; heading: string; exact: boolean; start: number; end: number }[]; tables: ReportTable[];
}
export interface ReadOutput { version: 1; files: (ReadReport | FailedFile)[] }
export interface RuleInfo { code: string; name: string; severity: Severity; title: string; page?: string }
export interface RulesOutput { version: 1; rules: RuleInfo[] }
export type ViewCell =
  | { start: number; end: number; row_span: number; column_span: number; header: boolean }
  | { label: string; missing: boolean; row_span: number; column_span: number; header: boolean };
export type ViewBlock =
  | { type: "paragraph"; start: number; end: number; level: number }
  | { type: "table"; table: string | null; columns: number; rows: ViewCell[][] };
export interface View { text: string; blocks: ViewBlock[]; notes: string[] }
