import { beforeAll, describe, expect, it } from 'vitest';
import { auc, groups } from '@/inside/auc.ts';
import { inside as resource, type Inside } from '@/islands/inside.ts';
import {
  candidateWords,
  tallyWords,
  verdictWords,
  wholeWords,
} from '@/widgets/inside/neuron-or-mixture/mixture-words.ts';
import {
  MixtureQuiz,
  ROUNDS,
  SIDES,
} from '@/widgets/inside/neuron-or-mixture/neuron-or-mixture.svelte.ts';

let inside: Inside;
beforeAll(async () => {
  await resource.load();
  inside = resource.value;
});

describe('the quiz of neurons and mixtures', () => {
  it('shows a neuron and a mixture in every round, now here, now there', () => {
    const quiz = new MixtureQuiz(inside);
    const places = Array.from({ length: ROUNDS }, () => {
      const { left, right } = quiz.pair;
      expect([left, right].filter(({ neuron }) => neuron === null).length).toBe(1);
      expect(left.weights.length).toBe(784);
      const { truth } = quiz;
      quiz.next();
      return truth;
    });
    const left = places.filter((side) => side === 'left').length;
    expect(left).toBeGreaterThan(30);
    expect(left).toBeLessThan(70);
    expect(quiz.round).toBe(0);
  });

  it('is hard to win: who goes by a plain trait of the pictures is right in about half of 200 rounds', () => {
    const norm = (w: Float64Array): number => w.reduce((sum, v) => sum + v * v, 0);
    const side = (w: Float64Array): number => Math.sqrt(w.length);
    const unlike = (w: Float64Array): number =>
      w.reduce((sum, v, k) => sum + (k % side(w) === 0 ? 0 : (v - w[k - 1]) ** 2), 0) / norm(w);
    const peak = (w: Float64Array): number =>
      w.reduce((sum, v) => sum + v ** 4, 0) / (norm(w) * norm(w));
    const traits: Record<string, (w: Float64Array) => number> = { unlike, peak };
    const rights = Object.values(traits).map((trait) => {
      let right = 0;
      for (const layer of [0, 1]) {
        const quiz = new MixtureQuiz(inside, { layer });
        for (let round = 0; round < ROUNDS; round++) {
          const { left, right: other } = quiz.pair;
          quiz.choose(trait(left.weights) < trait(other.weights) ? 'left' : 'right');
          quiz.next();
        }
        right += quiz.right;
        expect(quiz.answered).toBe(ROUNDS);
      }
      return right;
    });
    // Three standard deviations of 200 tosses are 21.
    for (const right of rights) expect(Math.abs(right - 100), String(rights)).toBeLessThan(40);
  });

  it('takes one guess a round, counts it, and forgets it with the round', () => {
    const quiz = new MixtureQuiz(inside);
    expect(verdictWords(quiz)).toBe('');
    quiz.choose(quiz.truth);
    quiz.choose(quiz.truth === 'left' ? 'right' : 'left');
    expect(quiz.guess).toBe(quiz.truth);
    expect(verdictWords(quiz)).toMatch(/^Right: on the (left|right) is neuron \d+\.$/);
    quiz.next();
    quiz.choose(quiz.truth === 'left' ? 'right' : 'left');
    expect(verdictWords(quiz)).toMatch(/^Wrong/);
    expect([quiz.answered, quiz.right]).toEqual([2, 1]);
    expect(tallyWords(quiz)).toBe('One right of 2 guesses; tossing a coin gets half.');
    quiz.chooseLayer(1);
    expect(quiz.guess).toBeNull();
    quiz.reset();
    expect(quiz.canReset).toBe(false);
  });

  it('says how well each tells a digit, as counting pairs has it', () => {
    const quiz = new MixtureQuiz(inside, { round: 7 });
    for (const side of SIDES) {
      const { best, weights } = quiz.pair[side];
      const sums = Float64Array.from(inside.digits, ({ pixels }) =>
        pixels.reduce((sum, ink, k) => sum + ink * weights[k], 0),
      );
      const plain = auc(groups(sums, inside.activity.labels, best.digit));
      expect(best.auc).toBeCloseTo(Math.max(plain, 1 - plain), 9);
      expect(candidateWords(quiz.pair[side], 16)).toContain(`tells ${best.digit}s best`);
    }
  });

  it.each([0, 1])('compares neurons and mixtures of layer %i by what it prints', (layer) => {
    const words = wholeWords(new MixtureQuiz(inside, { layer }));
    const [neurons, mixtures] = [...words.matchAll(/([\d.]+)%/g)].map(([, n]) => Number(n));
    expect(words).toContain(
      mixtures > neurons ? 'mixtures do better' : mixtures < neurons ? 'neurons do' : 'neither',
    );
  });

  it('comes back by its link, and takes no nonsense from one', () => {
    const quiz = new MixtureQuiz(inside);
    quiz.chooseLayer(1);
    quiz.next();
    const back = new MixtureQuiz(inside);
    back.fromLink(quiz.toLink());
    expect([back.layer, back.round]).toEqual([1, 1]);
    back.fromLink({ l: '3', r: '101' });
    expect([back.layer, back.round]).toEqual([1, 1]);
  });
});
