import { expect, it } from 'vitest';
import { Patience } from './engine.ts';

const silence = (): Promise<never> => new Promise(() => undefined);

it('hands on what a browser answers, and what it refuses', async () => {
  const patience = new Patience('Lynx');
  expect(await patience.answer('add', () => Promise.resolve(2))).toBe(2);
  const refusal = (): Promise<never> => Promise.reject(new Error('no such page'));
  await expect(patience.answer('open', refusal)).rejects.toThrow('no such page');
  expect(await patience.answer('add', () => Promise.resolve(3))).toBe(3);
});

it('says what a browser did not do, and asks it no more', async () => {
  const patience = new Patience('Lynx');
  await expect(patience.answer('open /cost/', silence, 20)).rejects.toThrow(
    'Lynx did not open /cost/ within 0.02 s.',
  );
  await expect(patience.answer('close', () => Promise.resolve())).rejects.toThrow(
    'Lynx has not answered since it was asked to open /cost/.',
  );
});
