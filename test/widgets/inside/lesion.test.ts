import { beforeAll, describe, expect, it } from 'vitest';
import {
  examplesOf,
  inside as resource,
  type Inside,
  insideClassic,
  insideOf,
} from '@/islands/inside.ts';
import { LesionDesk } from '@/inside/bench/lesion-desk.ts';
import { measureBench } from '@/inside/bench/measure.ts';
import { answersOf, scoreByLoops } from '@/inside/bench/scored.ts';
import { readWithout, type Summary } from '@/inside/lesions.ts';
import { activityOf } from '@/inside/activity.ts';
import type { Network } from '@/network/network.ts';
import { readCut } from '@/widgets/inside/lesion/cut-weights.ts';
import {
  countedWords,
  guessWords,
  lesionWords,
  movedWords,
  neuronsName,
  otherWayWords,
  pointsOf,
  tileWords,
} from '@/widgets/inside/lesion/lesion-words.ts';
import {
  LesionFigure,
  type LesionStart,
  type LesionTools,
} from '@/widgets/inside/lesion/lesion.svelte.ts';
import { FakeReader } from './inside-figures.ts';

let inside: Inside;
beforeAll(async () => {
  await Promise.all([resource.load(), insideClassic.load()]);
  inside = resource.value;
});

/** Stands in for the worker: all digits are the last 600 of the thousand, so that one can tell them apart. */
function farDesk(): LesionTools['client'] & { asked: number } {
  const far = examplesOf(inside.digits.slice(400));
  const desk = new LesionDesk(far);
  const keys = new Map<Network, number>();
  const client = {
    asked: 0,
    dispose: () => undefined,
    readWithout(network: Network, lesions: Parameters<LesionDesk['read']>[2]) {
      client.asked++;
      keys.set(network, keys.get(network) ?? keys.size);
      return Promise.resolve(desk.read(keys.get(network) ?? 0, network, lesions));
    },
    test(network: Network) {
      const scored = { count: far.count, labels: far.labels, scores: scoreByLoops(network, far) };
      const answers = answersOf(scored);
      return Promise.resolve({
        scored,
        answers,
        result: measureBench(scored, answers),
        seconds: 0,
      });
    },
  };
  return client;
}

function figureOf(start: LesionStart = {}, changes: Partial<LesionTools> = {}) {
  const reader = new FakeReader();
  const tools: LesionTools = {
    ours: inside,
    insideOf,
    classic: insideClassic.value,
    own: () => null,
    reader,
    client: farDesk(),
    ...changes,
  };
  return { figure: new LesionFigure(tools, start), reader };
}

/** Lets promises that are under way come to their ends. */
const settle = (): Promise<void> => new Promise((go) => setTimeout(go, 20));

const confusionOf = (one: Summary | undefined): Uint32Array | undefined => one?.confusion;

