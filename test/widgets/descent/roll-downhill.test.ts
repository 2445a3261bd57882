import { describe, expect, it } from 'vitest';
import {
  GUESSES,
  RollDownhill,
  STEPS,
} from '@/widgets/descent/roll-downhill/roll-downhill.svelte.ts';
import { sentence, two, verdict } from '@/widgets/descent/roll-downhill/roll-words.ts';

describe('the rolling ball', () => {
  it('begins three steps down, unguessed, with nothing to reset', () => {
    const ball = new RollDownhill();
    expect([ball.step, ball.guess, ball.canReset, ball.toLink()]).toEqual([3, null, false, {}]);
    expect(sentence(ball)).toContain('After 3 steps the slope is');
  });

  it('shows the limits of the valley that it starts in, as they are measured there', () => {
    const ball = new RollDownhill({ curve: 'parabola' });
    expect([ball.overshootsAbove, ball.divergesAbove]).toEqual([0.5, 1]);
    ball.choose('two');
    ball.start = -1;
    const left = ball.divergesAbove;
    ball.start = 1;
    expect(ball.divergesAbove).toBeGreaterThan(left);
  });

  it.each([
    [0.2, 'It settles', 'settles'],
    [0.8, 'It overshoots', 'overshoots'],
    [1, 'It oscillates', 'never'],
    [1.2, 'It diverges', 'never'],
  ] as const)('says at eta %f: %s', (eta, words, right) => {
    const ball = new RollDownhill({ curve: 'parabola', eta, step: STEPS });
    expect(sentence(ball)).toContain(words);
    for (const guess of Object.keys(GUESSES) as (keyof typeof GUESSES)[]) {
      ball.guess = guess;
      expect(verdict(ball)).toMatch(guess === right ? /^As you said/ : /^Not so/);
    }
  });

  it('says when it lands in a valley that is not the deepest', () => {
    const ball = new RollDownhill({ curve: 'two', start: 1, eta: 0.1, step: STEPS });
    expect(sentence(ball)).toContain('There is a deeper one');
  });

  it('never leaves its range, whatever it is given', () => {
    const ball = new RollDownhill();
    for (const bad of [NaN, Infinity, -Infinity]) {
      ball.start = bad;
      ball.eta = bad;
      ball.step = bad;
    }
    expect(ball.canReset).toBe(false);
    for (const far of [1e9, -1e9]) {
      ball.start = far;
      ball.eta = far;
      ball.step = far;
      const { stops } = ball.roll;
      expect(stops.every(({ w, cost }) => Number.isFinite(w) && Number.isFinite(cost))).toBe(true);
      expect(sentence(ball)).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it('comes back from a link, and leaves out what makes no sense', () => {
    const ball = new RollDownhill();
    ball.choose('many');
    ball.start = 2.25;
    ball.eta = 0.3;
    ball.step = 7;
    const other = new RollDownhill();
    other.fromLink(ball.toLink());
    expect(other.toLink()).toEqual(ball.toLink());
    const odd = new RollDownhill();
    odd.fromLink({ on: '__proto__', w: 'x', eta: '-1', step: '1e9' });
    expect(odd.canReset).toBe(false);
    other.reset();
    expect(other.canReset).toBe(false);
  });

  it('writes numbers that flew off as powers of ten', () => {
    expect([two(-1.5), two(2.25, true), two(-12345)]).toEqual(['−1.50', '+2.25', '−1.2e4']);
  });
});
