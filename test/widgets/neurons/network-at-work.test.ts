import { beforeAll, describe, expect, it } from 'vitest';
import { feedforward } from '../../../src/network/feedforward.ts';
import { explainer, hundred, loadResources } from '../../../src/islands/resources.ts';
import {
  NetworkAtWork,
  partOf,
  placeOf,
  STEPS,
  wordsFor,
} from '../../../src/widgets/neurons/network-at-work/network-at-work.svelte.ts';

beforeAll(() => loadResources());

describe('the signal', () => {
  it('begins where it is told, goes into a link and comes back', () => {
    const work = new NetworkAtWork();
    expect(work.step).toBe(STEPS.length - 1);
    work.step = 1;
    expect(work.toLink()).toEqual({ step: '1' });
    const other = new NetworkAtWork();
    other.fromLink({ step: '1' });
    expect(other.step).toBe(1);
    for (const step of ['4', '-1', '', 'x', '1.5']) other.fromLink({ step });
    expect(other.step).toBe(1);
    other.reset();
    expect(other.step).toBe(3);
    expect(new NetworkAtWork(99).step).toBe(3);
    expect(new NetworkAtWork(-1).step).toBe(0);
  });

  it('is told in words that the pass bears out', () => {
    for (const { pixels, label } of hundred.value.slice(0, 30)) {
      const pass = feedforward(explainer.value, pixels);
      const inked = pixels.filter((x) => x > 0).length;
      expect(wordsFor(pass, 0)).toContain(`${inked} of the 784 pixels`);
      const lit = pass.activations[2].filter((a) => a > 0.5).length;
      expect(wordsFor(pass, 2)).toContain(`${lit} of its 16`);
      const scores = pass.activations[3];
      const best = scores.indexOf(Math.max(...scores));
      if (scores[best] >= 0.25) expect(wordsFor(pass, 3)).toContain(`It reads a ${best}`);
      expect(label).toBeLessThan(10);
    }
    const blank = feedforward(explainer.value, new Float64Array(784));
    expect(wordsFor(blank, 0)).toContain('0 of the 784');
    expect(wordsFor(blank, 3)).toContain('no ink');
  });
});

describe('a neuron of the picture', () => {
  it('is a part of the network, and back', () => {
    const place = { layer: 2, index: 7 };
    expect(placeOf(partOf(place))).toEqual(place);
    expect(placeOf({ kind: 'weight', layer: 1, j: 3, k: 400 })).toEqual({ layer: 1, index: 3 });
    expect(placeOf({ kind: 'input', k: 5 })).toBeNull();
  });
});
