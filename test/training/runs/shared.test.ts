import { afterEach, describe, expect, it } from 'vitest';
import { TrainingClient } from '../../../src/training/client.ts';
import { type EndedRun, endedRun } from '../../../src/training/runs/record.ts';
import { rebuild, rebuiltShare, sharedOf } from '../../../src/training/runs/shared.ts';
import { PlanError, type TrainingPlan } from '../../../src/training/plan.ts';
import { eventually, FakeNet, FakeWorker } from '../fake-worker.ts';
import { plan } from '../small-digits.ts';

const clients: TrainingClient[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

function openPage() {
  const workers: FakeWorker[] = [];
  const net = new FakeNet();
  const client = new TrainingClient({
    createWorker: () => {
      const worker = new FakeWorker(net);
      workers.push(worker);
      return worker;
    },
    everySecond: () => () => undefined,
    keeper: { read: () => null, write: () => undefined },
  });
  clients.push(client);
  return { client, workers, net };
}

/** A run on a machine of its own, to its end or to an epoch. */
async function runElsewhere(to: TrainingPlan, epoch = to.epochs): Promise<EndedRun> {
  const { client } = openPage();
  client.start(to);
  await eventually(() => expect(client.state.progress.epoch).toBeGreaterThanOrEqual(epoch));
  client.cancel();
  const run = endedRun(client.state);
  if (run === null) throw new Error('It has an epoch behind it.');
  return run;
}

describe('a network that is trained again', () => {
  it('is the same to the last bit, and tells how far it is', async () => {
    const shared = sharedOf(await runElsewhere(plan));
    expect(shared).toMatchObject({ plan, engine: 'network' });
    const { client } = openPage();
    const shares: number[] = [];
    client.watch((state) => shares.push(rebuiltShare(state)));
    const again = await rebuild(client, shared);
    expect(again).toMatchObject({
      kind: 'same',
      words: 'It is the same network, to the last bit.',
    });
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  });

  it('is the same where the run was cut, and where its digits came as they could', async () => {
    const run = await runElsewhere({ ...plan, growth: 'as-they-come', epochs: 40 }, 3);
    const shared = sharedOf(run);
    expect(shared.plan.epochs).toBeLessThanOrEqual(40);
    expect(shared.plan.growth).toEqual(run.growth);
    expect((await rebuild(openPage().client, shared)).kind).toBe('same');
  });

  it('is said to be another where it is, and which engine may be the reason', async () => {
    const shared = sharedOf(await runElsewhere(plan));
    const other = { ...shared, fingerprint: '0123456789abcdef' };
    expect(await rebuild(openPage().client, other)).toMatchObject({
      kind: 'differs',
      words: expect.stringMatching(/not the same network.*link was changed/) as string,
    });
    const fast = { ...other, engine: 'kernel' as const };
    expect(await rebuild(openPage().client, fast)).toMatchObject({
      kind: 'differs',
      engine: 'network',
      words: expect.stringMatching(/vectors of single precision/) as string,
    });
  });

  it('survives a lost worker, and ends with words when it is cancelled or gives way', async () => {
    const shared = sharedOf(await runElsewhere(plan));
    const { client, workers } = openPage();
    const again = rebuild(client, shared);
    await eventually(() => expect(client.state.progress.epoch).toBeGreaterThanOrEqual(1));
    workers[0].crash();
    if (client.state.phase === 'lost') client.resume();
    expect((await again).kind).toBe('same');
    const second = rebuild(client, shared);
    client.cancel();
    expect(await second).toMatchObject({ kind: 'stopped' });
    const third = rebuild(client, shared);
    client.start(plan);
    expect(await third).toMatchObject({ kind: 'stopped' });
    await expect(rebuild(client, { ...shared, plan: { ...plan, eta: -1 } })).rejects.toThrow(
      PlanError,
    );
  });
});
