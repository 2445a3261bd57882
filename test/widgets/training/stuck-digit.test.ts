import { beforeAll, describe, expect, it } from 'vitest';
import { replays } from '../../../src/islands/replays.ts';
import { loadResources, thousand } from '../../../src/islands/resources.ts';
import { sigmoid } from '../../../src/network/activation.ts';
import { backprop } from '../../../src/network/backprop.ts';
import { costs } from '../../../src/network/cost.ts';
import { targetsOf } from '../../../src/network/examples.ts';
import { feedforward } from '../../../src/network/feedforward.ts';
import { STUCK, type StuckRun } from '../../../src/training/recorded/stuck.ts';
import { middleZ } from '../../../src/widgets/training/stuck-digit/output-view.ts';
import {
  GUESSES,
  type Replay,
  StuckDigit,
} from '../../../src/widgets/training/stuck-digit/stuck-digit.svelte.ts';
import {
  countsAt,
  DIGIT,
  wakesAfter,
} from '../../../src/widgets/training/stuck-digit/stuck-record.ts';
import {
  pullWorked,
  sentence,
  stepWorked,
  verdict,
} from '../../../src/widgets/training/stuck-digit/stuck-words.ts';

beforeAll(() => loadResources(thousand, ...replays.values()));

const begin = (start = {}): StuckDigit => new StuckDigit(thousand.value, replays, start);
const toNumber = (text: string): number => Number(text.replace('\u2212', '-').replace('+', ''));

describe('the stuck run', () => {
  it('shows z as the network of that epoch works it out', () => {
    const figure = begin({ epoch: 7 });
    const network = replays.get('classic')?.value[7];
    if (!network || !figure.view) throw new Error('The run should be here.');
    for (const i of [0, 61, 999]) {
      const { zs } = feedforward(network, thousand.value[i].pixels);
      expect(figure.view.zs[i]).toBe(zs[1][DIGIT]);
    }
    expect([...figure.view.ranked]).toEqual([...figure.view.zs].sort((a, b) => a - b));
  });

  it('has the middle digit far out on the flat end until it wakes, and on the steep part then', () => {
    const { middles } = begin();
    const wakes = wakesAfter('classic');
    if (!middles) throw new Error('The run should be here.');
    for (let epoch = 1; epoch < wakes - 1; epoch++) {
      expect(sigmoid.prime(middles[epoch])).toBeLessThan(1e-4);
    }
    expect(sigmoid.prime(middles[wakes])).toBeGreaterThan(0.01);
    const network = replays.get('classic')?.value[3];
    if (network) expect(middleZ(network, DIGIT, thousand.value)).toBe(middles[3]);
  });

  it.each(STUCK.runs)(
    'pulls at the output as backpropagation does: $name',
    async ({ name, cost }) => {
      const figure = begin({ epoch: 4 });
      figure.choose(name);
      const { network, pass, pull, pointedDigit } = figure;
      if (!network || !pass || !pull) throw new Error('The run should be here.');
      const { deltas } = backprop(network, pass, targetsOf(pointedDigit.label, 10), costs[cost]);
      expect(pull.delta).toBe(deltas[1][DIGIT]);
      await Promise.resolve();
    },
  );

  it('prints a pull and a step that follow from the numbers printed', () => {
    const figure = begin();
    for (const name of STUCK.runs.map((run) => run.name)) {
      figure.choose(name);
      for (const epoch of [0, 1, 5, 12, 15]) {
        figure.epoch = epoch;
        for (const rank of [0, 400, 999]) {
          figure.pointAt(rank);
          const { pull, setting } = figure;
          if (!pull) throw new Error('The run should be here.');
          const rate = setting.eta / STUCK.miniBatch;
          const worked = pullWorked(pull, setting.cost === 'quadratic');
          const step = stepWorked(pull.delta, rate);
          if (/10/.test(worked.slope + worked.delta + step.delta + step.moved)) continue; // a power of ten
          const unit = (text: string): number => 10 ** -(text.split('.')[1]?.length ?? 0);
          if (setting.cost === 'quadratic') {
            const product = toNumber(worked.miss) * toNumber(worked.slope);
            expect(Math.abs(product - toNumber(worked.delta))).toBeLessThanOrEqual(
              0.5001 * unit(worked.delta),
            );
          }
          expect(Math.abs(-rate * toNumber(step.delta) - toNumber(step.moved))).toBeLessThanOrEqual(
            0.5001 * unit(step.moved),
          );
        }
      }
    }
  });

  it('says what the record counted', () => {
    const figure = begin();
    expect(sentence(figure)).toMatch(/^After 5 epochs it reads none of the 974 eights, and 85\.9%/);
    figure.epoch = 12;
    expect(sentence(figure)).toContain(`${countsAt('classic', 12).own} of the 974 eights`);
    figure.epoch = 0;
    expect(sentence(figure)).toMatch(/^Before training/);
  });

  it('keeps a guess to the run that it was made of, and judges it', () => {
    const figure = begin();
    expect(verdict(figure)).toBe('');
    figure.guess = '1';
    expect(figure.isRight).toBe(false);
    expect(verdict(figure)).toMatch(/^It takes 12 epochs: until then/);
    figure.guess = '11';
    expect(verdict(figure)).toMatch(/^Yes, 12 epochs: until then/);
    figure.choose('scaled');
    expect([figure.guess, verdict(figure)]).toEqual([null, '']);
    figure.choose('classic');
    expect(figure.guess).toBe('11');
    // Between them the answers leave nothing out.
    expect(GUESSES.map(({ from, to }) => [from, to]).flat()).toEqual([1, 1, 2, 5, 6, 10, 11, 15]);
  });

  it('comes back by its link, and takes nothing else from one', () => {
    const figure = begin();
    figure.guess = '6-10';
    figure.choose('cross-entropy');
    figure.guess = '1';
    figure.epoch = 3;
    figure.pointAt(17);
    const again = begin();
    again.fromLink(figure.toLink());
    expect(again.toLink()).toEqual(figure.toLink());
    expect(sentence(again)).toBe(sentence(figure));
    const odd = begin();
    odd.fromLink({ epoch: '99', run: 'fast', digit: '-1', guess: 'classic_7.x.scaled_' });
    expect(odd.canReset).toBe(false);
    again.reset();
    expect(again.toLink()).toEqual({});
    expect(again.canReset).toBe(false);
  });

  it('says why a run does not come, goes on without it, and tries again', async () => {
    let tries = 0;
    const late: Replay = {
      isHere: false,
      get value() {
        return replays.get('scaled')?.value ?? [];
      },
      load: () => (tries++ === 0 ? Promise.reject(new Error('Gone.')) : Promise.resolve()),
    };
    const classic = replays.get('classic');
    if (!classic) throw new Error('The run should be here.');
    const figure = new StuckDigit(
      thousand.value,
      new Map<StuckRun, Replay>([
        ['classic', classic],
        ['scaled', late],
      ]),
    );
    figure.choose('scaled');
    expect([figure.network, figure.pull]).toEqual([null, null]);
    expect(sentence(figure)).toMatch(/of the 974 eights, and [\d.]+% of all test digits\.$/);
    await expect.poll(() => figure.trouble).toBe('Gone.');
    figure.fetch();
    await expect.poll(() => figure.network).not.toBeNull();
    expect(figure.trouble).toBe('');
  });
});
