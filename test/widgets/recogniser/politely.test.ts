import { describe, expect, it } from 'vitest';
import { politely } from '@/widgets/recogniser/recogniser/why/politely.ts';

/** Work that notes how far it is. */
function counting(upTo: number): { done: number; readonly work: Generator<undefined, string> } {
  const state = { done: 0, work: count() };
  return state;

  function* count(): Generator<undefined, string> {
    for (let i = 0; i < upTo; i++) {
      state.done++;
      yield;
    }
    return 'all of it';
  }
}

const rest = (milliseconds: number): Promise<void> =>
  new Promise((go) => setTimeout(go, milliseconds));

describe('work that is done politely', () => {
  it('comes to its end where nothing is in the way', async () => {
    const { work } = counting(1000);
    const manners = { isOver: () => false, mustWait: () => false };
    expect(await politely(work, manners)).toBe('all of it');
  });

  it('does not begin while it must wait, and goes on after that', async () => {
    let isDrawing = true;
    const count = counting(10);
    const working = politely(count.work, { isOver: () => false, mustWait: () => isDrawing });
    await rest(120);
    expect(count.done).toBe(0);
    isDrawing = false;
    expect(await working).toBe('all of it');
  });

  it('is given up between two pieces once nobody wants it', async () => {
    let isOver = false;
    const endless = counting(Infinity);
    const working = politely(endless.work, { isOver: () => isOver, mustWait: () => false });
    await rest(20);
    expect(endless.done).toBeGreaterThan(0);
    isOver = true;
    expect(await working).toBeNull();
    const { done } = endless;
    await rest(20);
    expect(endless.done).toBe(done);
  });

  it('is given up while it waits, too', async () => {
    let isOver = false;
    const count = counting(10);
    const working = politely(count.work, { isOver: () => isOver, mustWait: () => true });
    isOver = true;
    expect(await working).toBeNull();
    expect(count.done).toBe(0);
  });
});
