import { beforeAll, describe, expect, it } from 'vitest';
import { feedforward } from '@/network/feedforward.ts';
import { explainer, loadResources, thousand } from '@/islands/resources.ts';
import {
  SigmoidSlider,
  type Start,
} from '@/widgets/neurons/sigmoid-slider/sigmoid-slider.svelte.ts';
import {
  activation,
  atHandle,
  flatEnds,
  sentence,
  slope,
  verdict,
} from '@/widgets/neurons/sigmoid-slider/sigmoid-words.ts';

beforeAll(() => loadResources(explainer, thousand));

/** A slider on test digits and a neuron that the test can change. */
function sliderOn(start?: Start, neuron = { layer: 1, index: 5 }) {
  const around = { network: explainer.value, neuron, image: thousand.value[17].pixels };
  return { slider: new SigmoidSlider(() => around, thousand.value, start), around };
}

describe('the bias', () => {
  it('begins as it was learned, with as many awake as the network itself wakes', () => {
    const { slider } = sliderOn();
    const awake = thousand.value.filter(
      ({ pixels }) => feedforward(explainer.value, pixels).zs[0][5] > 0,
    );
    expect(slider.bias).toBe(explainer.value.layers[0].biases[5]);
    expect(slider.awake).toBe(awake.length);
    expect(slider.awake + slider.asleep).toBe(1000);
    expect([slider.isMoved, slider.canReset]).toEqual([false, false]);
  });

  it('moves every z by as much and changes nothing that the network has learned', () => {
    const { slider, around } = sliderOn();
    const [z, first, learned] = [slider.z, slider.zOf(0), slider.bias];
    slider.bias = learned + 2;
    expect(slider.z - z).toBeCloseTo(2);
    expect(slider.zOf(0) - first).toBeCloseTo(2);
    expect(slider.pass).toEqual(feedforward(slider.network, around.image));
    expect(explainer.value.layers[0].biases[5]).toBe(learned);
  });

  it.each([1, 2, 3])('can wake all digits or none in layer %d', (layer) => {
    for (const index of [0, 1, 9]) {
      const { slider } = sliderOn({}, { layer, index });
      slider.bias = slider.reach;
      expect(slider.awake).toBe(1000);
      expect(sentence(slider, 'it')).toContain('every digit');
      slider.bias = -slider.reach;
      expect(slider.awake).toBe(0);
      expect(sentence(slider, 'it')).toContain('no digit');
    }
  });

  it('stays within reach and takes nothing that is no number', () => {
    const { slider } = sliderOn();
    slider.bias = 1e9;
    expect(slider.bias).toBe(slider.reach);
    for (const bad of [NaN, Infinity, -Infinity]) slider.bias = bad;
    expect(slider.bias).toBe(slider.reach);
  });

  it('puts those off the end of the axis aside, all of them if need be', () => {
    const { slider } = sliderOn({}, { layer: 1, index: 1 });
    slider.bias = slider.reach;
    const [from, to] = slider.onAxis;
    expect(from).toBe(0);
    expect(slider.zOf(to)).toBeGreaterThan(14);
    if (to > 0) expect(slider.zOf(to - 1)).toBeLessThanOrEqual(14);
  });

  it('wakes just half where it says that it would, and says which way that is', () => {
    for (let index = 0; index < 16; index++) {
      const { slider } = sliderOn({}, { layer: 1, index });
      const way = slider.awake < 500 ? 'up' : 'down';
      expect(slider.wayToHalf).toBe(way);
      expect(verdict(slider)).toBe('');
      slider.predict(way);
      expect(verdict(slider)).toContain(', as you said: half of them wake at a bias of ');
      slider.showHalf();
      expect(slider.awake).toBe(500);
      expect(verdict(slider)).toContain('as you said');
      slider.predict(way === 'up' ? 'down' : 'up');
      expect(verdict(slider)).toMatch(new RegExp(`^It must go ${way}: `));
      slider.bias = 0.5;
      expect([slider.prediction, verdict(slider)]).toEqual([null, '']);
    }
  });

  it('changes activations in the middle and hardly any on the flat ends', () => {
    const { slider } = sliderOn();
    expect(slider.changed).toEqual({ hardly: 1000, aLot: 0 });
    slider.bias += 0.5;
    const { hardly, aLot } = slider.changed;
    expect(hardly).toBeGreaterThan(100);
    expect(aLot).toBeGreaterThan(50);
  });
});

