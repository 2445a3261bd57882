/** Held to the models as they are shipped; where one was replaced, `npm run lab -- --strokes FILE` measures anew, in a minute or two. */
import { describe, expect, it } from 'vitest';
import lab from '../../../public/models/lab.json' with { type: 'json' };
import models from '../../../public/models/models.json' with { type: 'json' };
import shifts from '../../../public/models/shifts.json' with { type: 'json' };
import { readMnist } from '../../../src/commands/mnist-files.ts';
import { openModel } from '../../../src/commands/models.ts';
import { SETTINGS } from '../../../src/digits/steps.ts';
import { boxed, DOWN, picturesOf, rightAfter } from '../../../src/inside/shifts.ts';
import { run } from '../run.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);
const test = readMnist('test');
const NAMES = ['classic', 'explainer', 'recogniser'] as const;

describe.each(NAMES)('shifts.json of the %s', (name) => {
  const measured = shifts.networks[name];

  it('was measured with the model that is shipped', () => {
    expect(measured.sha256, 'run npm run lab').toBe(models[name].sha256);
  });

  it('reads where they are what models.json says', () => {
    const still = sum(measured.down[DOWN.indexOf(0)]);
    expect(still / test.count).toBeCloseTo(models[name].mnist.accuracy, 9);
  });

  it('is what comes out again, by the box of the first thousand digits', () => {
    const [pictures, labels] = [picturesOf(test).slice(0, 1000), test.labels.slice(0, 1000)];
    const network = openModel(name);
    const again = rightAfter(network, pictures, labels, boxed);
    const whole = sum(measured.box) / test.count;
    // A thousand of ten thousand: within three standard errors of what was measured on all.
    expect(Math.abs(sum(again) / 1000 - whole)).toBeLessThan(
      3 * Math.sqrt((whole * (1 - whole)) / 1000) + 0.01,
    );
  });
});

it('shifts.json: the classic reads by its box what was counted, to the digit', () => {
  const again = rightAfter(openModel('classic'), picturesOf(test), test.labels, boxed);
  expect(again).toEqual(shifts.networks.classic.box);
});

it('shifts.json tells of all digits', () => {
  expect(sum(shifts.tested)).toBe(test.count);
  expect(shifts.places.digits).toBe(60_000);
  expect(shifts.places.longer.pixels).toBe(20);
});

describe.each(NAMES)('lab.json of the %s', (name) => {
  const measured = lab.networks[name];

  it('was measured with the model that is shipped', () => {
    expect(measured.sha256, 'run npm run lab -- --strokes FILE').toBe(models[name].sha256);
  });

  it('has every setting, and reads more with all steps than with none', () => {
    expect(measured.right).toHaveLength(SETTINGS.length);
    for (const right of [...measured.right, measured.half]) {
      expect(right).toBeLessThanOrEqual(lab.drawings);
    }
    expect(measured.right[31]).toBeGreaterThan(measured.right[0]);
  });
});

it('lab.json tells of the writers that models.json tells of', () => {
  const { digits, writers } = models.recogniser.strokes;
  expect([lab.drawings, lab.writers]).toEqual([digits, writers]);
});

it('npm run lab says how it is called, and refuses a file that is not there', async () => {
  const help = await run('lab', ['--help']);
  expect(help.stdout).toContain('npm run lab');
  const missing = await run('lab', ['--strokes', 'no/such/file.json']);
  expect(missing.code).toBe(2);
});
