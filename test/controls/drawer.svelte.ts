import type { Drawer } from '@/controls/pad/reader-pad.svelte.ts';
import type { GivenDigit, Sheet } from '@/controls/pad/sheet.ts';

/** A reader that keeps nothing: what pads draw into. */
export class SomeDrawer implements Drawer {
  digit: GivenDigit = $state.raw({ index: 0, label: 0, pixels: new Float64Array(784) });
  source: 'digit' | 'drawing' = $state('digit');
  lastDrawing: Sheet | null = $state.raw(null);

  chooseDigit(digit: GivenDigit): void {
    this.digit = digit;
    this.source = 'digit';
  }

  useDrawing(sheet: Sheet | null): void {
    this.source = sheet === null ? 'digit' : 'drawing';
    if (sheet !== null) this.lastDrawing = sheet;
  }
}