describe('the handle', () => {
  it('goes with the digit until it is put somewhere, and never off the axis', () => {
    const { slider } = sliderOn();
    expect(slider.handle).toBe(slider.z);
    slider.putHandle(99);
    expect([slider.handle, slider.isWithDigit]).toEqual([14, false]);
    slider.putHandle(NaN);
    expect(slider.handle).toBe(14);
    slider.putHandle(null);
    expect(slider.handle).toBe(slider.z);
  });
});

describe('digits', () => {
  it('are picked out by their label, a hundred of each', () => {
    const { slider } = sliderOn();
    expect(slider.picked).toBeNull();
    slider.label = 3;
    const threes = thousand.value.filter(({ label }) => label === 3);
    const awake = threes.filter(({ pixels }) => feedforward(explainer.value, pixels).zs[0][5] > 0);
    expect(slider.picked).toEqual({ count: 100, awake: awake.length });
  });

  it('are found by their rank, by the z nearest, and never beyond the first and the last', () => {
    const { slider } = sliderOn();
    for (const rank of [0, 7, 500, 999]) {
      expect(Math.abs(slider.zOf(slider.rankNear(slider.zOf(rank))) - slider.zOf(rank))).toBe(0);
    }
    slider.pointAt(-5);
    expect(slider.pointedRank).toBe(0);
    slider.pointAt(1e9);
    expect(slider.pointedRank).toBe(999);
    slider.pointAt(NaN);
    expect(slider.pointedRank).toBe(999);
    expect([slider.rankNear(-1e9), slider.rankNear(1e9)]).toEqual([0, 999]);
  });
});

describe('a link', () => {
  it('carries bias, handle and label to another slider', () => {
    const { slider } = sliderOn();
    expect(slider.toLink()).toEqual({});
    slider.bias = -3.25;
    slider.putHandle(-10);
    slider.label = 7;
    const { slider: other } = sliderOn();
    other.fromLink(slider.toLink());
    expect([other.bias, other.handle, other.label]).toEqual([-3.25, -10, 7]);
    expect(other.toLink()).toEqual(slider.toLink());
  });

  it('keeps a bias for the neuron that it is of', () => {
    const { slider } = sliderOn();
    slider.fromLink({ b: '4.00@1.6' });
    expect(slider.isMoved).toBe(false);
  });

  it.each([
    { b: 'NaN@1.5', z: 'Infinity', label: '10' },
    { b: '1e9@1.5', z: '1e3', label: '' },
    { b: '4', z: '--1', label: '-1' },
    { b: '<b>', z: '', label: 'x'.repeat(1e4) },
  ])('that makes no sense does nothing: $b $z', (params) => {
    const { slider } = sliderOn();
    slider.fromLink(params);
    expect(slider.canReset).toBe(false);
  });
});

it('comes back to what it began with', () => {
  const { slider } = sliderOn({ bias: 2, handle: 10, label: 3 });
  const first = slider.toLink();
  slider.bias = -4;
  slider.putHandle(0);
  slider.label = null;
  slider.pointAt(4);
  slider.predict('up');
  slider.inspector.open({ kind: 'z', layer: 1, j: 5 });
  slider.reset();
  expect(slider.toLink()).toEqual(first);
  expect([slider.pointed, slider.prediction, slider.inspector.part]).toEqual([null, null, null]);
});

describe('its words', () => {
  it('never show a flat end as nothing', () => {
    expect([activation(0.5), activation(0.999999999), activation(1e-9)]).toEqual([
      '0.50',
      '>0.99999',
      '<0.00001',
    ]);
    expect([activation(0.99995), activation(0.004)]).toEqual(['0.99995', '0.004']);
    expect([slope(0), slope(-10), slope(20)]).toEqual(['0.250', '0.00005', '<0.00001']);
  });

  it('tell flat from steep', () => {
    expect(atHandle(10)).toContain('flat');
    expect(atHandle(0)).toContain('steep');
    expect(atHandle(-3)).toContain('bends');
    expect(flatEnds()).toContain('0.99995');
    expect(flatEnds()).toContain('at z\u00a0=\u00a00, where');
    expect(atHandle(14)).toContain('would add less than 0.00001.');
    expect(atHandle(6)).toMatch(/would add only 0\.\d+\.$/);
  });

  it('say what the bias did', () => {
    const { slider } = sliderOn({ label: 3 });
    expect(sentence(slider, 'neuron 6, layer 1')).toMatch(/as learned, 186 of 1,000 .* 100 3s/);
    slider.bias = 2.5;
    expect(sentence(slider, 'neuron 6, layer 1')).toMatch(/You raised every z by 3\.\d+/);
  });
});
