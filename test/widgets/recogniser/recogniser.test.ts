import { describe, expect, it } from 'vitest';
import type { GivenDigit } from '../../../src/controls/pad/sheet.ts';
import { createNetwork, type Network } from '../../../src/network/network.ts';
import { createRandom } from '../../../src/network/random.ts';
import { ModelLoadError } from '../../../src/recogniser/model.ts';
import { once } from '../../../src/islands/once.ts';
import {
  RecogniserState,
  type Sources,
} from '../../../src/widgets/recogniser/recogniser.svelte.ts';

const network = createNetwork([784, 12, 10], 'scaled', createRandom(2));
const digits: GivenDigit[] = [3, 8].map((label, index) => ({
  index,
  label,
  pixels: Float64Array.from({ length: 784 }, (_, i) => Number(i % (label + 2) === 0)),
}));

/** Sources that fail until told otherwise. */
class Unsteady implements Sources {
  isUp = false;
  network = (): Promise<Network> =>
    this.isUp
      ? Promise.resolve(network)
      : Promise.reject(new ModelLoadError('The server answered 503.'));
  digits = (): Promise<GivenDigit[]> =>
    this.isUp ? Promise.resolve(digits) : Promise.reject(new Error('The server answered 503.'));
}

const steady: Sources = {
  network: () => Promise.resolve(network),
  digits: () => Promise.resolve(digits),
};

function draw({ pad: { sketch } }: RecogniserState): void {
  sketch.down(0.5, 0.2);
  sketch.move([0.5, 0.8]);
}

describe('the recogniser', () => {
  it('reads what is drawn, says it aloud when the pen lifts, and not before', async () => {
    const recogniser = new RecogniserState(steady);
    const { sketch } = recogniser.pad;
    await recogniser.load();
    draw(recogniser);
    recogniser.read(sketch.sheet, sketch.isDrawing);
    expect(recogniser.view?.scores).toHaveLength(10);
    expect(recogniser.spoken).toBe('');
    sketch.lift();
    recogniser.read(sketch.sheet, sketch.isDrawing);
    expect(recogniser.spoken).not.toBe('');
    sketch.clear();
    recogniser.read(sketch.sheet, sketch.isDrawing);
    expect(recogniser.view).toBeNull();
    expect(recogniser.spoken).toMatch(/^Draw a digit/);
  });

  it('says nothing aloud before anybody did anything', async () => {
    const recogniser = new RecogniserState(steady);
    await recogniser.load();
    recogniser.read(recogniser.pad.sketch.sheet, false);
    expect(recogniser.spoken).toBe('');
  });

  it('keeps the drawing while the network is away, and reads it when it comes', async () => {
    const sources = new Unsteady();
    const recogniser = new RecogniserState(sources);
    const { sketch } = recogniser.pad;
    draw(recogniser);
    sketch.lift();
    recogniser.read(sketch.sheet, false);
    expect(recogniser.answer.headline).toBe('One moment.');
    await recogniser.load();
    expect(recogniser.modelTrouble).toBe('The server answered 503.');
    expect(recogniser.answer.headline).toBe('The network did not load.');
    expect(recogniser.spoken).toMatch(/^The network did not load/);
    sources.isUp = true;
    await recogniser.load();
    expect(recogniser.modelTrouble).toBeNull();
    recogniser.read(sketch.sheet, false);
    expect(sketch.sheet.strokes).toHaveLength(1);
    expect(recogniser.view).not.toBeNull();
  });

  it('gives one real digit after the other, read as it is', async () => {
    const recogniser = new RecogniserState(steady);
    const { sketch } = recogniser.pad;
    await recogniser.load();
    const given: (number | undefined)[] = [];
    for (let i = 0; i < 3; i++) {
      await recogniser.give();
      given.push(sketch.sheet.digit?.label);
    }
    expect(given).toEqual([3, 8, 3]);
    recogniser.read(sketch.sheet, false);
    expect(recogniser.view?.image).toEqual(digits[0].pixels);
    expect(recogniser.exampleOf(8)).toBe(digits[1]);
    expect(recogniser.exampleOf(5)).toBeUndefined();
  });

  it('says so when there are no real digits, and leaves the pad as it was', async () => {
    const sources = new Unsteady();
    const recogniser = new RecogniserState(sources);
    draw(recogniser);
    await recogniser.give();
    expect(recogniser.digitsTrouble).toBe('The server answered 503.');
    expect(recogniser.pad.sketch.sheet.strokes).toHaveLength(1);
    sources.isUp = true;
    await recogniser.give();
    expect(recogniser.digitsTrouble).toBeNull();
    expect(recogniser.pad.sketch.sheet.digit).toBe(digits[0]);
  });
});

