import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { explainer, hundred, loadResources } from '../../../src/islands/resources.ts';
import {
  OneVote,
  type Start,
  STAGES,
} from '../../../src/widgets/backprop/one-vote/one-vote.svelte.ts';

beforeAll(() => loadResources());
const TWO = 1; // its place in the test set
const create = (start: Start = {}): OneVote => {
  const digit = hundred.value.find(({ index }) => index === TWO) ?? hundred.value[0];
  return new OneVote(
    hundred.value,
    () => ({ trained: explainer.value, image: digit.pixels, label: digit.label }),
    start,
  );
};

describe('a network trained on one digit alone', () => {
  it('calls every digit that, at a falling cost of its own and a rising one of the others', () => {
    const figure = create({ stage: 14 });
    expect(figure.now.counts[2]).toBe(100);
    expect(figure.now.right).toBe(10);
    expect(figure.words).toContain('every one of the 100 digits a two');
    figure.stage = STAGES.length - 1;
    const { looks } = figure;
    expect(looks.at(-1)?.own).toBeLessThan(0.02);
    expect(looks.at(-1)?.cost ?? 0).toBeGreaterThan(looks[6].cost);
  });

  it('does so from every fresh start', () => {
    const figure = create({ eta: 1 });
    for (let i = 0; i < 5; i++) {
      figure.another();
      figure.stage = STAGES.length - 1;
      expect(figure.now.counts[2]).toBe(100);
    }
    expect([figure.canReset, figure.toLink()]).toEqual([
      true,
      { at: String(STAGES.at(-1)), seed: '6' },
    ]);
    figure.reset();
    expect([figure.canReset, figure.toLink()]).toEqual([false, {}]);
  });

  it('spoils even the trained one', () => {
    const figure = create({ beginner: 'trained', eta: 5 });
    expect(figure.now.right).toBeGreaterThan(85);
    figure.stage = STAGES.length - 1;
    expect(figure.now.right).toBeLessThan(figure.looks[0].right);
  });
});

it('ten votes tell kinds apart that one cannot', () => {
  const figure = create({ voters: 'ten', eta: 3, stage: STAGES.length - 1 });
  expect(figure.now.right).toBeGreaterThan(30);
  expect(figure.now.own).toBeLessThan(0.3);
});

it('keeps a state that makes sense, whatever a link says', () => {
  const figure = create();
  const text = fc.oneof(fc.string(), fc.constantFrom('ten', 'trained', '200', '3', '0.5', '9.9'));
  fc.assert(
    fc.property(text, text, text, text, text, (at, votes, from, eta, seed) => {
      figure.fromLink({ at, votes, from, eta, seed });
      expect(`${figure.words} ${figure.costWords}`).not.toMatch(/NaN|undefined|Infinity/);
      const other = create();
      other.fromLink(figure.toLink());
      expect(other.toLink()).toEqual(figure.toLink());
    }),
    { numRuns: 40 },
  );
});
