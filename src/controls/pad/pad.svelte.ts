import { GridCursor } from '../grid-cursor.svelte.ts';
import { PadPointers } from './pad-pointers.svelte.ts';
import type { RubOut, Sheet } from './sheet.ts';
import { Sketch } from './sketch.svelte.ts';

/** A drawing pad: its sketch, and the pointers and the keyboard cursor that draw on it. One for each pad on a page. */
export class Pad {
  readonly sketch: Sketch;
  readonly pointers: PadPointers;
  readonly cursor: GridCursor;

  /**
   * @param rubOut carries out erase strokes
   * @param first what lies on the pad at the start
   * @param height of the pad, in pad units: it is 1 wide
   */
  constructor(rubOut: RubOut, first?: Sheet, height = 1) {
    this.sketch = new Sketch(rubOut, first, height);
    this.pointers = new PadPointers(this.sketch);
    this.cursor = new GridCursor(this.sketch);
  }
}
