import { afterEach, describe, expect, it, vi } from 'vitest';
import { ETAS } from '../../../src/training/etas/etas.ts';
import { FIRST } from '../../../src/widgets/training/train-here/plan-draft.ts';
import { OUR_SET, OURS } from '../../../src/widgets/training/train-here/ours.ts';
import { Redrawing } from '../../../src/islands/redrawing.ts';
import { TrainHere } from '../../../src/widgets/training/train-here/train-here.svelte.ts';
import { eventually, manyTurns } from '../../training/fake-worker.ts';
import { memoryShelf } from '../../../src/reader/memory-shelf.ts';
import { type Stage, stage } from './here-tools.ts';

let open: Stage[] = [];
afterEach(() => {
  for (const { close } of open) close();
  open = [];
});

function begin(...with_: Parameters<typeof stage>): Stage {
  const made = stage(...with_);
  open.push(made);
  return made;
}

const isOver = ({ here }: Stage): Promise<void> =>
  eventually(() => expect(here.shelf.runs.at(-1)?.end.kind).toBeDefined());

/** Trains the plan of the sentence to its end. */
async function train(at: Stage): Promise<void> {
  const before = at.here.shelf.runs.length;
  at.here.press();
  await eventually(() => expect(at.here.run.phase).toBe('done'));
  await eventually(() => expect(at.here.shelf.runs).toHaveLength(before + 1));
}

describe('before anything is trained', () => {
  const here = new TrainHere({ test: 900, train: [1, 2, 3] }, memoryShelf());

  it('our own run and our thirty are shown, and there is nothing to take back', () => {
    expect(here.rows).toEqual([OURS]);
    expect(here.row.points).toHaveLength(31);
    expect(here.point?.test.accuracy).toBeGreaterThan(0.94);
    expect(here.set).toBe(OUR_SET);
    expect(here.canReset).toBe(false);
    expect(here.draft).toEqual(FIRST);
    expect(here.missing).toBe(906);
  });

  it('one looks back at any epoch, and picks any of the thirty, whose plan the sentence then says', () => {
    here.lookAt(5);
    expect(here.point?.at).toBe(5);
    expect(here.canReset).toBe(true);
    here.chooseEta(ETAS.indexOf(20));
    expect(here.row).toMatchObject({ letter: null, standing: 'thirty', seconds: null });
    expect(here.draft.eta).toBe('20');
    expect(here.point?.at).toBe(5);
    here.chooseEta(ETAS.indexOf(3));
    expect(here.row.letter).toBe('A');
    here.lookAt(30);
    expect(here.epoch).toBeNull();
    here.reset();
    expect(here.canReset).toBe(false);
  });

  it('the cliff lies between 20 and 28', () => {
    const { cliff } = here;
    expect(cliff && [ETAS[cliff.from], ETAS[cliff.to]]).toEqual([20, 28]);
  });
});

