import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import stored from '../../../public/models/training-runs.json';
import { trainRuns } from '../../../src/commands/records/train-runs.ts';
import { ETAS } from '../../../src/training/etas/etas.ts';
import {
  LEARNED_EPOCHS,
  LEARNED_STEPS,
  RECORDED_PLAN,
  type RecordedRuns,
} from '../../../src/training/recorded/recorded-runs.ts';
import { measureDigits } from '../../../src/widgets/training/at-build.ts';

const shipped = stored as unknown as RecordedRuns;
const publicFolder = path.join(import.meta.dirname, '../../../public/');
const learned = (folder: string): Int8Array =>
  new Int8Array(gunzipSync(readFileSync(path.join(folder, 'training-run.learned'))));
const folder = mkdtempSync(path.join(tmpdir(), 'runs-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the recorded runs', () => {
  it('are of the plan and the learning rates as they stand', () => {
    expect(shipped.plan).toEqual(RECORDED_PLAN);
    expect(shipped.etas.map(({ eta }) => eta)).toEqual(ETAS);
    expect(shipped.run.recall).toHaveLength(31);
    for (const { curve } of shipped.etas) expect(curve.test).toHaveLength(31);
  });

  it('say what the digits weigh', async () => {
    expect(shipped.download).toEqual(await measureDigits(pathToFileURL(publicFolder)));
  });

  it('agree with themselves: recall adds up to accuracy, and the run is one of the thirty', () => {
    const { recall, ...curve } = shipped.run;
    recall.forEach((hits, epoch) => {
      expect(hits.reduce((sum, n) => sum + n, 0)).toBe(curve.test[epoch]);
    });
    const same = shipped.etas.find(({ eta }) => eta === RECORDED_PLAN.eta);
    expect(same).toEqual({ eta: 3, curve, recall: [recall[1], recall[30]] });
    const all = learned(path.join(publicFolder, 'models'));
    expect(all).toHaveLength(LEARNED_EPOCHS.length * 784 * 30);
    expect(all.reduce((most, step) => Math.max(most, Math.abs(step)), 0)).toBe(LEARNED_STEPS);
  });

  it('are what training measures, the same again', async () => {
    await trainRuns(folder, { ...RECORDED_PLAN, epochs: 1 }, []);
    const again = JSON.parse(
      readFileSync(path.join(folder, 'training-runs.json'), 'utf8'),
    ) as RecordedRuns;
    expect(again.counts).toEqual(shipped.counts);
    expect(again.run.test).toEqual(shipped.run.test.slice(0, 2));
    expect(again.run.seenCost).toEqual(shipped.run.seenCost.slice(0, 2));
    expect(again.run.recall).toEqual(shipped.run.recall.slice(0, 2));
    const first = learned(folder);
    expect(learned(path.join(publicFolder, 'models')).slice(0, first.length)).toEqual(first);
  });
});
