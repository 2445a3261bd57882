import { describe, expect, it } from 'vitest';
import {
  GUESSES,
  RollDownhill,
  STEPS,
} from '@/widgets/descent/roll-downhill/roll-downhill.svelte.ts';
import {
  curvatureText,
  placesOf,
  sentence,
  two,
  verdict,
} from '@/widgets/descent/roll-downhill/roll-words.ts';

describe('the rolling ball', () => {
  it('begins at its start, unguessed, with nothing to reset', () => {
    const ball = new RollDownhill();
    expect([ball.step, ball.guess, ball.canReset, ball.toLink()]).toEqual([0, null, false, {}]);
    expect(sentence(ball)).toContain('At the start the slope is +4.80, uphill to the right');
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
      expect([ball.step, verdict(ball)]).toEqual([0, 'Now play, and see.']);
      ball.step = STEPS;
      expect(verdict(ball)).toMatch(guess === right ? /^As you said/ : /^Not so/);
    }
  });

  it('takes a guess back when what was guessed at is changed', () => {
    const changes: ((ball: RollDownhill) => void)[] = [
      (ball) => (ball.eta = 0.7),
      (ball) => (ball.start = 1),
      (ball) => ball.choose('many'),
    ];
    for (const change of changes) {
      const ball = new RollDownhill();
      ball.guess = 'settles';
      ball.step = STEPS;
      expect(verdict(ball)).toBe('As you said.');
      change(ball);
      expect([ball.guess, verdict(ball)]).toEqual([null, '']);
    }
  });

  it('says that each step was longer only where it was, and that it diverges only where it never comes back', () => {
    const ball = new RollDownhill({ curve: 'many' });
    const said = new Set<string>();
    for (let start = -4.8; start <= 4.8; start += 0.1) {
      for (const eta of [0.3, 0.9, 1.4, 1.95, 2]) {
        ball.start = start;
        ball.eta = eta;
        ball.step = STEPS;
        const sizes = ball.roll.stops.map(({ step }) => Math.abs(step));
        const words = sentence(ball);
        said.add(ball.roll.fate);
        if (words.includes('each step is longer'))
          expect(sizes).toEqual([...sizes].sort((one, other) => one - other));
        // Beyond the picture its slope is w / 4: no eta up to 2 climbs that.
        expect(ball.roll.fate).not.toBe('diverges');
      }
    }
    expect(said).toContain('leaves');
  });

  it('prints limits and steps that follow from what is printed', () => {
    const ball = new RollDownhill();
    for (const curve of ['parabola', 'two', 'many'] as const) {
      ball.choose(curve);
      for (let start = -3; start <= 3; start += 0.37) {
        for (const eta of [0.08, 0.573, 1.95]) {
          ball.start = start;
          ball.eta = eta;
          const bend = Number(curvatureText(ball));
          expect(Math.abs(2 / bend - Number(two(ball.divergesAbove)))).toBeLessThanOrEqual(
            0.005 + 1e-9,
          );
          for (ball.step = 0; ball.step < ball.last; ball.step++) {
            const places = placesOf(ball);
            const { w, slope, step } = ball.now;
            const next = Number(w.toFixed(places)) - eta * Number(slope.toFixed(places));
            expect(Math.abs(next - Number((w + step).toFixed(2)))).toBeLessThanOrEqual(
              0.005 + 1e-9,
            );
          }
        }
      }
    }
  });

  it('ends where there is nothing more to see', () => {
    const ball = new RollDownhill({ curve: 'parabola', eta: 0.5 });
    expect(ball.roll.stops.map(({ w }) => w)).toEqual([2.4, 0]);
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
