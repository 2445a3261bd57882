import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import shipped from '../../public/models/comparison.json';
import { trainComparison } from '../../src/commands/records/train-comparison.ts';
import {
  COMPARISON,
  compare,
  type ComparisonPoint,
  firstOf,
  planFor,
} from '../../src/training/comparison.ts';
import { ComparisonServer, type ComparisonReport } from '../../src/training/comparison-server.ts';
import { createNetworkEngine } from '../../src/training/network-engine.ts';
import { bars } from './small-digits.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'comparison-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('comparison.json', () => {
  it('was measured by the recipe as it stands', () => {
    expect(shipped.recipe).toEqual(COMPARISON);
    expect(shipped.points).toHaveLength(COMPARISON.counts.length * COMPARISON.marks.length);
  });

  it('holds what training measures, the same again', async () => {
    await trainComparison(folder, [100, 1000]);
    const text = readFileSync(path.join(folder, 'comparison.json'), 'utf8');
    const again = JSON.parse(text) as typeof shipped;
    expect(again.points).toEqual(shipped.points.filter(({ count }) => count < 10_000));
    expect(again.bytes).toBe(shipped.bytes);
  });
});

/** The first points of a comparison, which then ends. */
function some(points: Generator<ComparisonPoint, void>, count: number): ComparisonPoint[] {
  const first: ComparisonPoint[] = [];
  for (const point of points) if (first.push(point) === count) break;
  return first;
}

describe('compare', () => {
  const engineOf = (count: number): ReturnType<typeof createNetworkEngine> => {
    const engine = createNetworkEngine(count);
    engine.add('train', firstOf(bars(200, 1), count));
    engine.add('test', bars(50, 2));
    return engine;
  };

  it('gives all runs the same number of steps, however few their digits', () => {
    for (const count of COMPARISON.counts) {
      const { epochs, miniBatch } = planFor(count, 1);
      expect((epochs * count) / miniBatch).toBe(COMPARISON.marks.at(-1));
    }
  });

  it('tests each run at each mark, on its own digits and on those of the test', () => {
    const early = some(compare([engineOf(20), engineOf(200)], 3), 8);
    expect(early.map(({ count, steps }) => [count, steps])).toEqual(
      [0, 10, 30, 100].flatMap((steps) => [
        [20, steps],
        [200, steps],
      ]),
    );
    expect(early[6].seen.accuracy).toBeGreaterThan(early[0].seen.accuracy);
    // Of 20 digits, shares of twenty: its own digits alone are what it is tested on.
    expect((early[6].seen.accuracy * 20) % 1).toBeCloseTo(0);
  });

  it('gives the same points for the same seed, and others for another', () => {
    const three = (seed: number): ComparisonPoint[] => some(compare([engineOf(20)], seed), 3);
    expect(three(5)).toEqual(three(5));
    expect(three(5)).not.toEqual(three(6));
  });
});

it('says why where the digits do not come, and tries again at the next order', async () => {
  const reports: ComparisonReport[] = [];
  const server = new ComparisonServer({
    fetch: () => Promise.resolve(new Response('', { status: 503 })),
    folder: '/digits/',
    createEngine: () => Promise.resolve(createNetworkEngine(10)),
    now: () => 0,
    post: (report) => void reports.push(report),
  });
  server.take({ seed: 1 });
  server.take({ seed: 1 });
  await expect.poll(() => reports).toHaveLength(2);
  expect(reports[1]).toEqual({ kind: 'failed', message: 'The server answered 503.' });
});
