import { beforeAll, describe, expect, it } from 'vitest';
import { kernelScorer } from '../../../src/inside/bench/create-scorer.ts';
import { readTestDigits } from '../../../src/commands/bench-files.ts';
import { openModel } from '../../../src/commands/models.ts';
import type { PackedDigits } from '../../../src/digits/packed.ts';
import type { Drawing } from '../../../src/digits/strokes.ts';
import { measureBench } from '../../../src/inside/bench/measure.ts';
import type { Scorer, TestOrder } from '../../../src/inside/bench/server.ts';
import { answersOf } from '../../../src/inside/bench/scored.ts';
import { ETAS } from '../../../src/inside/one-step.ts';
import { argmax, feedforward, scoresOf } from '../../../src/network/feedforward.ts';
import { cloneNetwork, type Network } from '../../../src/network/network.ts';
import { RecogniserState } from '../../../src/widgets/recogniser/recogniser.svelte.ts';
import { Demo } from '../../../src/widgets/recogniser/recogniser/demo.svelte.ts';
import type { DemoTools } from '../../../src/widgets/recogniser/recogniser/demo-tools.ts';
import { NetworksState } from '../../../src/widgets/recogniser/recogniser/networks/networks.svelte.ts';
import { TeachState } from '../../../src/widgets/recogniser/recogniser/teach/teach.svelte.ts';
import { WhyState } from '../../../src/widgets/recogniser/recogniser/why/why.svelte.ts';
import { FOUR, FOUR_OR_NINE, SCRIBBLE } from '../../../src/widgets/recogniser/drawn.ts';
import lab from '../../../public/models/lab.json' with { type: 'json' };
import models from '../../../public/models/models.json' with { type: 'json' };
import { percent } from '../../../src/words/numbers.ts';
import { testKernel } from '../../kernel/kernel.ts';
import { FakeWorker, quietTools } from './quiet-tools.ts';

const network = openModel('recogniser');
const before = cloneNetwork(network);
let digits: PackedDigits;
let score: Scorer;
beforeAll(async () => {
  digits = readTestDigits();
  score = kernelScorer(await testKernel(), digits);
}, 60_000);

/** A worker that scores as the real one does. */
function tester(): FakeWorker<TestOrder> {
  const worker = new FakeWorker<TestOrder>();
  worker.onorder = ({ id, network: one }) => {
    queueMicrotask(() => {
      if (id === 1) worker.say({ kind: 'digits', digits });
      const scored = { count: digits.count, labels: digits.labels, scores: score(one) };
      const answers = answersOf(scored);
      const result = measureBench(scored, answers);
      worker.say({ kind: 'scores', id, scores: scored.scores, answers, result, seconds: 0.05 });
    });
  };
  return worker;
}

async function stage(
  first = FOUR_OR_NINE,
  tools: Partial<DemoTools> = {},
): Promise<{ demo: Demo; recogniser: RecogniserState; draw: (strokes: Drawing) => void }> {
  const recogniser = new RecogniserState(
    { network: () => Promise.resolve(network), digits: () => Promise.resolve([]) },
    null,
    first,
  );
  await recogniser.load();
  recogniser.read(recogniser.pad.sketch.sheet, false);
  const demo = new Demo(recogniser, { ...quietTools(), ...tools });
  demo.drawings.begin();
  const draw = (strokes: Drawing): void => {
    const { sketch } = recogniser.pad;
    sketch.draft(strokes);
    sketch.lift();
    recogniser.read(sketch.sheet, false);
    demo.settle(sketch.sheet, recogniser.network);
  };
  return { demo, recogniser, draw };
}

