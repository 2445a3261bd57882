import { expect, it } from 'vitest';
import models from '../../public/models/models.json' with { type: 'json' };
import { valueNames, valueOf } from '../../src/measured/values.ts';

const number = async (name: string): Promise<number> =>
  Number((await valueOf(name)).replaceAll(/[,%]/g, '').replace('\u2212', '-'));

it('works every number out, as text that a reader can read', async () => {
  expect(valueNames.length).toBeGreaterThan(20);
  for (const name of valueNames) {
    expect(await valueOf(name), name).toMatch(/^[+\u2212]?\d{1,3}(,\d{3})*(\.\d+)?%?$/);
  }
});

it('counts the blocks of the explainer network, which add up to all its parameters', async () => {
  const blocks = await Promise.all(
    valueNames.filter((name) => /^explainer\.(weights|biases)\./.test(name)).map(number),
  );
  expect(blocks).toEqual([12_544, 16, 256, 16, 160, 10]);
  expect(blocks.reduce((all, block) => all + block, 0)).toBe(models.explainer.parameters);
  expect(await valueOf('explainer.parameters')).toBe('13,002');
});

it('says the accuracies that models.json states', async () => {
  const accuracy = (100 * models.explainer.mnist.accuracy).toFixed(1);
  expect(await valueOf('explainer.accuracy')).toBe(`${accuracy}%`);
  const wrong = await number('explainer.wrong');
  expect(wrong / 10_000).toBeCloseTo(1 - models.explainer.mnist.accuracy, 10);
});

it('shows a sum and a bias that add up to the weighted input, up to rounding, and its activation', async () => {
  const z = await number('neuron.z');
  expect((await number('neuron.sum')) + (await number('neuron.bias'))).toBeCloseTo(z, 1);
  expect(await number('neuron.activation')).toBeCloseTo(1 / (1 + Math.exp(-z)), 1);
});

it('splits the first digit into inked and blank pixels', async () => {
  expect((await number('digit.inked')) + (await number('digit.blank'))).toBe(784);
});

it('refuses a name that it does not know, and lists those that it does', async () => {
  await expect(valueOf('explainer.acuracy')).rejects.toThrow(/explainer\.accuracy/);
});
