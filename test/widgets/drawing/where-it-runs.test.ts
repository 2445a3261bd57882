import { beforeAll, expect, it } from 'vitest';
import { readPublic } from '@/islands/disk.ts';
import { models } from '@/islands/bench.ts';
import { modelFile } from '@/islands/model-file.ts';
import { loadResources } from '@/islands/resources.ts';
import { FIVE } from '@/widgets/drawing/examples.ts';
import { breakEven, carriedBy } from '@/widgets/drawing/where-it-runs/costs.ts';

beforeAll(() => loadResources(models.recogniser, modelFile));

it('weighs the very file that travels', async () => {
  expect(modelFile.value.bytes).toBe((await readPublic('/models/recogniser.packed')).length);
});

it('weighs what one reading would carry, and when that comes to more than the file', () => {
  const { strokes, picture, scores } = carriedBy(FIVE, models.recogniser.value);
  expect(picture).toBe(784);
  expect(scores).toBeGreaterThanOrEqual('[0,0,0,0,0,0,0,0,0,0]'.length);
  expect(strokes).toBeLessThan(picture);
  const even = breakEven(modelFile.value.bytes, picture + scores);
  expect(even * (picture + scores)).toBeGreaterThanOrEqual(modelFile.value.bytes);
  expect((even - 1) * (picture + scores)).toBeLessThan(modelFile.value.bytes);
  expect(() => carriedBy([], models.recogniser.value)).toThrow('too long');
});
