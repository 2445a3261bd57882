/** Long because a store has one thing to keep straight with four others: what is on show, the link, the device, and other pages. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GivenDigit } from '../../src/digits/sheet.ts';
import { EXPLAINER_SIZES } from '../../src/islands/resources.ts';
import { emptyNetwork } from '../../src/network/network.ts';
import { LINK_LIMITS, writeDrawing } from '../../src/reader/drawing-text.ts';
import { exampleWords } from '../../src/reader/example.ts';
import type { OwnNetwork } from '../../src/reader/own.ts';
import type { NotKept } from '../../src/reader/keeping.ts';
import { NOT_KEPT, OWN_DAMAGED } from '../../src/reader/own-network.ts';
import { pick } from '../../src/reader/link.ts';
import { FIRST_DIGIT, firstState, imageOf, isNeuron, wantedOf } from '../../src/reader/state.ts';
import { ReaderStore, type Surroundings } from '../../src/reader/store.svelte.ts';
import { REQUEST_KEYS } from '../../src/reader/request.ts';
import { FOUR, SCRIBBLE } from '../../src/widgets/recogniser/drawn.ts';
import { digitsAt } from './digits.ts';

const near = digitsAt(FIRST_DIGIT, 7, 12);
const far = digitsAt(412);

class Fake implements Surroundings {
  kept: Readonly<Record<string, unknown>>;
  readonly #query: string;
  readonly #fetch: () => Promise<readonly GivenDigit[]>;

  constructor(
    query = '',
    kept = {},
    fetch: () => Promise<readonly GivenDigit[]> = () => Promise.resolve(far),
  ) {
    this.#query = query;
    this.kept = kept;
    this.#fetch = fetch;
  }

  link(): Readonly<Partial<Record<string, unknown>>> {
    return pick(new URLSearchParams(this.#query), REQUEST_KEYS);
  }
  recall(): Readonly<Record<string, unknown>> {
    return this.kept;
  }
  keep(changes: Readonly<Record<string, unknown>>): void {
    this.kept = JSON.parse(
      JSON.stringify({
        ...this.kept,
        ...changes,
        guesses: { ...(this.kept['guesses'] as object), ...(changes['guesses'] as object) },
      }),
    ) as Record<string, unknown>;
  }
  /** What another page does. */
  other: (kept: Readonly<Record<string, unknown>> | null) => void = () => undefined;
  listen(onchange: (kept: Readonly<Record<string, unknown>> | null) => void): void {
    this.other = onchange;
  }
  own: OwnNetwork | string | null = null;
  notKept: NotKept | null = null;
  recallOwn(): OwnNetwork | string | null {
    return this.own;
  }
  keepOwn(own: OwnNetwork | null): Promise<string | null> {
    if (this.notKept === null) this.own = own;
    return Promise.resolve(this.notKept && NOT_KEPT[this.notKept]);
  }
  otherOwn: (own: OwnNetwork | string | null) => void = () => undefined;
  listenForOwn(onchange: (own: OwnNetwork | string | null) => void): void {
    this.otherOwn = onchange;
  }
  find(index: number): GivenDigit | undefined | Promise<GivenDigit | undefined> {
    const isIt = (digit: GivenDigit): boolean => digit.index === index;
    return near.find(isIt) ?? this.#fetch().then((digits) => digits.find(isIt));
  }
}

const storeIn = (surroundings: Surroundings): ReaderStore =>
  new ReaderStore(firstState(near), surroundings);
const four = writeDrawing(FOUR.strokes, LINK_LIMITS) ?? '';

