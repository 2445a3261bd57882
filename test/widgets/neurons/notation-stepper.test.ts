import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { feedforward, type ForwardPass } from '../../../src/network/feedforward.ts';
import type { Network } from '../../../src/network/network.ts';
import { explainer, hundred, loadResources } from '../../../src/islands/resources.ts';
import {
  LAYER,
  layerOf,
  NotationStepper,
  strongestSource,
  work,
} from '../../../src/widgets/neurons/notation-stepper/notation-stepper.svelte.ts';
import { PIECE_NAMES, STEPS } from '../../../src/widgets/neurons/notation-stepper/notation.ts';
import { sourceLines } from '../../../src/controls/inspector/source-lines.ts';

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
    const stepper = new NotationStepper(() => ({
      network: explainer.value,
      image: hundred.value[30].pixels,
      neuron: { layer: LAYER, index: 0 },
    }));
    expect(stepper.toLink()).toEqual({});
    stepper.step = 4;
    stepper.source = 3;
    expect(stepper.toLink()).toEqual({ step: '5' });
    stepper.reset();
    expect(stepper.isFirst).toBe(true);
    stepper.fromLink({ step: '3' });
    expect(stepper.now.name).toBe('The bias');
    for (const step of ['0', '7', '-1', '2.5', 'x', '']) stepper.fromLink({ step });
    expect(stepper.step).toBe(2);
  });
});

describe('the numbers of a neuron', () => {
  let network: Network;
  let pass: ForwardPass;
  beforeAll(async () => {
    await loadResources();
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
