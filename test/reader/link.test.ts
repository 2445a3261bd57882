import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type * as Link from '../../src/reader/link.ts';

const PAGE = 'https://example.org/neurons/';

function at(address: string): void {
  vi.stubGlobal('location', new URL(address, PAGE));
}

/** The module anew: it remembers who speaks. */
async function freshLink(): Promise<typeof Link> {
  vi.resetModules();
  return import('../../src/reader/link.ts');
}

beforeEach(() => at(''));
afterEach(() => vi.unstubAllGlobals());

it('points at a figure on a page where nothing has come alive', async () => {
  const { linkTo } = await freshLink();
  expect(linkTo('sigmoid-slider')).toBe(`${PAGE}#sigmoid-slider`);
});

it('carries what the reader chose and what the figure adds, and nothing of other figures', async () => {
  const { linkTo, speakForFigure, speakForReader } = await freshLink();
  at('?utm=1&other.w=5#elsewhere');
  speakForReader(() => ({ digit: '412', neuron: '1.4' }));
  speakForFigure('sigmoid-slider', () => ({ w: '-3.5', b: '1' }));
  speakForFigure('sigmoid-slider', () => ({ second: 'x y&z' }));
  speakForFigure('other', () => ({ w: '9' }));
  expect(linkTo('sigmoid-slider')).toBe(
    `${PAGE}?digit=412&neuron=1.4&sigmoid-slider.w=-3.5&sigmoid-slider.b=1&sigmoid-slider.second=x+y%26z#sigmoid-slider`,
  );
});

it('knows where it leaves out the drawing in use', async () => {
  const { lacksDrawing, speakForReader } = await freshLink();
  expect(lacksDrawing()).toBe(false);
  let isTooLong = true;
  speakForReader(
    () => ({ digit: '412' }),
    () => isTooLong,
  );
  expect(lacksDrawing()).toBe(true);
  isTooLong = false;
  expect(lacksDrawing()).toBe(false);
});

it('hands on what led here while a figure sleeps', async () => {
  const { linkTo, speakForFigure } = await freshLink();
  at('?digit=7&sigmoid-slider.w=3&other.w=5&junk=1');
  expect(linkTo('sigmoid-slider')).toBe(`${PAGE}?digit=7&sigmoid-slider.w=3#sigmoid-slider`);
  const end = speakForFigure('sigmoid-slider', () => ({}));
  expect(linkTo('sigmoid-slider')).toBe(`${PAGE}?digit=7#sigmoid-slider`);
  end();
  expect(linkTo('sigmoid-slider')).toContain('sigmoid-slider.w=3');
});

it('reads the parameters of one figure, and no more than makes sense', async () => {
  const { figureParams } = await freshLink();
  const params = new URLSearchParams({ 'a.w': '1', 'ab.w': '2', w: '3', 'a.': '4' });
  params.append('a.long', 'x'.repeat(2001));
  expect(figureParams(params, 'a')).toEqual({ w: '1', '': '4' });
  for (let i = 0; i < 50; i++) params.append(`a.k${i}`, '');
  expect(Object.keys(figureParams(params, 'a')).length).toBe(20);
  const hostile = figureParams(new URLSearchParams('?a.__proto__=1&a.constructor=2'), 'a');
  expect(Object.getPrototypeOf(hostile)).toBe(Object.prototype);
});
