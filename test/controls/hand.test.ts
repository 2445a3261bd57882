import { describe, expect, it } from 'vitest';
import {
  type Hand,
  EMPTY_HAND,
  holds,
  notice,
  press,
  release,
  welcomeFingers,
} from '../../src/controls/pad/hand.ts';

const mouse = { pointerId: 1, pointerType: 'mouse', buttons: 1 };
const finger = { pointerId: 2, pointerType: 'touch', buttons: 1 };
const palm = { pointerId: 3, pointerType: 'touch', buttons: 1 };
const stylus = { pointerId: 4, pointerType: 'pen', buttons: 1 };

const after = (...contacts: (typeof mouse)[]): Hand =>
  contacts.reduce((hand, contact) => press(hand, contact).hand, EMPTY_HAND);

describe('press', () => {
  it.each([
    ['the main button of a mouse', mouse, 'draw'],
    ['another button of a mouse', { ...mouse, buttons: 2 }, 'ignored'],
    ['a finger', finger, 'draw'],
    ['a stylus', stylus, 'draw'],
    ['a stylus turned round', { ...stylus, buttons: 32 }, 'erase'],
    ['the side button of a stylus', { ...stylus, buttons: 2 }, 'ignored'],
    ['a pointer of an unknown kind', { ...mouse, pointerType: '' }, 'draw'],
  ])('of %s', (_, contact, expected) => {
    expect(press(EMPTY_HAND, contact).press).toBe(expected);
  });

  it('lets one pointer draw at a time', () => {
    const hand = after(finger);
    const second = press(hand, palm);
    expect(second).toEqual({ hand, press: 'ignored', takeBack: false });
    expect(holds(second.hand, finger)).toBe(true);
    expect(press(release(second.hand), palm).press).toBe('draw');
  });

  it('refuses palms and fingers once a stylus was seen, even when it was lifted', () => {
    const hand = release(after(stylus));
    expect(press(hand, palm).press).toBe('refused');
    expect(press(hand, palm).hand.holder).toBeNull();
    expect(press(hand, mouse).press).toBe('draw');
    expect(press(hand, stylus).press).toBe('draw');
  });

  it('refuses the palm that lands while the stylus still hovers', () => {
    expect(press(notice(EMPTY_HAND, { ...stylus, buttons: 0 }), palm).press).toBe('refused');
  });

  it('lets the stylus take over from the palm that landed first, whose ink is taken back', () => {
    const { hand, press: what, takeBack } = press(after(palm), stylus);
    expect([what, takeBack]).toEqual(['draw', true]);
    expect(holds(hand, stylus)).toBe(true);
    expect(holds(hand, palm)).toBe(false);
  });

  it('does not let a stylus interrupt a mouse', () => {
    expect(press(after(mouse), stylus)).toMatchObject({ press: 'ignored', takeBack: false });
  });

  it('lets fingers draw again when they are welcomed back', () => {
    expect(press(welcomeFingers(release(after(stylus))), finger).press).toBe('draw');
  });
});