describe('once', () => {
  it('hands everybody the same result, and tries again after a failure', async () => {
    let calls = 0;
    const work = once(() => {
      calls++;
      return calls === 1 ? Promise.reject(new Error('first')) : Promise.resolve(calls);
    });
    await expect(work()).rejects.toThrow('first');
    expect(await Promise.all([work(), work()])).toEqual([2, 2]);
    expect(await work()).toBe(2);
  });
});

describe("a network of the reader's own", () => {
  const own = {
    network: createNetwork([784, 5, 4, 10], 'scaled', createRandom(3)),
    name: 'your network B',
  };

  /** A device on which it is in use, and what its pages do. */
  function device() {
    let fetched = 0;
    let onchange: (() => void) | undefined;
    const page = {
      own: own as typeof own | null,
      trouble: null as string | null,
      get fetched() {
        return fetched;
      },
      get isFollowed() {
        return onchange !== undefined;
      },
      /** What another page does. */
      other: (changed: typeof own | null) => {
        page.own = changed;
        onchange?.();
      },
    };
    const sources: Sources = {
      ...steady,
      network: () => {
        fetched++;
        return Promise.resolve(network);
      },
      own: {
        recall: () => Promise.resolve({ own: page.own, trouble: page.trouble }),
        giveUp: () => void (page.own = null),
        listen: (told) => {
          onchange = told;
          return () => (onchange = undefined);
        },
      },
    };
    return { page, recogniser: new RecogniserState(sources) };
  }
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

  it('reads, and ours is not even fetched, until the reader goes back to it', async () => {
    const { page, recogniser } = device();
    await recogniser.load();
    expect([recogniser.own, recogniser.network, page.fetched]).toEqual([own, own.network, 0]);
    draw(recogniser);
    recogniser.read(recogniser.pad.sketch.sheet, false);
    expect(recogniser.view?.hidden.map(({ length }) => length)).toEqual([5, 4]);
    recogniser.backToOurs();
    await settled();
    expect([recogniser.own, recogniser.network, page.own]).toEqual([null, network, null]);
  });

  it('follows what another page of the site does, as long as it is there', async () => {
    const { page, recogniser } = device();
    await recogniser.load();
    const end = recogniser.follow();
    page.other(null);
    await settled();
    expect(recogniser.network).toBe(network);
    page.other(own);
    await settled();
    expect(recogniser.network).toBe(own.network);
    end();
    expect(page.isFollowed).toBe(false);
  });

  it('is said to be damaged where it is, and ours reads', async () => {
    const { page, recogniser } = device();
    page.own = null;
    page.trouble = 'It is damaged.';
    await recogniser.load();
    expect([recogniser.network, recogniser.ownTrouble]).toEqual([network, 'It is damaged.']);
  });

  it('is not overtaken by an answer that comes late', async () => {
    const late = Promise.withResolvers<Network>();
    const answers = [late.promise, Promise.resolve(own.network)];
    const recogniser = new RecogniserState({
      ...steady,
      network: () => answers.shift() ?? Promise.reject(new Error('asked too often')),
    });
    const first = recogniser.load();
    await recogniser.load();
    late.resolve(network);
    await first;
    expect(recogniser.network).toBe(own.network);
  });
});