describe('the question about the answer', () => {
  it('counts and keeps what was read rightly, once, and takes it back', async () => {
    const { demo } = await stage(FOUR);
    await demo.yes();
    await demo.yes();
    expect(demo.drawings.kept).toMatchObject([{ label: 4, said: 4 }]);
    expect(demo.told?.kind).toBe('yes');
    await demo.takeBack();
    expect([demo.told, demo.drawings.kept]).toEqual([null, []]);
  });

  it('opens Teach it with the next best chosen, and learns later what was meant', async () => {
    const { demo } = await stage(FOUR);
    await demo.no();
    expect([demo.open, demo.meant]).toEqual(['teach', demo.best?.[1]]);
    expect(demo.drawings.kept).toMatchObject([{ label: null, said: 4 }]);
    await demo.mean(7);
    expect(demo.drawings.kept).toMatchObject([{ label: 7, said: 4 }]);
  });

  it('takes what was said while the network was on its way for what was said of that drawing', async () => {
    const { demo, recogniser, draw } = await stage(FOUR);
    const { sheet } = recogniser.pad.sketch;
    demo.settle(sheet, null);
    await demo.mean(7);
    expect([demo.settled, demo.drawings.kept]).toEqual([null, []]);
    demo.settle(sheet, network);
    await expect.poll(() => demo.drawings.kept).toMatchObject([{ label: 7, said: 4 }]);
    expect([demo.meant, demo.told?.kind]).toEqual([7, 'no']);
    // Said of one drawing, it is not said of the next.
    demo.settle(sheet, null);
    await demo.mean(5);
    draw(SCRIBBLE.strokes);
    expect([demo.meant, demo.told]).toEqual([null, null]);
    recogniser.pad.sketch.clear();
    demo.settle(recogniser.pad.sketch.sheet, network);
    await demo.mean(3);
    demo.settle({ digit: null, strokes: [] }, network);
    expect(demo.meant).toBe(3);
  });

  it('knows a drawing again that undo brought back, and begins anew with another', async () => {
    const { demo, recogniser, draw } = await stage(FOUR);
    await demo.yes();
    draw(SCRIBBLE.strokes);
    expect(demo.told).toBeNull();
    await demo.no();
    expect(demo.drawings.kept).toMatchObject([{ said: null }, { said: 4 }]);
    recogniser.pad.sketch.undo();
    demo.settle(recogniser.pad.sketch.sheet, recogniser.network);
    expect(demo.told?.kind).toBe('yes');
    expect(demo.meant).toBeNull();
  });

  it('keeps no digit of the set', async () => {
    const { demo, recogniser } = await stage();
    const digit = { index: 3, label: 5, pixels: new Float64Array(784).fill(0.5) };
    recogniser.pad.sketch.give(digit);
    demo.settle(recogniser.pad.sketch.sheet, recogniser.network);
    expect([demo.isDrawn, demo.meant]).toEqual([false, 5]);
    await demo.yes();
    await demo.mean(3);
    expect(demo.drawings.kept).toEqual([]);
  });
});

describe('why', () => {
  it('rubs the least disc out of what is read, and puts it back when anything else is read', async () => {
    const { demo, recogniser, draw } = await stage(FOUR);
    const why = new WhyState(demo);
    await why.follow(demo.settled);
    const found = why.why?.found;
    if (found === undefined) throw new Error('There is a disc.');
    const answer = recogniser.answer.headline;
    demo.rubOut(found.picture);
    expect(recogniser.answer.headline).not.toBe(answer);
    expect(recogniser.view?.image).toEqual(found.picture);
    demo.rubOut(null);
    expect(recogniser.answer.headline).toBe(answer);
    demo.rubOut(found.picture);
    draw(SCRIBBLE.strokes);
    expect(demo.isRubbed).toBe(false);
    expect(recogniser.view?.image).toEqual(demo.settled?.image);
  });

  it('shows what it had until the new is worked out, and nothing for a blank pad', async () => {
    const { demo, draw } = await stage(FOUR);
    const why = new WhyState(demo);
    await why.follow(demo.settled);
    const first = why.why;
    draw(FOUR_OR_NINE.strokes);
    const working = why.follow(demo.settled);
    expect(why.why).toBe(first);
    await working;
    expect(why.why?.settled).toBe(demo.settled);
    await why.follow(null);
    expect([why.why, why.alike]).toEqual([null, null]);
  });
});

