import { afterEach, expect, it, vi } from 'vitest';
import { carry, drag, type Hand, placeIn } from '@/plot/drag.ts';

/** As the one pointer that a browser always knows: another could not be captured. */
const finger = { pointerType: 'touch', pointerId: 1, buttons: 1, bubbles: true };

let end: ReturnType<ReturnType<typeof drag>>;
afterEach(() => {
  end?.();
  document.body.replaceChildren();
});

/** A part of a picture with a hand on it, and what sends it pointer events. */
function show(more: Partial<Hand> = {}) {
  const part = document.createElement('div');
  document.body.append(part);
  const hand = { move: vi.fn(), ...more };
  end = drag(hand)(part);
  const point = (type: string, x: number, init: PointerEventInit = {}): boolean =>
    part.dispatchEvent(new PointerEvent(type, { ...finger, clientX: x, ...init }));
  return { hand, point };
}

it('moves what is held, from the first pixel on, and nothing after it was let go', () => {
  const { hand, point } = show();
  point('pointerdown', 50);
  expect(hand.move).not.toHaveBeenCalled();
  point('pointermove', 51);
  point('pointerup', 51);
  point('pointermove', 60);
  expect(hand.move).toHaveBeenCalledOnce();
});

it('where the page may scroll, heeds a finger that goes sideways, or a tap, and no other', () => {
  const { hand, point } = show({ scrolls: true });
  point('pointerdown', 50);
  point('pointermove', 53);
  point('pointercancel', 53);
  expect(hand.move).not.toHaveBeenCalled();
  point('pointerdown', 50);
  point('pointermove', 57);
  point('pointermove', 60);
  point('pointerup', 60);
  expect(hand.move).toHaveBeenCalledTimes(2);
  point('pointerdown', 80);
  point('pointerup', 80);
  expect(hand.move).toHaveBeenCalledTimes(3);
});

it('follows a mouse that passes where it may, and stands a pointer that is gone', () => {
  const { hand, point } = show({ hovers: true, scrolls: true });
  point('pointermove', 10, { pointerType: 'mouse', buttons: 0 });
  expect(hand.move).toHaveBeenCalledOnce();
  point('pointerdown', 10, { pointerId: 77 });
  point('pointermove', 90, { pointerId: 77 });
  expect(hand.move).toHaveBeenCalledOnce();
});

it('tells where a pointer is in a picture that is fitted into a smaller place, whichever part of it was met', () => {
  document.body.innerHTML =
    '<svg viewBox="0 0 400 200" style="position:absolute;left:30px;top:10px;width:200px;height:100px"><g></g></svg>';
  const svg = document.querySelector('svg') as SVGSVGElement;
  const places: unknown[] = [];
  svg.addEventListener('pointerdown', (event) => places.push(placeIn(event, 400)));
  const part = svg.querySelector('g') as SVGGElement;
  part.addEventListener('pointerdown', (event) => places.push(placeIn(event, 400)));
  part.dispatchEvent(new PointerEvent('pointerdown', { clientX: 80, clientY: 60, bubbles: true }));
  expect(places).toEqual([
    { x: 100, y: 100 },
    { x: 100, y: 100 },
  ]);
  svg.style.display = 'none';
  part.dispatchEvent(new PointerEvent('pointerdown', { clientX: 80, clientY: 60 }));
  expect(places.at(-1)).toBeNull();
});

it('carries what it holds without a jump', () => {
  const put = vi.fn();
  const hand = carry(
    ({ clientX: x, clientY: y }) => ({ x, y }),
    () => ({ x: 50, y: 50 }),
    put,
  );
  hand.take?.(new PointerEvent('pointerdown', { clientX: 53, clientY: 46 }));
  hand.move(new PointerEvent('pointermove', { clientX: 63, clientY: 46 }));
  expect(put).toHaveBeenCalledExactlyOnceWith({ x: 60, y: 50 });
});
