import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { feedforward, type ForwardPass } from '../../../src/network/feedforward.ts';
import type { Network } from '../../../src/network/network.ts';
import { explainer, hundred, loadResources } from '../../../src/islands/resources.ts';
import {
  LAYER,
  layerOf,
  NotationStepper,
  type Scene,
  strongestSource,
  work,
} from '../../../src/widgets/neurons/notation-stepper/notation-stepper.svelte.ts';
import { numbersOf } from '../../../src/widgets/neurons/notation-stepper/notation-words.ts';
import { PIECE_NAMES, STEPS } from '../../../src/widgets/neurons/notation-stepper/notation.ts';
import { sourceLines } from '../../../src/controls/inspector/source-lines.ts';

const sceneOf = (index: number): Scene => ({
  network: explainer.value,
  image: hundred.value[30].pixels,
  neuron: { layer: LAYER, index },
});

beforeAll(() => loadResources());

describe('the steps from a product to a layer', () => {
  it('name only pieces that they have reached', () => {
    for (const { formula, pieces } of STEPS) {
      for (const token of formula) {
        if ('piece' in token) expect(pieces).toContain(token.piece);
      }
    }
    expect(new Set(STEPS.at(-1)?.pieces)).toEqual(new Set(Object.keys(PIECE_NAMES)));
  });

  it('are walked, linked to, and taken back', () => {
    const scene = sceneOf(0);
    const stepper = new NotationStepper(() => scene);
    expect(stepper.toLink()).toEqual({});
    stepper.step = 4;
    stepper.source = 3;
    expect(stepper.toLink()).toEqual({ step: '5', from: '4' });
    const other = new NotationStepper(() => scene);
    other.fromLink(stepper.toLink());
    expect([other.step, other.k]).toEqual([4, 3]);
    for (const from of ['0', '17', 'x']) other.fromLink({ from });
    expect(other.k).toBe(3);
    stepper.reset();
    expect(stepper.canReset).toBe(false);
    stepper.fromLink({ step: '3' });
    expect(stepper.now.name).toBe('The bias');
    for (const step of ['0', '7', '-1', '2.5', 'x', '']) stepper.fromLink({ step });
    expect(stepper.step).toBe(2);
  });
});

describe('a formula', () => {
  it('under a sum names no one connection', () => {
    const stepper = new NotationStepper(() => sceneOf(0));
    const named = STEPS[1].formula.flatMap((token) =>
      'index' in token ? [`${token.letter} ${stepper.indexOf(token.index)}`] : [],
    );
    expect(named).toEqual(['w 1,k', 'a k']);
  });

  it('has sum and bias that add up as they are printed, a bias below 0 in brackets', () => {
    const value = (text: string): number => Number(text.replace(/[()]/g, '').replace('−', '-'));
    for (let j = 0; j < 16; j++) {
      const stepper = new NotationStepper(() => sceneOf(j), 2);
      const texts = numbersOf(stepper).map(([, text]) => text);
      const [sum, , bias, , z] = texts;
      expect([texts[1], texts[3]]).toEqual(['+', '=']);
      expect(value(sum) + value(bias)).toBeCloseTo(value(z), 9);
      expect(bias).toMatch(/^(\d|\(−)/);
    }
  });
});

describe('the numbers of a neuron', () => {
  let network: Network;
  let pass: ForwardPass;
  beforeAll(() => {
    network = explainer.value;
    pass = feedforward(network, hundred.value[30].pixels);
  });

  it('are those of the forward pass', () => {
    for (let j = 0; j < 16; j++) {
      const k = strongestSource(layerOf(network), pass.activations[LAYER - 1], j);
      const { product, sum, bias, z, out } = work(network, pass, j, k);
      const { weights, nIn } = layerOf(network);
      let added = 0;
      let most = 0;
      for (let source = 0; source < nIn; source++) {
        const term = weights[j * nIn + source] * pass.activations[LAYER - 1][source];
        added += term;
        most = Math.max(most, Math.abs(term));
      }
      expect(sum).toBeCloseTo(added, 12);
      expect(Math.abs(product)).toBe(most);
      expect(z).toBe(pass.zs[LAYER - 1][j]);
      expect(sum + bias).toBeCloseTo(z, 12);
      expect(out).toBe(pass.activations[LAYER][j]);
    }
  });
});

describe('lines of a source', () => {
  const source = readFileSync(
    new URL('../../../src/network/feedforward.ts', import.meta.url),
    'utf8',
  );

  it('are found in order after the place where to begin, without their shared indentation', () => {
    const lines = sourceLines(source, 'function weighAll', ['let sum = biases[j];', 'z[j] = sum;']);
    expect(lines).toEqual(['let sum = biases[j];', 'z[j] = sum;']);
  });

  it('are missed loudly when the source has changed', () => {
    expect(() => sourceLines(source, 'function weighNone', [])).toThrow(
      'no line with "function weighNone"',
    );
    expect(() => sourceLines(source, 'function weighAll', ['z[k] = sum;'])).toThrow(
      '"z[k] = sum;"',
    );
  });
});