describe('teaching', () => {
  async function lesson(
    label = 4,
  ): Promise<{ demo: Demo; teach: TeachState; recogniser: RecogniserState }> {
    const worker = tester();
    const { demo, recogniser } = await stage(FOUR_OR_NINE, { bench: worker.tools });
    await demo.mean(label);
    const teach = new TeachState(demo);
    teach.follow(demo.settled, demo.meant);
    await expect.poll(() => teach.isPriced, { timeout: 30_000 }).toBe(true);
    return { demo, teach, recogniser };
  }

  /** How many of the test digits a network reads rightly, by the scores of plain loops. */
  const recount = (one: Network): number => {
    const { answer } = answersOf({
      count: digits.count,
      labels: digits.labels,
      scores: score(one),
    });
    return answer.filter((a, i) => a === digits.labels[i]).length;
  };

  it(
    'says the price before the deed, and the deed costs just that',
    { timeout: 60_000 },
    async () => {
      const { demo, teach, recogniser } = await lesson();
      expect(teach.now?.right).toBe(recount(network));
      const { eta, price, step } = teach;
      expect(ETAS).toContain(eta);
      expect((teach.now?.right ?? 0) - (price?.right ?? 0)).toBeLessThan(10);
      teach.take();
      const taught = recogniser.network ?? network;
      expect(recount(taught)).toBe(price?.right);
      expect([...scoresOf(feedforward(taught, demo.settled?.image ?? []))]).toEqual([
        ...(step?.scores ?? []),
      ]);
      expect(teach.taken).toMatchObject({ label: 4, eta, after: price });
      expect(demo.settled?.network).toBe(taught);
      expect(recogniser.lent?.name).toBe('recogniser network, taught 1 step');
    },
  );

  it('is undone to the last bit, step by step', { timeout: 60_000 }, async () => {
    const { demo, teach, recogniser } = await lesson();
    teach.take();
    const first = recogniser.network;
    teach.follow(demo.settled, demo.meant);
    teach.take();
    expect([demo.steps, recogniser.lent?.name]).toEqual([2, 'recogniser network, taught 2 steps']);
    teach.undo();
    await expect.poll(() => recogniser.network).toBe(first);
    teach.undo();
    await expect.poll(() => demo.steps).toBe(0);
    // The page's own tools hand out a network of their own here: what reads must be the one in use.
    expect(recogniser.lent).toBeNull();
    expect(recogniser.network).toBe(network);
    expect(network).toEqual(before);
    teach.undo();
    expect(demo.steps).toBe(0);
  });

  it('keeps the network as the reader’s own, or says why it is not', async () => {
    let words: string | null = 'There is no more room.';
    const kept: Network[] = [];
    const { demo, recogniser } = await stage(FOUR, {
      keepOwn: (one) => {
        kept.push(one);
        return Promise.resolve(words);
      },
    });
    const teach = new TeachState(demo);
    const taught = cloneNetwork(network);
    demo.teach(taught);
    await teach.keep();
    expect([teach.keepTrouble, demo.steps, recogniser.network]).toEqual([words, 1, taught]);
    words = null;
    await teach.keep();
    expect([teach.keepTrouble, demo.steps, kept]).toEqual([null, 0, [taught, taught]]);
  });

  it('says why there are no prices, and tries again', async () => {
    const worker = new FakeWorker<TestOrder>();
    const { demo } = await stage(FOUR, { bench: worker.tools });
    const teach = new TeachState(demo);
    teach.follow(demo.settled, 9);
    worker.say({ kind: 'failed', id: worker.orders[0].id, message: 'The server answered 503.' });
    await expect.poll(() => teach.trouble).toBe('The server answered 503.');
    void teach.measure();
    expect(teach.trouble).toBeNull();
    expect(worker.orders).toHaveLength(2);
  });
});