describe('a run', () => {
  it('is trained to its end, stands on the shelf, and can be looked back on', async () => {
    const at = begin();
    const { here } = at;
    here.press();
    expect(here.run.phase).toBe('running');
    expect(here.rows.map(({ letter, standing }) => [letter, standing])).toEqual([
      ['A', 'training'],
    ]);
    expect(here.set).toBeNull();
    await eventually(() => expect(here.shelf.runs).toHaveLength(1));
    expect(here.row).toMatchObject({ letter: 'A', standing: 'kept', end: { kind: 'done' } });
    expect(here.row.record?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(here.row.points.map((point) => point.at)).toEqual([0, 1, 2, 3, 4]);
    here.lookAt(2);
    expect(here.point?.at).toBe(2);
    expect(here.isLive).toBe(true);
  });

  it('that is trained again comes out the same, under the same letter', async () => {
    const at = begin();
    await train(at);
    at.here.press();
    expect(at.here.rows.map(({ letter }) => letter)).toEqual(['A']);
    await eventually(() => expect(at.here.run.phase).toBe('done'));
    await manyTurns();
    expect(at.here.shelf.runs).toHaveLength(1);
  });

  it('goes by mini-batches and epochs, pauses and goes on', async () => {
    const { here } = begin();
    here.advance('step');
    await eventually(() => expect(here.run.phase).toBe('paused'));
    expect(here.run.progress).toMatchObject({ epoch: 0, step: 1 });
    expect(here.row).toMatchObject({ letter: 'A', standing: 'resting' });
    here.advance('epoch');
    await eventually(() =>
      expect(here.run).toMatchObject({ phase: 'paused', progress: { epoch: 1 } }),
    );
    here.press();
    here.press();
    expect(here.run.phase).toBe('paused');
    here.press();
    await eventually(() => expect(here.run.phase).toBe('done'));
  });

  it('rests while a slot is open; another plan ends it, and it goes to the shelf as it stands', async () => {
    const at = begin();
    const { here } = at;
    here.advance('epoch');
    await eventually(() =>
      expect(here.run).toMatchObject({ phase: 'paused', progress: { epoch: 1 } }),
    );
    here.press();
    here.toggle('eta');
    expect(here.run.phase).toBe('paused');
    here.write({ eta: 'much' });
    here.settle();
    expect(here.isGood).toBe(false);
    expect(here.run.phase).toBe('paused');
    here.write({ eta: '1' });
    here.settle();
    expect(here.run.phase).toBe('cancelled');
    await isOver(at);
    expect(here.shelf.runs[0]).toMatchObject({ letter: 'A', end: { kind: 'cut' } });
    here.press();
    expect(here.liveLetter).toBe('B');
    expect(here.openSlot).toBeNull();
    await eventually(() => expect(here.shelf.runs.map(({ letter }) => letter)).toEqual(['A', 'B']));
    here.choose('A');
    expect(here.draft.eta).toBe('3');
    expect(here.isLive).toBe(false);
  });

  it('that has not finished an epoch leaves nothing behind', async () => {
    const { here } = begin();
    here.advance('step');
    await eventually(() => expect(here.run.phase).toBe('paused'));
    here.write({ seed: '2' });
    here.settle();
    await manyTurns();
    expect(here.shelf.runs).toEqual([]);
  });

  it('goes on from its last epoch after its worker was lost', async () => {
    const at = begin();
    const { here } = at;
    here.advance('epoch');
    await eventually(() =>
      expect(here.run).toMatchObject({ phase: 'paused', progress: { epoch: 1 } }),
    );
    here.press();
    at.workers[0].crash();
    await eventually(() => expect(here.run.phase).toBe('lost'));
    here.press();
    await eventually(() => expect(here.run.phase).toBe('done'));
    expect(at.workers).toHaveLength(2);
  });

  it('that a page before has left can be brought back', async () => {
    const first = begin();
    first.here.advance('epoch');
    await eventually(() => expect(first.here.run.phase).toBe('paused'));
    first.close();
    const { here } = begin({ kept: first.kept() });
    expect(here.canBringBack).toBe(true);
    here.bringBack();
    expect(here.draft.hidden).toBe('8');
    await eventually(() =>
      expect(here.run).toMatchObject({ phase: 'paused', progress: { epoch: 1 } }),
    );
    here.press();
    await eventually(() => expect(here.run.phase).toBe('done'));
  });

  it('waits for digits that do not come, and asks for them again', async () => {
    const at = begin();
    at.net.answers.set('test', 503);
    at.here.press();
    await eventually(() => expect(at.here.run.digits.trouble).toBe('The server answered 503.'));
    at.net.answers.delete('test');
    expect(at.here.isBlocked).toBe(true);
    at.here.press();
    await eventually(() => expect(at.here.run.phase).toBe('done'));
  });
});

describe('the shelf', () => {
  it('gives up what is thrown away, and takes it back', async () => {
    const at = begin();
    const { here } = at;
    await train(at);
    here.throwAway('A');
    await eventually(() => expect(here.rows).toEqual([OURS]));
    expect(here.shelf.thrown?.letter).toBe('A');
    here.undo();
    await eventually(() => expect(here.rows.map(({ standing }) => standing)).toEqual(['kept']));
    expect(here.row.letter).toBe('A');
  });

  it('is there again on the next page, and its newest run is shown', async () => {
    const disk = memoryShelf();
    const at = begin({ disk });
    await train(at);
    const next = begin({ disk }).here;
    await eventually(() => expect(next.row).toMatchObject({ letter: 'A', standing: 'kept' }));
    at.here.write({ seed: '2' });
    await train(at);
    const third = begin({ disk }).here;
    await eventually(() => expect(third.row.letter).toBe('B'));
    third.choose('A');
    expect(third.row.letter).toBe('A');
    expect(third.draft.seed).toBe('1');
    third.reset();
    expect([third.row.letter, third.canReset]).toEqual(['B', false]);
  });

  it('asks which run gives way to a ninth', async () => {
    const at = begin();
    const { here } = at;
    here.write({ epochs: '1' });
    for (let seed = 1; seed <= 8; seed++) {
      here.write({ seed: String(seed) });
      await train(at);
    }
    here.write({ seed: '9' });
    here.press();
    await eventually(() => expect(here.shelf.waiting).not.toBeNull());
    here.throwAway('C');
    const letters = (): string => here.shelf.runs.map(({ letter }) => letter).join('');
    await eventually(() => expect(letters()).toBe('ABDEFGHI'));
    expect(here.shelf.runs.at(-1)?.plan.seed).toBe(9);
  });
});

describe('the thirty', () => {
  it('are trained by the plan of the sentence, stopped, gone on with, and kept', async () => {
    const at = begin();
    const { here } = at;
    here.write({ epochs: '1' });
    here.pressEtas();
    await eventually(() => expect(here.etaState.done).toBeGreaterThan(2));
    expect(here.areEtasBusy).toBe(true);
    here.press();
    expect(here.run.phase).toBe('idle');
    here.pressEtas();
    expect(here.etaState.phase).toBe('stopped');
    expect(here.canEtasGoOn).toBe(true);
    here.pressEtas();
    await eventually(() => expect(here.etaState.phase).toBe('done'));
    await eventually(() => expect(here.shelf.thirty?.runs.every(Boolean)).toBe(true));
    here.chooseEta(4);
    expect(here.draft).toMatchObject({ eta: String(ETAS[4]), epochs: '1', hidden: '8' });
    expect(here.row.seconds).not.toBeNull();
    here.throwThirtyAway();
    await eventually(() => expect(here.shelf.thirty).toBeNull());
  });

  it('that a page has left in their middle are gone on with on the next, and none is trained twice', async () => {
    const disk = memoryShelf();
    const at = begin({ disk });
    at.here.write({ epochs: '1' });
    at.here.pressEtas();
    const done = (): number => at.here.shelf.thirty?.runs.filter(Boolean).length ?? 0;
    await eventually(() => expect(done()).toBeGreaterThan(2));
    at.close();
    const next = begin({ disk }).here;
    await eventually(() => expect(next.shelf.thirty).not.toBeNull());
    const kept = next.shelf.thirty?.runs ?? [];
    expect(next.canEtasGoOn).toBe(false); // the sentence says other epochs
    next.write({ epochs: '1' });
    expect(next.canEtasGoOn).toBe(true);
    next.pressEtas();
    await eventually(() => expect(next.etaState.phase).toBe('done'));
    const all = next.etaState.runs;
    expect(all.every(Boolean)).toBe(true);
    expect(kept.filter((run, i) => run !== null && run === all[i])).toHaveLength(
      kept.filter(Boolean).length,
    );
  });
});

describe('a link', () => {
  it('brings a plan, an epoch and one of the thirty', () => {
    const here = new TrainHere({ test: 1, train: [1, 1, 1] }, memoryShelf());
    here.chooseEta(2);
    here.lookAt(4);
    const next = new TrainHere({ test: 1, train: [1, 1, 1] }, memoryShelf());
    next.fromLink(here.toLink());
    expect([next.draft, next.point, next.row]).toEqual([here.draft, here.point, here.row]);
    next.fromLink({ net: 'nonsense', at: 'x', slot: 'y', part: 'z', neuron: '-1' });
    expect(next.verdict).toMatch(/names no network/);
  });

  it('brings a network, which is rebuilt to the last bit', async () => {
    const at = begin();
    await train(at);
    const link = at.here.toLink();
    expect(link).toHaveProperty('net');
    const other = begin();
    other.here.fromLink(link);
    expect(other.here.shared?.plan.sizes).toEqual([784, 8, 10]);
    other.here.press();
    await eventually(() => expect(other.here.verdict).toMatch(/to the last bit/));
    expect(other.here.shelf.runs[0].fingerprint).toBe(at.here.shelf.runs[0].fingerprint);
  });

  it('says so where it comes out otherwise', async () => {
    const at = begin();
    await train(at);
    const { net = '' } = at.here.toLink();
    const other = begin();
    other.here.fromLink({ net: net.replace(/[0-9a-f]{16}$/, '0123456789abcdef') });
    other.here.press();
    await eventually(() => expect(other.here.verdict).toMatch(/not the/));
  });
});

describe('drawing', () => {
  it('goes on at most ten times a second, at once where something begins, and not unseen', () => {
    vi.useFakeTimers();
    try {
      let drawn = 0;
      const redrawing = new Redrawing(() => drawn++);
      for (let ms = 0; ms < 1000; ms += 10) {
        redrawing.ask(false);
        vi.advanceTimersByTime(10);
      }
      expect(drawn).toBeGreaterThanOrEqual(9);
      expect(drawn).toBeLessThanOrEqual(11);
      redrawing.isSeen = false;
      vi.advanceTimersByTime(200);
      const before = drawn;
      redrawing.ask(false);
      vi.advanceTimersByTime(500);
      expect(drawn).toBe(before);
      redrawing.ask(true);
      expect(drawn).toBe(before + 1);
      redrawing.ask(false);
      redrawing.isSeen = true;
      expect(drawn).toBe(before + 2);
    } finally {
      vi.useRealTimers();
    }
  });
});
