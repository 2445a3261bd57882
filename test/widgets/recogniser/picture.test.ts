import { beforeEach, describe, expect, it } from 'vitest';
import { openModel } from '@/commands/models.ts';
import { createRandom } from '@/network/random.ts';
import type { WorkerLike } from '@/training/worker-link.ts';
import { RecogniserState } from '@/widgets/recogniser/recogniser.svelte.ts';
import {
  look,
  type LookOrder,
  type LookReport,
  type Pixels,
} from '@/widgets/recogniser/recogniser/picture/look.ts';
import { PictureState } from '@/widgets/recogniser/recogniser/picture/picture.svelte.ts';
import { DRAWN_DIGITS } from '../../drawings/digits.ts';
import { photograph } from '../../digits/photographs.ts';

const network = openModel('recogniser');
const seven = DRAWN_DIGITS.find(({ label, hand }) => label === 7 && hand === 'plain');

function photo(lines: readonly (readonly number[])[]): Pixels {
  const { width, height, values } = photograph(lines, 'ruled', createRandom(5));
  const data = new Uint8ClampedArray(4 * width * height);
  for (const [i, v] of values.entries()) data.set([255 * v, 255 * v, 255 * v, 255], 4 * i);
  return { width, height, data };
}

const withDigit = photo(seven?.strokes ?? []);
const without = photo([]);
const file = new Blob(['a picture']);

type Hear = (event: { data: LookReport }) => void;

/** A worker that answers when the test says so. */
class StandIn {
  orders: LookOrder[] = [];
  #hear: Hear = () => undefined;
  postMessage(order: LookOrder): void {
    this.orders.push(order);
  }
  addEventListener(type: string, hear: (event: never) => void): void {
    if (type === 'message') this.#hear = hear as Hear;
  }
  terminate(): void {
    this.orders = [];
  }
  async say(report: LookReport): Promise<void> {
    this.#hear({ data: report });
    await new Promise((go) => setTimeout(go));
  }
}

let worker: StandIn;
let recogniser: RecogniserState;
let picture: PictureState;
let second: () => void = () => undefined;
let open: () => Promise<Pixels>;

beforeEach(() => {
  worker = new StandIn();
  recogniser = new RecogniserState({
    network: () => Promise.resolve(network),
    digits: () => Promise.resolve([]),
  });
  recogniser.mode = 'picture';
  open = () => Promise.resolve(withDigit);
  picture = new PictureState(recogniser, {
    link: {
      createWorker: () => worker as unknown as WorkerLike,
      everySecond: (call) => {
        second = call;
        return () => undefined;
      },
    },
    open: () => open(),
  });
});

const seen = (id: number, pixels: Pixels): LookReport => ({ id, kind: 'seen', seen: look(pixels) });
const headline = (): string => recogniser.answer.headline;

async function read(): Promise<void> {
  await recogniser.load();
  recogniser.read(recogniser.pad.sketch.sheet, false);
}

describe('PictureState', () => {
  it('asks for a picture, says that it looks, and reads what is found', async () => {
    expect(headline()).toBe('Show it a digit.');
    picture.take(file);
    expect(headline()).toBe('One moment.');
    await worker.say(seen(worker.orders[0].id, withDigit));
    await read();
    expect(headline()).toBe('It reads a 7.');
    expect(recogniser.view?.image).toBe(picture.seen?.found?.image);
  });

  it('says that there is no ink', async () => {
    picture.take(file);
    await worker.say(seen(worker.orders[0].id, without));
    expect(headline()).toBe('No ink found.');
  });

  it('says that a file is no picture, and takes the next', async () => {
    picture.take(file);
    await worker.say({ id: 1, kind: 'unknown' });
    expect(headline()).toBe('That is no picture.');
    picture.take(file);
    await worker.say(seen(2, withDigit));
    expect(picture.stage).toBe('seen');
  });

  it('does not hear of a picture that was taken away, or that another took the place of', async () => {
    picture.take(file);
    picture.take(file);
    await worker.say(seen(1, withDigit));
    expect(picture.stage).toBe('looking');
    picture.clear();
    await worker.say(seen(2, withDigit));
    expect(picture.stage).toBe('none');
    expect(headline()).toBe('Show it a digit.');
  });

  it('opens the file itself where the worker cannot', async () => {
    picture.take(file);
    await worker.say({ id: 1, kind: 'no canvas' });
    expect(worker.orders.at(-1)?.picture).toBe(withDigit);
    open = () => Promise.reject(new Error('no picture'));
    await worker.say({ id: 2, kind: 'no canvas' });
    expect(headline()).toBe('That is no picture.');
  });

  it('says so when the worker does not answer any more', async () => {
    picture.take(file);
    await worker.say(seen(1, withDigit));
    picture.take(file);
    for (let i = 0; i < 40; i++) second();
    expect(headline()).toBe('It could not look.');
  });
});