describe('four networks', () => {
  it('are summed up in their closed row while that is true of what lies on the pad, and no longer', async () => {
    const { demo, recogniser, draw } = await stage(FOUR);
    const networks = new NetworksState(demo);
    await networks.follow(demo.settled);
    expect(demo.gists.networks).toMatch(/\d/);
    draw(FOUR_OR_NINE.strokes);
    demo.settle(recogniser.pad.sketch.sheet, recogniser.network);
    expect(demo.gists.networks).toBeUndefined();
  });

  it('say what each makes of the drawing, and the chosen one reads', async () => {
    const { demo, recogniser } = await stage(FOUR);
    const networks = new NetworksState(demo);
    await networks.follow(demo.settled);
    expect(networks.votes?.map(({ key }) => key)).toEqual(['recogniser', 'classic', 'explainer']);
    await demo.choose('classic');
    expect([demo.key, recogniser.lent?.name]).toEqual(['classic', 'classic network']);
    const classic = networks.votes?.find(({ key }) => key === 'classic');
    expect([...(demo.settled?.scores ?? [])]).toEqual([...(classic?.scores ?? [])]);
    await demo.choose('recogniser');
    expect([demo.key, recogniser.lent, recogniser.network]).toEqual(['recogniser', null, network]);
  });

  it('say how good each is: as it was recorded, and before what it was taught', async () => {
    const { demo } = await stage(FOUR);
    const networks = new NetworksState(demo);
    await networks.follow(demo.settled);
    const known = (): (string | undefined)[] | undefined =>
      networks.votes?.map(({ accuracy }) => accuracy);
    expect(known()).toEqual(
      (['recogniser', 'classic', 'explainer'] as const).map((key) => {
        const { right } = lab.networks[key];
        const pen = percent(right[right.length - 1] / lab.drawings);
        return `MNIST ${percent(models[key].mnist.accuracy)}, pen ${pen}`;
      }),
    );
    demo.teach(cloneNetwork(network));
    await networks.follow(demo.settled);
    expect(known()?.[0]).toMatch(/^MNIST \d\d\.\d%, pen \d\d\.\d%, before 1 step$/);
    expect(known()?.[1]).not.toContain('before');
  });

  it('try one of the reader’s own on test digits, once, and again when it is another', async () => {
    let asked = 0;
    const own = openModel('classic');
    const { demo, recogniser } = await stage(FOUR, {
      thousand: () => {
        asked++;
        return quietTools().thousand();
      },
    });
    const digits = await quietTools().thousand();
    recogniser.own = { network: own, name: 'your network A' };
    const networks = new NetworksState(demo);
    await networks.follow(demo.settled);
    const row = (): string | undefined =>
      networks.votes?.find(({ key }) => key === 'own')?.accuracy;
    const right = digits.filter(
      ({ pixels, label }) => argmax(scoresOf(feedforward(own, pixels))) === label,
    ).length;
    await expect.poll(row).toBe(`MNIST ${percent(right / digits.length)} of ${digits.length}`);
    await networks.follow(demo.settled);
    expect([asked, row()]).toEqual([1, `MNIST ${percent(right / digits.length)} of 12`]);
    recogniser.own = { network: cloneNetwork(own), name: 'your network B' };
    networks.own = recogniser.own;
    await networks.follow(demo.settled);
    await expect.poll(row).not.toBe('');
    expect(asked).toBe(2);
  });

  it('keep what one of them was taught while another reads', async () => {
    const { demo, recogniser } = await stage(FOUR);
    const taught = cloneNetwork(network);
    demo.teach(taught);
    await demo.choose('classic');
    expect(demo.steps).toBe(0);
    await demo.choose('recogniser');
    expect([demo.steps, recogniser.network]).toEqual([1, taught]);
  });

  it('say which did not come, and show the others', async () => {
    const { demo } = await stage(FOUR, {
      model: (key) =>
        key === 'classic'
          ? Promise.reject(new Error('The server answered 503.'))
          : Promise.resolve(network),
    });
    const networks = new NetworksState(demo);
    await networks.follow(demo.settled);
    expect(networks.votes).toHaveLength(2);
    expect(networks.trouble).toBe('The server answered 503.');
    await demo.choose('classic');
    expect([demo.networkTrouble, demo.key]).toEqual(['The server answered 503.', 'recogniser']);
  });

  it('have nothing to say of a blank pad', async () => {
    const { demo } = await stage(FOUR);
    const networks = new NetworksState(demo);
    await networks.follow(null);
    expect(networks.votes?.map(({ best }) => best)).toEqual([null, null, null]);
  });
});