describe('the figure of lesions, on a thousand digits', () => {
  it('begins whole, and counts each lesion anew, for several at once and in either way', () => {
    const { figure } = figureOf();
    expect([figure.done, figure.canReset]).toEqual([null, false]);
    expect(figure.moved.every((change) => change === 0)).toBe(true);
    figure.toggle(5);
    figure.toggle(2);
    figure.hold('mean');
    const counted = readWithout(inside.activity, { layer: 0, neurons: [2, 5], at: 'mean' });
    expect(figure.out).toEqual([2, 5]);
    expect(confusionOf(figure.done?.after)).toEqual(counted.confusion);
    figure.toggle(5);
    expect(figure.out).toEqual([2]);
    figure.putBack();
    expect(figure.done).toBeNull();
  });

  it('undoes and redoes', () => {
    const { figure } = figureOf();
    figure.toggle(3);
    figure.toggle(7);
    figure.putBack();
    figure.undo();
    expect(figure.out).toEqual([3, 7]);
    figure.undo();
    figure.undo();
    expect([figure.out, figure.canUndo]).toEqual([[], false]);
    figure.redo();
    expect(figure.out).toEqual([3]);
    figure.toggle(1);
    expect(figure.canRedo).toBe(false);
  });

  it('takes a guess, takes the neuron out for it, and holds it to what was counted', () => {
    for (const layer of [0, 1]) {
      for (let j = 0; j < 16; j++) {
        const { figure } = figureOf({ layer });
        figure.look(j);
        expect(new Set(figure.choices).size).toBe(4);
        const lost = Array.from(
          { length: 10 },
          (_, d) => figure.before.confusion[11 * d] - figure.alone.confusion[11 * d],
        );
        const worst = lost.indexOf(Math.max(...lost));
        expect(figure.choices).toContain(worst);
        expect(guessWords(figure)).toBe('');
        figure.predict(worst);
        expect(figure.out).toEqual([j]);
        expect(guessWords(figure)).toMatch(/^(Right: of the|None: no digit)/);
        figure.predict(figure.choices.find((digit) => lost[digit] < lost[worst]) ?? worst);
        expect(guessWords(figure)).toMatch(/^(No, the|Right|None)/);
        figure.look((j + 1) % 16);
        expect(figure.guess).toBeNull();
        figure.look(j);
        figure.toggle();
        expect(figure.guess).toBeNull();
      }
    }
  });

  it('cuts weights with all neurons in their places', () => {
    const { figure } = figureOf({ out: [4] });
    figure.cutWeights('half');
    expect(figure.out).toEqual([]);
    expect(figure.network.layers[0].weights.filter((w) => w === 0).length).toBeGreaterThanOrEqual(
      (784 * 16) / 2,
    );
    expect(confusionOf(figure.done?.after)).toEqual(
      readCut(figure.network, inside.digits).confusion,
    );
    expect(lesionWords(figure)).toMatch(/^With the smaller half .* 1,000 digits/);
    figure.toggle(2);
    expect(figure.cut).toBe('none');
    figure.cutWeights('signs');
    expect(figure.before.accuracy - (figure.done?.after.accuracy ?? 1)).toBeGreaterThan(0.2);
  });

  it('goes to layer 2 with all in their places, and passes over what there is not', () => {
    const { figure } = figureOf();
    figure.toggle(1);
    figure.choose(1);
    expect([figure.out, figure.canUndo]).toEqual([[], false]);
    figure.choose(2);
    expect(figure.layer).toBe(1);
    figure.look(16);
    figure.toggle(-1);
    expect(figure.out).toEqual([]);
  });

  it('comes back by its link, whatever was done', async () => {
    const { figure } = figureOf();
    figure.choose(1);
    figure.toggle(6);
    figure.toggle(0);
    figure.hold('mean');
    const { figure: back } = figureOf();
    back.fromLink(figure.toLink());
    expect([back.layer, back.at, back.out]).toEqual([1, 'mean', [0, 6]]);
    expect(confusionOf(back.done?.after)).toEqual(confusionOf(figure.done?.after));
    await figure.put('classic');
    figure.look(21);
    figure.toggle();
    const { figure: far } = figureOf();
    far.fromLink(figure.toLink());
    await settle();
    expect(far.toLink()).toEqual(figure.toLink());
    expect([far.subject, far.neuron, far.out]).toEqual(['classic', 21, [21]]);
    const { figure: half } = figureOf();
    half.fromLink({ cut: 'half', out: '3' });
    expect([half.cut, half.out]).toEqual(['half', []]);
  });

  it.each([
    { l: '7', n: '99', out: '1-x', at: 'gone', net: 'nobody', cut: 'all' },
    { out: '' },
    { out: '-3', n: '-1' },
    { out: '1-1-17' },
  ])('takes no nonsense from a link: %o', (params) => {
    const { figure } = figureOf();
    figure.fromLink(params);
    expect([figure.layer, figure.subject, figure.cut]).toEqual([0, 'explainer', 'none']);
    expect(figure.neuron).toBeLessThan(16);
    expect(figure.out.every((j) => j >= 0 && j < 16)).toBe(true);
    expect(new Set(figure.out).size).toBe(figure.out.length);
  });
});

