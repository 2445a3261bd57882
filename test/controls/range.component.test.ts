import { afterEach, expect, it, vi } from 'vitest';
import { keepsWhileScrolled } from '@/controls/range.ts';

const finger = { pointerType: 'touch', pointerId: 1, isPrimary: true, bubbles: true };

afterEach(() => document.body.replaceChildren());

/** A native range at 20, and a finger on it: browsers move the thumb to 70 at the first touch. */
function show() {
  const range = document.createElement('input');
  range.type = 'range';
  range.value = '20';
  document.body.append(range);
  let known = 20;
  keepsWhileScrolled(() => known)(range);
  const heard = vi.fn();
  document.body.addEventListener('input', () => void heard(range.value), { once: true });
  const point = (type: string, x: number): boolean =>
    range.dispatchEvent(new PointerEvent(type, { ...finger, clientX: x }));
  const press = (): void => {
    point('pointerdown', 70);
    range.value = '70';
    range.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const put = (value: number): void => {
    known = value;
    range.value = String(value);
  };
  return { range, heard, point, press, put };
}

it('tells nobody of a touch that scrolls the page, and stands where it stood', () => {
  const { range, heard, point, press } = show();
  press();
  point('pointercancel', 70);
  expect(range.value).toBe('20');
  expect(heard).not.toHaveBeenCalled();
});

it('tells of a tap when the finger lifts, and of a drag once it goes sideways', () => {
  const tapped = show();
  tapped.press();
  expect(tapped.heard).not.toHaveBeenCalled();
  tapped.point('pointerup', 70);
  expect(tapped.heard).toHaveBeenCalledExactlyOnceWith('70');
  document.body.replaceChildren();
  const dragged = show();
  dragged.press();
  dragged.point('pointermove', 80);
  expect(dragged.heard).toHaveBeenCalledExactlyOnceWith('70');
});

it('stays in step with the page while it is open what a finger is about, though the page changes the value meanwhile', () => {
  const { range, heard, press, put } = show();
  press();
  expect(range.value).toBe('20');
  put(0);
  range.value = '70';
  range.dispatchEvent(new Event('input', { bubbles: true }));
  expect(range.value).toBe('0');
  expect(heard).not.toHaveBeenCalled();
});

it('is an ordinary range to a mouse and to keys', () => {
  const { range, heard } = show();
  range.value = '30';
  range.dispatchEvent(new Event('input', { bubbles: true }));
  expect(heard).toHaveBeenCalledExactlyOnceWith('30');
});
