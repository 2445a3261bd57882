import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import shipped from '../../../public/models/widths.json';
import { trainWidths } from '../../../src/commands/records/train-widths.ts';
import { WIDTHS_RECIPE } from '../../../src/training/widths.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'widths-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('widths.json', () => {
  it('was trained by the recipe as it stands', () => {
    expect(shipped.recipe).toEqual(WIDTHS_RECIPE);
    expect(shipped.widths.map(({ hidden }) => hidden)).toEqual(WIDTHS_RECIPE.hidden);
  });

  it('holds what training measures, the same again', async () => {
    await trainWidths(folder, [4, 8]);
    const again = JSON.parse(
      readFileSync(path.join(folder, 'widths.json'), 'utf8'),
    ) as typeof shipped;
    expect(again.widths).toEqual(shipped.widths.slice(0, 2));
  });
});