describe('the figure of lesions, on all digits', () => {
  it('counts everything anew, the sentence says on how many, and single lesions are asked for no more', async () => {
    const client = farDesk();
    const { figure } = figureOf({ out: [1] }, { client });
    expect(countedWords(figure)).toBe('Counted on 1,000 of the 10,000 test digits.');
    await figure.countAll();
    const activity = activityOf(inside.network, examplesOf(inside.digits.slice(400)));
    const lesion = { layer: 0, neurons: [1], at: 'zero' } as const;
    expect(figure.digits).toBe(600);
    expect(countedWords(figure)).toBe('Counted on all 600 test digits.');
    expect(confusionOf(figure.done?.after)).toEqual(readWithout(activity, lesion).confusion);
    expect(figure.lossOf(1)).toBe(figure.before.accuracy - (figure.done?.after.accuracy ?? 0));
    expect(lesionWords(figure)).toContain('of the 600 digits');
    const { asked } = client;
    figure.look(9);
    figure.putBack();
    figure.toggle();
    expect(client.asked).toBe(asked);
    figure.toggle(3);
    await settle();
    expect(client.asked).toBe(asked + 1);
    const both = readWithout(activity, { layer: 0, neurons: [3, 9], at: 'zero' });
    expect(confusionOf(figure.done?.after)).toEqual(both.confusion);
    figure.cutWeights('half');
    await settle();
    expect(confusionOf(figure.done?.after)).toEqual(
      readCut(figure.network, inside.digits.slice(400)).confusion,
    );
    await figure.put('classic');
    expect([figure.count, figure.digits]).toEqual([30, 600]);
    figure.reset();
    expect([figure.hasAll, figure.subject, figure.canReset]).toEqual([false, 'explainer', false]);
  });

  it('shows a lesion and its count together, and the last that was asked for in the end', async () => {
    const { figure } = figureOf();
    await figure.countAll();
    figure.toggle(3);
    figure.toggle(4);
    // Two are out, but the count of two is on its way: what is told is still of one.
    expect(lesionWords(figure)).toMatch(/^Without neuron 4 the/);
    figure.toggle(5);
    await settle();
    expect(lesionWords(figure)).toMatch(/^Without neurons 4, 5 and 6 the/);
  });

  it('says why the digits did not come, and goes on with a thousand', async () => {
    const fail = () => Promise.reject(new Error('You are offline.'));
    const { figure } = figureOf(
      { out: [1] },
      { client: { readWithout: fail, test: fail, dispose: () => undefined } },
    );
    await figure.countAll();
    expect([figure.trouble, figure.hasAll, figure.waiting]).toEqual([
      'You are offline.',
      false,
      '',
    ]);
    expect(lesionWords(figure)).toContain('1,000 digits');
    figure.reset();
    expect(countedWords(figure)).toMatch(/^Counted on 1,000/);
  });
});

describe('what the figure says', () => {
  it('counts what is read, before and after', () => {
    const { figure } = figureOf({ out: [1] });
    const right = Math.round(1000 * (figure.done?.after.accuracy ?? 0));
    const words = lesionWords(figure);
    expect(words).toContain(
      `Without neuron 2 the network reads ${right} of the 1,000 digits rightly instead of ${Math.round(1000 * figure.before.accuracy)}.`,
    );
    const [, d, is, was] = /The (\d)s lose most: it reads (\d+) of 100 instead of (\d+)/.exec(
      words,
    ) ?? ['', '', '', ''];
    expect(Number(was)).toBe(figure.before.confusion[11 * Number(d)]);
    expect(Number(is)).toBe(figure.done?.after.confusion[11 * Number(d)]);
    expect(movedWords(figure.moved)).toMatch(/^Of the \ds it now reads \d+ more/);
    figure.look(1);
    expect(otherWayWords(figure)).toContain(`held at 0: ${pointsOf(figure.lossOf(1))} points`);
    expect(otherWayWords(figure)).toContain(`mean: ${pointsOf(figure.lossOf(1, 'mean'))}.`);
  });

  it('says so where nothing is out', () => {
    const { figure } = figureOf();
    figure.look(3);
    expect(lesionWords(figure)).toMatch(/^Whole, .* Take neuron 4 out/);
    expect(movedWords(new Int32Array(100))).toBe('No answer has moved.');
  });

  it('names neurons from 1', () => {
    expect(neuronsName([1])).toBe('neuron 2');
    expect(neuronsName([1, 4])).toBe('neurons 2 and 5');
    expect(neuronsName([0, 1, 4])).toBe('neurons 1, 2 and 5');
    expect(neuronsName([0, 1, 2, 3, 4])).toBe('five neurons');
  });

  it('writes losses as points', () => {
    expect(pointsOf(0.123)).toBe('−12.3');
    expect(pointsOf(-0.001)).toBe('+0.1');
    expect(tileWords(0, 0, false)).toBe('Neuron 1: without it as many are read');
    expect(tileWords(1, 0.05, true)).toBe('Neuron 2: without it 5.0 points lost, taken out');
    expect(tileWords(1, -0.002, false)).toBe('Neuron 2: without it 0.2 points won');
  });
});
