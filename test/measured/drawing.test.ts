import { expect, it } from 'vitest';
import { STEPS } from '../../src/digits/steps.ts';
import { valueNames, valueOf } from '../../src/measured/values.ts';

const number = async (name: string): Promise<number> =>
  Number((await valueOf(name)).replaceAll(/[,%+]/g, '').replace('−', '-'));

it('a step’s worth is what is read with all less what is read without it, as far as the printed places say', async () => {
  for (const name of ['classic', 'recogniser']) {
    const all = await number(`lab.all.${name}`);
    for (const step of STEPS) {
      const without = await number(`lab.without.${step}.${name}`);
      expect(Math.abs(all - without - (await number(`lab.worth.${step}.${name}`)))).toBeLessThan(
        0.11,
      );
    }
    expect(await number(`lab.half.${name}`)).toBeLessThan(all);
    expect(await number(`lab.half.worth.${name}`)).toBeGreaterThan(0);
    expect(await number(`lab.none.${name}`)).toBeLessThan(40);
  }
});

it('tells what the chapter tells of place: half a pixel costs the classic two points, the box a fifth of all', async () => {
  expect(await number('lab.half.worth.classic')).toBeCloseTo(2.2, 0);
  expect(await valueOf('box.classic')).toBe('77.0%');
  expect(await valueOf('box.classic.7')).toBe('30%');
  expect(await number('boxed.below.7')).toBeGreaterThan(2);
  expect(await number('boxed.above.6')).toBeCloseTo(2, 1);
  expect(await valueOf('mass.farthest')).toBe('0.52');
  expect(await valueOf('longer.share')).toBe('99.98%');
});

it('greys hardly matter, ink and ground do', async () => {
  for (const name of ['classic', 'explainer', 'recogniser']) {
    expect(await number(`bare.worth.${name}`)).toBeLessThan(1.1);
    expect(await number(`inverted.${name}`)).toBeLessThan(15);
    expect(await number(`shift.1.${name}`)).toBeGreaterThan(await number(`shift.2.${name}`));
  }
});

it('every number of the chapter can be written', async () => {
  const names = valueNames.filter((name) =>
    /^(lab|shift|box|boxed|inverted|bare|mass|longer|reading|pen)\./.test(name),
  );
  expect(names.length).toBeGreaterThan(70);
  for (const name of names) expect(await valueOf(name), name).not.toMatch(/NaN|undefined|–/);
});
