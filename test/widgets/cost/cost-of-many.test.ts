import { beforeAll, expect, it } from 'vitest';
import { feedforward } from '../../../src/network/feedforward.ts';
import { cloneNetwork } from '../../../src/network/network.ts';
import { createRandom } from '../../../src/network/random.ts';
import { explainer, hundred, loadResources } from '../../../src/islands/resources.ts';
import { CostOfMany } from '../../../src/widgets/cost/cost-of-many/cost-of-many.svelte.ts';
import {
  type Knob,
  outputsWith,
  passesOf,
  valueOf,
} from '../../../src/widgets/cost/cost-of-many/knob.ts';

beforeAll(() => loadResources(explainer, hundred));

it('gives the outputs that the whole network would, whichever knob is turned', () => {
  const random = createRandom(7);
  const passes = passesOf(explainer.value, hundred.value);
  for (let round = 0; round < 60; round++) {
    const layer = 1 + random.integer(3);
    const { nIn, nOut } = explainer.value.layers[layer - 1];
    const source = random.uniform() < 0.3 ? null : random.integer(nIn);
    const knob: Knob = { layer, index: random.integer(nOut), source };
    const change = random.between(-8, 8);
    const network = cloneNetwork(explainer.value);
    const { weights, biases } = network.layers[layer - 1];
    if (source === null) biases[knob.index] += change;
    else weights[knob.index * nIn + source] += change;
    expect(valueOf(network, knob)).toBeCloseTo(valueOf(explainer.value, knob) + change, 12);
    const at = random.integer(100);
    const whole = feedforward(network, hundred.value[at].pixels).activations[3];
    const quick = outputsWith(explainer.value, passes[at], knob, change);
    whole.forEach((a, j) => expect(quick[j]).toBeCloseTo(a, 11));
  }
});

it('counts who got better and worse, in words that add up', () => {
  const figure = new CostOfMany(explainer.value, hundred.value, () => ({ layer: 2, index: 3 }));
  expect(figure.mean).toBe(figure.meanBefore);
  expect(figure.words).toContain('As learned');
  for (const change of [-8, -2, 0.05, 3, 8, 99, NaN]) {
    figure.turn(change);
    expect(figure.better + figure.worse).toBeLessThanOrEqual(100);
    expect(figure.words).toMatch(/got better/);
    expect(figure.words).not.toMatch(/NaN|undefined/);
  }
  expect(figure.change).toBe(8);
  const again = new CostOfMany(explainer.value, hundred.value, () => ({ layer: 2, index: 3 }));
  figure.choose(4);
  figure.turn(-1.5);
  figure.cell = 17;
  again.fromLink(figure.toLink());
  expect(again.mean).toBe(figure.mean);
  expect(again.cell).toBe(17);
  again.fromLink({ at: '100' });
  expect(again.cell).toBe(17);
  again.fromLink({ at: 'none' });
  expect(again.cell).toBe(null);
  figure.reset();
  expect(figure.canReset).toBe(false);
  expect(figure.mean).toBe(figure.meanBefore);
});

it('has a digit open at all times, a bar that its mean fits in, and Reset only where it is not as it began', () => {
  let neuron = { layer: 2, index: 3 };
  const figure = new CostOfMany(explainer.value, hundred.value, () => neuron, { change: -4 });
  expect([figure.canReset, figure.toLink()]).toEqual([false, {}]);
  expect(figure.opened.before).toBe(Math.max(...figure.costed.map(({ before }) => before)));
  for (const change of [-8, -4, 0, 8]) {
    figure.turn(change);
    expect(figure.canReset).toBe(change !== -4);
    expect(figure.widest).toBeGreaterThanOrEqual(Math.max(figure.mean, figure.meanBefore));
  }
  figure.reset();
  neuron = { layer: 1, index: 0 };
  expect(figure.canReset).toBe(false);
});

it('begins anew with another neuron, and takes no weight that it has not', () => {
  let neuron = { layer: 1, index: 3 };
  const figure = new CostOfMany(explainer.value, hundred.value, () => neuron, { source: 700 });
  figure.turn(2);
  neuron = { layer: 2, index: 3 };
  expect(figure.knob.source).toBe(null);
  expect(figure.change).toBe(0);
  figure.fromLink({ from: '900', by: '9.99' });
  expect(figure.knob.source).toBe(null);
});
