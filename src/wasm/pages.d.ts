/** What stands on a page; each group of four numbers is left, top, right, bottom in points from its top left corner. */
export interface PageContent {
  /** The characters, one for each group of `glyphs`. */
  text: string;
  glyphs: Float32Array;
  rulings: Float32Array;
  pictures: Float32Array;
}
