import { expect, it, vi } from 'vitest';
import { allNeeded, needs, Resource } from '../../src/islands/needs.ts';
import {
  DigitsLoadError,
  explainer,
  EXPLAINER_SIZES,
  hundred,
  loadResources,
  thousand,
} from '../../src/islands/resources.ts';
import { FIRST_DIGIT, FIRST_NEURON, firstState } from '../../src/reader/state.ts';
import { readImage } from '../../src/recogniser/recognise.ts';

it('says who forgot what, before it is here', () => {
  expect(() => explainer.value).toThrow(
    'Not here yet: the explainer network. A widget says needs(…)',
  );
});

it('waits for all that was asked for, each fetched once, and tries again after a failure', async () => {
  const get = vi.fn(() => Promise.resolve(['one']));
  const weak = vi
    .fn<() => Promise<object>>()
    .mockRejectedValueOnce(new Error('The download did not finish.'))
    .mockResolvedValue({});
  const [one, two] = [new Resource('one', get), new Resource('two', weak)];
  needs(one);
  needs(one, two);
  await expect(allNeeded()).rejects.toThrow('The download did not finish.');
  expect(two.isHere).toBe(false);
  await allNeeded();
  expect(one.value).toEqual(['one']);
  expect(two.isHere).toBe(true);
  expect([get.mock.calls.length, weak.mock.calls.length]).toEqual([1, 2]);
});

it('refuses what is on disk and is not what it should be', async () => {
  const cwd = vi.spyOn(process, 'cwd').mockReturnValue('/nowhere');
  await expect(hundred.load()).rejects.toThrow(DigitsLoadError);
  await expect(explainer.load()).rejects.toThrow('The download did not finish.');
  cwd.mockRestore();
});

it('has the network and the digits of the chapters, in Node from disk', async () => {
  await loadResources();
  expect(explainer.value.sizes).toEqual(EXPLAINER_SIZES);
  expect([hundred.value.length, thousand.value.length]).toEqual([100, 1000]);
  const { digit } = firstState(hundred.value);
  expect(digit.index).toBe(FIRST_DIGIT);
  const { scores, pass } = readImage(explainer.value, digit.pixels);
  expect(digit.label).toBe(3);
  expect(scores[3]).toBeCloseTo(0.93, 2);
  expect(pass.activations[1][FIRST_NEURON.index]).toBeCloseTo(0.92, 2);
});
