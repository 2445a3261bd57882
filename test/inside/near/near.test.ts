import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readMnist } from '../../../src/commands/mnist-files.ts';
import { sliceDigits } from '../../../src/digits/mnist.ts';
import { packDigits, type PackedDigits, unpackDigits } from '../../../src/digits/packed.ts';
import { NearClient } from '../../../src/inside/near/client.ts';
import { nearestIn, type NearReport, NearServer } from '../../../src/inside/near/server.ts';
import { pictureOf } from '../networks.ts';
import { toldWorker } from '../told-worker.ts';

/** The training digits as the page has them: three files of 20,000. */
let files: PackedDigits[];
beforeAll(() => {
  const train = readMnist('train');
  files = [0, 1, 2].map((n) => {
    const part = sliceDigits(train, 20_000 * n, 20_000 * (n + 1));
    const indices = Uint32Array.from({ length: part.count }, (_, i) => 20_000 * n + i);
    return unpackDigits(packDigits({ ...part, full: 255, indices }, 4));
  });
}, 60_000);

/** The eight nearest by plain loops over everything: their places in the set. */
function bruteForce(x: Float64Array): number[] {
  const all: { index: number; squares: number }[] = [];
  for (const { count, inputs, full, indices } of files) {
    for (let i = 0; i < count; i++) {
      let squares = 0;
      for (let k = 0; k < 784; k++) {
        const off = x[k] * full - inputs[784 * i + k];
        squares += off * off;
      }
      all.push({ index: indices[i], squares });
    }
  }
  all.sort((one, other) => one.squares - other.squares || one.index - other.index);
  return all.slice(0, 8).map(({ index }) => index);
}

describe('the nearest of 60,000', () => {
  it.each([0, 4, 115, 247])('are those of brute force, for test digit %i', (i) => {
    const found = nearestIn(files, pictureOf(i), 8);
    expect(found.map(({ index }) => index)).toEqual(bruteForce(pictureOf(i)));
    for (const { index, label, pixels, distance } of found) {
      const file = files[Math.floor(index / 20_000)];
      const at = index % 20_000;
      expect(label).toBe(file.labels[at]);
      expect(pixels).toEqual(
        Float64Array.from(file.inputs.subarray(784 * at, 784 * (at + 1)), (v) => v / file.full),
      );
      const squares = pixels.reduce((sum, v, k) => sum + (v - pictureOf(i)[k]) ** 2, 0);
      expect(distance).toBeCloseTo(Math.sqrt(squares), 9);
    }
  });
});

/** A server whose downloads answer what the test says. */
function serve(answer: (url: string) => Response): {
  server: NearServer;
  said: NearReport[];
  asked: string[];
} {
  const said: NearReport[] = [];
  const asked: string[] = [];
  let now = 0;
  const server = new NearServer({
    fetch: (url) => {
      asked.push(url);
      return Promise.resolve(answer(url));
    },
    folder: '/digits/',
    chunks: [
      { name: 'one', count: 50 },
      { name: 'two', count: 50 },
    ],
    now: () => (now += 7),
    post: (report) => said.push(report),
  });
  return { server, said, asked };
}

function small(from: number): Uint8Array<ArrayBuffer> {
  const train = sliceDigits(readMnist('train'), from, from + 50);
  const indices = Uint32Array.from({ length: 50 }, (_, i) => from + i);
  return new Uint8Array(gzipSync(packDigits({ ...train, full: 255, indices }, 4)));
}

const told = (said: NearReport[], count: number): Promise<void> =>
  vi.waitFor(() => expect(said).toHaveLength(count), { timeout: 10_000 });

describe('the worker', () => {
  it('fetches each file once, tells how far it is, and looks through all of them', async () => {
    const { server, said, asked } = serve(
      (url) => new Response(small(url.includes('one') ? 0 : 50)),
    );
    server.take({ id: 1, picture: pictureOf(0), many: 3 });
    await told(said, 3);
    server.take({ id: 2, picture: pictureOf(1), many: 3 });
    await told(said, 4);
    expect(asked).toEqual(['/digits/one.digits', '/digits/two.digits']);
    expect(said.slice(0, 2)).toEqual([
      { kind: 'loaded', count: 50, of: 100 },
      { kind: 'loaded', count: 100, of: 100 },
    ]);
    expect(said[3]).toMatchObject({ kind: 'near', id: 2, among: 100, milliseconds: 7 });
  });

  it('says why a file did not come, and goes on from there when asked again', async () => {
    let isDown = true;
    const { server, said, asked } = serve((url) => {
      if (url.includes('two') && isDown) return new Response(null, { status: 503 });
      return new Response(small(url.includes('one') ? 0 : 50));
    });
    server.take({ id: 1, picture: pictureOf(0), many: 3 });
    await told(said, 2);
    expect(said[1]).toEqual({ kind: 'failed', id: 1, message: 'The server answered 503.' });
    isDown = false;
    server.take({ id: 2, picture: pictureOf(0), many: 3 });
    await told(said, 4);
    expect(said[3]).toMatchObject({ kind: 'near', id: 2 });
    expect(asked.filter((url) => url.includes('one'))).toHaveLength(1);
  });

  it('leaves out a search that was overtaken', async () => {
    const { server, said } = serve((url) => new Response(small(url.includes('one') ? 0 : 50)));
    server.take({ id: 1, picture: pictureOf(0), many: 3 });
    server.take({ id: 2, picture: pictureOf(1), many: 3 });
    await told(said, 3);
    expect(said[2]).toMatchObject({ kind: 'near', id: 2 });
  });
});

describe('the page', () => {
  const connect = () => {
    const loaded: number[] = [];
    const { tools, ...worker } = toldWorker();
    return { client: new NearClient(tools, (count) => loaded.push(count)), loaded, ...worker };
  };
  const near = { kind: 'near', digits: [], among: 100, milliseconds: 3 } as const;

  it('gets the newest search alone', async () => {
    const { client, say, orders, loaded } = connect();
    const first = client.find(pictureOf(0), 8);
    const second = client.find(pictureOf(1), 8);
    say({ kind: 'loaded', count: 50, of: 100 });
    say({ ...near, id: orders[0].id });
    say({ ...near, id: orders[1].id });
    expect(await first).toBeNull();
    expect(await second).toMatchObject({ among: 100 });
    expect(loaded).toEqual([50]);
  });

  it('hears in words that a worker broke down, and starts another when asked again', async () => {
    const { client, say, breakDown, orders } = connect();
    const lost = client.find(pictureOf(0), 8);
    breakDown();
    await expect(lost).rejects.toThrow('The search stopped: its worker broke down.');
    const again = client.find(pictureOf(0), 8);
    say({ ...near, id: orders[1].id });
    expect(await again).toMatchObject({ among: 100 });
  });

  it('is told nothing once it let the worker go', async () => {
    const { client } = connect();
    const waiting = client.find(pictureOf(0), 8);
    client.dispose();
    expect(await waiting).toBeNull();
  });
});