describe('what a reader chooses', () => {
  it('is kept, and there again on the next visit', async () => {
    const device = new Fake();
    const store = storeIn(device);
    await store.restore();
    expect(device.kept).toEqual({});
    store.chooseDigit(near[1]);
    store.chooseNeuron({ layer: 3, index: 9 });
    store.guess('edges', 'yes');
    store.useDrawing(FOUR);
    const next = storeIn(new Fake('', device.kept));
    await next.restore();
    expect(next.state).toMatchObject({
      source: 'drawing',
      neuron: { layer: 3, index: 9 },
      guesses: { edges: 'yes' },
    });
    expect(next.state.digit).toBe(near[1]);
    expect(next.state.lastDrawing?.strokes.length).toBe(2);
  });

  it('remembers the neuron of every layer, the stage, and what a drawing is', async () => {
    const device = new Fake();
    const store = storeIn(device);
    expect(store.state).toMatchObject({ neurons: [null, 10, null, null], stage: 1 });
    store.chooseNeuron({ layer: 3, index: 9 });
    store.chooseStage(2);
    store.want(7);
    expect(store.state).toMatchObject({ neurons: [null, 10, null, 9], stage: 2 });
    expect([wantedOf(store.state), store.toLink().stage]).toEqual([near[0].label, '2']);
    store.useDrawing(FOUR);
    expect(wantedOf(store.state)).toBe(7);
    expect(() => store.chooseStage(4)).toThrow(RangeError);
    expect(() => store.want(10)).toThrow(RangeError);
    for (const [link, stage] of [
      ['stage=0', 0],
      ['stage=9', 2],
    ] as const) {
      const next = storeIn(new Fake(link, device.kept));
      await next.restore();
      expect(next.state.stage).toBe(stage);
    }
  });

  it('says when the drawing in use is too long for a link', () => {
    const store = storeIn(new Fake());
    expect(store.isTooLongForLink).toBe(false);
    store.useDrawing(FOUR);
    expect([store.isTooLongForLink, store.toLink().drawing]).toEqual([false, four]);
    store.useDrawing({ ...FOUR, strokes: Array.from({ length: 41 }, () => FOUR.strokes[0]) });
    expect([store.isTooLongForLink, store.toLink().drawing]).toEqual([true, undefined]);
    store.useDrawing(null);
    expect(store.isTooLongForLink).toBe(false);
  });

  it('puts a digit in force, or a drawing, and goes back without losing it', () => {
    const store = storeIn(new Fake());
    store.useDrawing(FOUR);
    const read = imageOf(store.state);
    expect(read).not.toBe(near[0].pixels);
    expect(imageOf(store.state), 'worked out once').toBe(read);
    store.chooseDigit(near[2]);
    expect(imageOf(store.state)).toBe(near[2].pixels);
    expect(store.state.lastDrawing).toBe(FOUR);
    store.useDrawing(SCRIBBLE);
    store.useDrawing(null);
    expect(imageOf(store.state)).toBe(near[2].pixels);
  });

  it('is no neuron that there is not', () => {
    const store = storeIn(new Fake());
    for (const neuron of [
      { layer: 0, index: 0 },
      { layer: 4, index: 0 },
      { layer: 3, index: 10 },
      { layer: 1, index: -1 },
      { layer: 1, index: 0.5 },
      { layer: NaN, index: NaN },
    ]) {
      expect(() => store.chooseNeuron(neuron)).toThrow(RangeError);
    }
    expect(store.state).toBe(store.first);
  });
});

