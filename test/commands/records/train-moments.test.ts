import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import shipped from '../../../public/models/moments.json' with { type: 'json' };
import { trainMoments } from '../../../src/commands/records/train-moments.ts';
import { MOMENTS } from '../../../src/training/recorded/moments.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'moments-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('moments.json', () => {
  it('was measured by the recipe as it stands', () => {
    expect(shipped.recipe).toEqual(MOMENTS);
    expect(shipped.first.map(({ step }) => step)).toEqual(MOMENTS.steps);
    expect(shipped.fast.map(({ eta }) => eta)).toEqual(MOMENTS.etas);
    expect(shipped.stuck.epochs).toHaveLength(MOMENTS.stuck.epochs);
    expect(shipped.l2.map(({ lambda }) => lambda)).toEqual(MOMENTS.l2.lambdas);
  });

  it('holds what training measures, the same again', async () => {
    await trainMoments(folder, {
      ...MOMENTS,
      etas: [],
      stuck: { ...MOMENTS.stuck, epochs: 1 },
      l2: { ...MOMENTS.l2, lambdas: [] },
    });
    const again = JSON.parse(
      readFileSync(path.join(folder, 'moments.json'), 'utf8'),
    ) as typeof shipped;
    expect(again.first).toEqual(shipped.first);
    expect(again.stuck.steps).toEqual(shipped.stuck.steps);
    expect(again.stuck.epochs).toEqual(shipped.stuck.epochs.slice(0, 1));
  });
});
