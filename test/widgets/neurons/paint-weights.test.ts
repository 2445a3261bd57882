import { beforeAll, describe, expect, it } from 'vitest';
import { explainer, loadResources, thousand } from '@/islands/resources.ts';
import { PaintWeights, type Start } from '@/widgets/neurons/paint-weights/paint-weights.svelte.ts';
import { countFiring, preference, SumSample } from '@/widgets/neurons/paint-weights/preference.ts';
import { outline, SLANTS, STROKES } from '@/widgets/neurons/paint-weights/test-strokes.ts';
import { readWeights, writeWeights } from '@/widgets/neurons/paint-weights/weights-text.ts';

beforeAll(() => loadResources(explainer, thousand));

const painter = (start?: Start): PaintWeights =>
  new PaintWeights(() => explainer.value, thousand.value, start);

describe('an edge and a blob', () => {
  it.each(SLANTS)('blue alone cannot tell them apart, red beside it can: %s', (slant) => {
    const detector = painter({ slant });
    const { edge, blob } = detector.stroke;
    expect(detector.try(edge).sum).toBeGreaterThan(0);
    expect(detector.try(blob).sum).toBe(detector.try(edge).sum);
    detector.use('surrounded');
    expect(detector.try(edge).sum).toBeGreaterThan(0);
    expect(detector.try(blob).sum).toBeLessThan(0);
  });

  it('a level stroke is 12 pixels long and 3 thick, with 3 on either side', () => {
    const { edge, blob } = STROKES.level;
    expect(edge.reduce((sum, ink) => sum + ink)).toBe(36);
    expect(blob.reduce((sum, ink) => sum + ink)).toBe(108);
  });

  it('an outline goes round its cells', () => {
    const one = new Float64Array(784);
    one[29] = 1;
    expect(outline(one)).toBe('M1 1h1M1 2h1M1 1v1M2 1v1');
  });
});

describe('the score', () => {
  it('counts pairs won, and ties by half', () => {
    const of = (wanted: number[], others: number[]): number =>
      preference({ wanted: Float64Array.from(wanted), others: Float64Array.from(others) });
    expect(of([2, 3], [0, 1])).toBe(1);
    expect(of([0, 1], [2, 3])).toBe(0);
    expect(of([1], [1, 1])).toBe(0.5);
    expect(of([1, 3], [2])).toBe(0.5);
    expect(of([], [2])).toBe(0.5);
  });

  it('is what comparing every pair gives', () => {
    const detector = painter({ preset: 'surrounded' });
    const sums = new SumSample(thousand.value).sums(detector.weights);
    let won = 0;
    thousand.value.forEach(({ label }, i) => {
      if (label !== 7) return;
      thousand.value.forEach((other, k) => {
        if (other.label !== 7) won += sums[i] > sums[k] ? 1 : sums[i] === sums[k] ? 0.5 : 0;
      });
    });
    expect(detector.score).toBeCloseTo(won / 90_000, 12);
  });

  it('sums as the plain definition does', () => {
    const weights = Float64Array.from({ length: 784 }, (_, k) => Math.sin(k));
    const sums = new SumSample(thousand.value).sums(weights);
    const plain = weights.reduce((sum, w, k) => sum + w * thousand.value[41].pixels[k], 0);
    expect(sums[41]).toBeCloseTo(plain, 4);
  });

  it('blue alone fires for every digit; with red it fires for few others, and beats the best learned neuron at 7s', () => {
    const detector = painter();
    expect(detector.firing).toEqual({ wanted: 100, others: 900 });
    expect(detector.score).toBeLessThan(detector.best.score);
    detector.use('surrounded');
    expect(detector.firing).toEqual({ wanted: 71, others: 55 });
    expect(detector.score).toBeGreaterThan(detector.best.score);
    expect(detector.best.index).toBe(8);
  });

  it('a copy of the learned neuron scores what the learned neuron scores', () => {
    const detector = painter();
    detector.copyBest();
    expect(detector.score).toBe(detector.best.score);
  });

  it('nothing painted is no better than guessing, and fires for nothing', () => {
    const detector = painter({ preset: 'clear' });
    expect(detector.score).toBe(0.5);
    expect(detector.firing).toEqual({ wanted: 0, others: 0 });
    expect(countFiring(Float64Array.of(-1, 0, 0.1, 2))).toBe(2);
  });
});

describe('painting', () => {
  it('sets weights by tool, strength and brush; one stroke is one step', () => {
    const detector = painter({ preset: 'clear' });
    detector.tool = 'minus';
    detector.strength = 0.5;
    detector.paint(14 * 28 + 14, 'start');
    detector.paint(14 * 28 + 15, 'move');
    detector.paint(14 * 28 + 15, 'end');
    expect(detector.weights.filter((w) => w === -0.5)).toHaveLength(12);
    detector.tool = 'erase';
    detector.brush = 0;
    detector.paint(14 * 28 + 14, 'start');
    expect(detector.weights[14 * 28 + 14]).toBe(0);
    detector.sheet.undo();
    detector.sheet.undo();
    expect(detector.weights.every((w) => w === 0)).toBe(true);
  });

  it('turns a preset with the test stroke, and leaves what was painted as it is', () => {
    const detector = painter();
    detector.turn('upright');
    expect(detector.weights).toBe(STROKES.upright.patch);
    detector.tool = 'plus';
    detector.paint(0, 'start');
    const painted = detector.weights;
    detector.turn('level');
    expect(detector.weights).toBe(painted);
  });

  it('resets to what it began with', () => {
    const detector = painter({ slant: 'slanted', label: 2 });
    const first = detector.weights;
    detector.turn('level');
    detector.label = 5;
    detector.use('clear');
    expect(detector.canReset).toBe(true);
    detector.reset();
    expect([detector.canReset, detector.label, detector.slant]).toEqual([false, 2, 'slanted']);
    expect(detector.weights).toBe(first);
  });
});

describe('in a link', () => {
  it.each<[string, (detector: PaintWeights) => void]>([
    ['untouched', () => undefined],
    ['a preset', (detector) => detector.use('surrounded')],
    ['turned', (detector) => detector.turn('slanted')],
    ['a learned neuron', (detector) => detector.copyBest()],
    [
      'by hand',
      (detector) => {
        detector.tool = 'plus';
        detector.paint(400, 'start');
      },
    ],
    ['another label', (detector) => (detector.label = 3)],
  ])('comes back: %s', (_, change) => {
    const [sent, got] = [painter(), painter()];
    change(sent);
    got.fromLink(sent.toLink());
    expect(got.weights).toEqual(sent.weights);
    expect([got.label, got.slant]).toEqual([sent.label, sent.slant]);
  });

  it('says nothing while nothing was changed', () => {
    expect(painter().toLink()).toEqual({});
  });

  it.each(['', 'patchy', '0', '99', 'Z', 'Z785', 'Z9999', 'é784', 'A1A1'])(
    'what is no such thing is left aside: %s',
    (weights) => {
      const detector = painter();
      detector.fromLink({ weights, label: '12', slant: 'round' });
      expect(detector.canReset).toBe(false);
    },
  );

  it('weights survive as text to within half a step', () => {
    const weights = Float64Array.from({ length: 784 }, (_, k) => 1.2 * Math.sin(k * k));
    const back = readWeights(writeWeights(weights), 784);
    expect(back?.every((w, k) => Math.abs(w - weights[k]) <= 0.025 + 1e-9)).toBe(true);
  });
});