describe('what a link says', () => {
  it('comes before what the device kept', async () => {
    const kept = { digit: '12', neuron: '1.3', drawing: four, guesses: { edges: 'no' } };
    const store = storeIn(new Fake('?digit=7&neuron=2.15', kept));
    await store.restore();
    expect(store.state.digit).toBe(near[1]);
    expect(store.state.neuron).toEqual({ layer: 2, index: 15 });
    expect(store.state.source, 'a digit that is named is to be seen').toBe('digit');
    expect(store.state.guesses).toEqual({ edges: 'no' });
  });

  it('is there at once where its digit is at hand', () => {
    const store = storeIn(new Fake(`?digit=7&drawing=${four}`));
    void store.restore();
    expect(store.state.digit).toBe(near[1]);
    expect(store.state.source).toBe('drawing');
  });

  it('may name a digit that has to be fetched', async () => {
    const store = storeIn(new Fake('?digit=412', { digit: '12' }));
    const restored = store.restore();
    expect(store.state.digit).toBe(near[0]);
    await restored;
    expect(store.state.digit).toBe(far[0]);
  });

  it.each([
    ['is not among them', () => Promise.resolve(far)],
    ['does not come', () => Promise.reject(new Error('The server answered 500.'))],
  ])('is passed over where its digit %s', async (_, fetch) => {
    const store = storeIn(new Fake('?digit=9999', { digit: '12' }, fetch));
    await store.restore();
    expect(store.state.digit).toBe(near[2]);
  });

  it('comes too late once the reader has chosen', async () => {
    const store = storeIn(new Fake('?digit=412'));
    const restored = store.restore();
    store.chooseDigit(near[2]);
    await restored;
    expect(store.state.digit).toBe(near[2]);
  });

  it('is taken up once for all islands', async () => {
    const store = storeIn(new Fake('?digit=7'));
    await store.restore();
    store.chooseDigit(near[2]);
    await store.restore();
    expect(store.state.digit).toBe(near[2]);
  });

  it('leaves a state that makes sense, whatever it is', async () => {
    const value = fc.oneof(
      fc.string(),
      fc.stringMatching(/^-?[0-9]{1,6}(\.[0-9]{1,4})?$/),
      fc.constantFrom('NaN', '1e3', '1.16', '3.9', '4.0', '__proto__', four, `${four}.`, ''),
    );
    const query = fc.dictionary(fc.oneof(fc.constantFrom(...REQUEST_KEYS), fc.string()), value);
    const kept = fc.dictionary(fc.constantFrom(...REQUEST_KEYS, 'guesses'), fc.anything());
    await fc.assert(
      fc.asyncProperty(query, kept, async (params, device) => {
        const store = storeIn(new Fake(`?${new URLSearchParams(params).toString()}`, device));
        await store.restore();
        const { digit, neuron, guesses, source, lastDrawing } = store.state;
        expect([...near, ...far]).toContain(digit);
        expect(isNeuron(neuron)).toBe(true);
        expect(Object.values(guesses).every((guess) => typeof guess === 'string')).toBe(true);
        expect(source === 'drawing').toBe(lastDrawing !== null);
        expect(imageOf(store.state).every((pixel) => pixel >= 0 && pixel <= 1)).toBe(true);
      }),
    );
  });
});

describe('another page of the site', () => {
  it('loses nothing to this one, which writes only what has changed here', async () => {
    const device = new Fake('', { digit: '7', guesses: { edges: 'no' } });
    const store = storeIn(device);
    await store.restore();
    device.kept = { digit: '12', stage: '2', guesses: { edges: 'yes', halves: 'upper' } };
    store.chooseNeuron({ layer: 2, index: 3 });
    store.guess('rate', 'settles');
    expect(device.kept).toMatchObject({
      digit: '12',
      stage: '2',
      neuron: '2.3',
      guesses: { edges: 'yes', halves: 'upper', rate: 'settles' },
    });
  });

  it('tells this one of its guesses, and that all was forgotten', async () => {
    const device = new Fake('', { digit: '7' });
    const store = storeIn(device);
    await store.restore();
    device.other({ digit: '12', guesses: { edges: 'yes' } });
    expect(store.state).toMatchObject({ digit: near[1], guesses: { edges: 'yes' } });
    device.other(null);
    expect(store.state).toEqual(store.first);
  });
});

describe("the chapter's example", () => {
  it('is named where it is left, and found again in one step', () => {
    const store = storeIn(new Fake());
    expect(store.yours).toEqual([]);
    store.chooseDigit(near[2]);
    store.chooseNeuron({ layer: 2, index: 3 });
    expect(store.yours).toEqual(['digit', 'neuron']);
    store.useDrawing(FOUR);
    store.chooseStage(2);
    expect(store.yours).toEqual(['drawing', 'neuron', 'stage']);
    expect(exampleWords(store)).toBe(
      "Figures show your drawing, a neuron of your choice and another stage of the training. The text speaks of the chapter's example.",
    );
    store.guess('edges', 'yes');
    store.toExample();
    expect(store.yours).toEqual([]);
    expect(store.state).toEqual({
      ...store.first,
      lastDrawing: FOUR,
      guesses: { edges: 'yes' },
    });
  });
});

