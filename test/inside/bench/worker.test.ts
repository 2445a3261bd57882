import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { readTestDigits } from '../../../src/commands/bench-files.ts';
import { packDigits } from '../../../src/digits/packed.ts';
import { TestClient, TestError } from '../../../src/inside/bench/client.ts';
import { createScorer } from '../../../src/inside/bench/create-scorer.ts';
import { measureBench } from '../../../src/inside/bench/measure.ts';
import { answersOf, scoreByLoops } from '../../../src/inside/bench/scored.ts';
import { type TestReport, TestServer } from '../../../src/inside/bench/server.ts';
import { activityOf } from '../../../src/inside/activity.ts';
import { readWithout, wholeReading } from '../../../src/inside/lesions.ts';
import { createNetwork, emptyNetwork } from '../../../src/network/network.ts';
import { createRandom } from '../../../src/network/random.ts';
import { toldWorker } from '../told-worker.ts';

const digits = readTestDigits();
const file = gzipSync(packDigits(digits, 4), { level: 1 });
const network = emptyNetwork([784, 10]);

/** A server whose downloads answer what the test says. */
function serve(answer: () => Response): {
  server: TestServer;
  said: TestReport[];
  asked: string[];
} {
  const said: TestReport[] = [];
  const asked: string[] = [];
  const server = new TestServer({
    fetch: async (url) => {
      asked.push(url);
      return Promise.resolve(answer());
    },
    folder: '/digits/',
    createScorer: (all) => createScorer(all, () => Promise.reject(new Error('no kernel'))),
    now: () => 0,
    post: (report) => said.push(report),
  });
  return { server, said, asked };
}

const told = (said: TestReport[], count: number): Promise<void> =>
  vi.waitFor(() => expect(said).toHaveLength(count), { timeout: 20_000 });

describe('the worker', () => {
  it('fetches the digits once, and scores each network that it is given', async () => {
    const { server, said, asked } = serve(() => new Response(file));
    server.take({ id: 1, network });
    server.take({ id: 2, network });
    await told(said, 3);
    expect(said.map(({ kind }) => kind)).toEqual(['digits', 'scores', 'scores']);
    expect(asked).toEqual(['/digits/test.digits']);
    expect(said[2]).toMatchObject({ id: 2, scores: scoreByLoops(network, digits) });
  });

  it('reads the digits without some neurons as the plain measure does, and with another network anew', async () => {
    const { server, said } = serve(() => new Response(file));
    const [one, other] = [1, 2].map((seed) =>
      createNetwork([784, 4, 10], 'scaled', createRandom(seed)),
    );
    const lesions = [
      { layer: 0, neurons: [1, 3], at: 'zero' },
      { layer: 0, neurons: [0], at: 'mean' },
    ] as const;
    server.take({ id: 1, network: one, key: 7, lesions });
    server.take({ id: 2, network: other, key: 8, lesions: [] });
    server.take({ id: 3, network: one, key: 7, lesions: [{ layer: 1, neurons: [0], at: 'zero' }] });
    await told(said, 4);
    const activity = activityOf(one, digits);
    const plain = lesions.map((lesion) => readWithout(activity, lesion));
    expect(said[1]).toMatchObject({
      id: 1,
      whole: { confusion: wholeReading(activity).confusion },
      lesioned: plain.map(({ accuracy, recall, confusion }) => ({ accuracy, recall, confusion })),
    });
    expect(said[2]).toMatchObject({
      id: 2,
      whole: { accuracy: wholeReading(activityOf(other, digits)).accuracy },
      lesioned: [],
    });
    expect(said[3]).toMatchObject({ kind: 'failed', id: 3 });
  });

  it('says what was wrong, and tries again when asked again', async () => {
    let isDown = true;
    const { server, said } = serve(() =>
      isDown ? new Response(null, { status: 503 }) : new Response(file),
    );
    server.take({ id: 1, network });
    await told(said, 1);
    expect(said[0]).toEqual({ kind: 'failed', id: 1, message: 'The server answered 503.' });
    isDown = false;
    server.take({ id: 2, network });
    await told(said, 3);
    expect(said[2]).toMatchObject({ kind: 'scores', id: 2 });
  });

  it('refuses a network that reads no digits, before it fetches anything', async () => {
    const { server, said, asked } = serve(() => new Response(file));
    server.take({ id: 1, network: emptyNetwork([4, 10]) });
    await told(said, 1);
    expect(said[0]).toMatchObject({
      message: 'A network that reads digits takes 784 numbers and gives 10; this one is 4-10.',
    });
    expect(asked).toEqual([]);
  });
});

/** A client whose worker says what the test lets it say. */
const connect = () => {
  const { tools, ...worker } = toldWorker();
  return { client: new TestClient(tools), ...worker };
};

describe('the page', () => {
  const scores = new Float64Array(10 * digits.count);
  const scored = { count: digits.count, labels: digits.labels, scores };
  const answers = answersOf(scored);
  const result = measureBench(scored, answers);

  it('gets scores with the labels that they are measured by', async () => {
    const { client, say, orders } = connect();
    const tested = client.test(network);
    expect(client.digits).toBeNull();
    say({ kind: 'digits', digits });
    say({ kind: 'scores', id: orders[0].id, scores, answers, result, seconds: 0.02 });
    expect(await tested).toEqual({ scored, answers, result, seconds: 0.02 });
    expect(client.digits).toBe(digits);
  });

  it('hears in words that a worker broke down, and starts another when asked again', async () => {
    const { client, say, breakDown, orders } = connect();
    const lost = client.test(network);
    breakDown();
    await expect(lost).rejects.toThrow(new TestError('The test stopped: its worker broke down.'));
    const again = client.test(network);
    say({ kind: 'digits', digits });
    say({ kind: 'scores', id: orders[1].id, scores, answers, result, seconds: 0 });
    expect((await again).seconds).toBe(0);
  });

  it('hears why a network was not tested', async () => {
    const { client, say, orders } = connect();
    const refused = client.test(network);
    say({ kind: 'failed', id: orders[0].id, message: 'No.' });
    await expect(refused).rejects.toThrow('No.');
  });

  it('hears nothing more once it let the worker go', async () => {
    const { client, say, orders } = connect();
    const heard = vi.fn<() => void>();
    client.test(network).then(heard, heard);
    client.dispose();
    say({ kind: 'failed', id: orders[0].id, message: 'No.' });
    await Promise.resolve();
    expect(heard).not.toHaveBeenCalled();
  });
});
