/** What a reader module made of a file, for the checker. */
export interface WiredDocument { text: string; numbers: Uint32Array }