describe("a network of the reader's own", () => {
  const own = (sizes: readonly number[], letter = 'B'): OwnNetwork => ({
    ...{ letter, network: emptyNetwork(sizes), fingerprint: 'f'.repeat(64), text: null },
  });
  const same = own(EXPLAINER_SIZES);

  it('is used, kept, found again on the next visit, and given up by one press', () => {
    const page = new Fake();
    const store = storeIn(page);
    void store.restore();
    store.useNetwork(same);
    expect([store.own, page.own]).toEqual([same, same]);
    expect(store.yours).toEqual(['network']);
    expect(exampleWords(store)).toBe(
      "Figures show your network B. The text speaks of the chapter's example.",
    );
    const next = storeIn(page);
    expect(next.own).toBeNull();
    void next.restore();
    expect(next.own).toBe(same);
    next.chooseNeuron({ layer: 2, index: 3 });
    next.useNetwork(null);
    expect([next.own, page.own, next.yours]).toEqual([null, null, ['neuron']]);
    next.useNetwork(same);
    next.toExample();
    expect([next.own, page.own, next.yours]).toEqual([null, null, []]);
  });

  it('is said to have other sizes where it does', () => {
    const store = storeIn(new Fake());
    store.useNetwork(own([784, 30, 10]));
    expect(exampleWords(store)).toBe('Your network B has other sizes (784-30-10): here ours.');
    store.useDrawing(FOUR);
    expect(exampleWords(store)).toBe(
      "Figures show your drawing. The text speaks of the chapter's example. Your network B has other sizes (784-30-10): here ours.",
    );
  });

  it('changes where another page changes it', () => {
    const page = new Fake();
    const store = storeIn(page);
    void store.restore();
    page.otherOwn(same);
    expect(store.own).toBe(same);
    page.otherOwn(null);
    expect(store.yours).toEqual([]);
  });

  it('is passed over with words where it is damaged, and used without being kept where there is no room', async () => {
    const page = new Fake();
    page.own = OWN_DAMAGED;
    const store = storeIn(page);
    void store.restore();
    expect([store.own, exampleWords(store)]).toEqual([null, OWN_DAMAGED]);
    store.useNetwork(null);
    expect([page.own, store.yours]).toEqual([null, []]);
    page.notKept = 'full';
    store.useNetwork(same);
    await Promise.resolve();
    expect(store.own).toBe(same);
    expect(exampleWords(store)).toMatch(
      new RegExp(`^Figures show your network B\\..*${NOT_KEPT.full}$`),
    );
  });
});

it('what a drawing is said to be travels with it, and is said of no other', async () => {
  const device = new Fake();
  const store = storeIn(device);
  store.useDrawing(FOUR);
  store.want(2);
  expect(wantedOf(store.state)).toBe(2);
  const { drawing = '', wanted = '' } = store.toLink();
  const next = storeIn(new Fake(`?drawing=${drawing}&wanted=${wanted}`, { wanted: '5' }));
  await next.restore();
  expect(wantedOf(next.state)).toBe(2);
  const kept = storeIn(new Fake('', device.kept));
  await kept.restore();
  expect(wantedOf(kept.state)).toBe(2);
  store.useDrawing({ digit: null, strokes: FOUR.strokes.slice(0, 1) });
  expect(wantedOf(store.state), 'a stroke less is the same drawing').toBe(2);
  store.useDrawing(null);
  store.useDrawing(SCRIBBLE);
  expect(wantedOf(store.state)).toBe(null);
});

it('a link says the stage and the neuron of each layer, whatever the device that opens it has kept', async () => {
  const store = storeIn(new Fake());
  store.chooseNeuron({ layer: 3, index: 4 });
  store.chooseNeuron({ layer: 2, index: 7 });
  const query = new URLSearchParams(store.toLink()).toString();
  const next = storeIn(new Fake(`?${query}`, { stage: '3', neuron: '1.1', neurons: '3.9' }));
  await next.restore();
  expect(next.state).toMatchObject({
    stage: 1,
    neuron: { layer: 2, index: 7 },
    neurons: [null, 10, 7, 4],
  });
});

it('begins as a specimen says, and then reads and keeps nothing', async () => {
  const first = firstState(near, { digit: 12, drawing: FOUR, neuron: { layer: 2, index: 1 } });
  const store = new ReaderStore(first, null);
  await store.restore();
  store.guess('edges', 'no');
  expect(store.state).toEqual({ ...first, guesses: { edges: 'no' } });
  expect(() => firstState(near, { digit: 5 })).toThrow('Test digit 5');
});
