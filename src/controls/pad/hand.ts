/**
 * Which of several pointers holds the pen. A pure rule, so that palms and second fingers can be tested without a screen:
 * one pointer draws at a time; once a stylus was seen, fingers and palms leave no ink; a stylus takes over from a finger.
 */
export interface Hand {
  /** The pointer that draws, by pointerId; null while none does. */
  readonly holder: { readonly id: number; readonly type: string } | null;
  readonly stylusSeen: boolean;
}

/** What the rule needs to know of a PointerEvent. */
export interface Contact {
  readonly pointerId: number;
  /** 'mouse', 'touch', 'pen', or '' where the browser does not know. */
  readonly pointerType: string;
  /** The bit field of PointerEvent.buttons. */
  readonly buttons: number;
}

/** What a press amounts to. 'refused' is a finger or palm that a stylus rules out, 'ignored' anything else that does not draw. */
export type Press = 'draw' | 'erase' | 'refused' | 'ignored';

export const EMPTY_HAND: Hand = { holder: null, stylusSeen: false };

const PRIMARY = 1;
const ERASER_END = 32;

/** A stylus that hovers is seen too: a palm often lands before its tip does. */
export function notice(hand: Hand, { pointerType }: Contact): Hand {
  return pointerType === 'pen' && !hand.stylusSeen ? { ...hand, stylusSeen: true } : hand;
}

/**
 * A pointer came down on the pad.
 * @returns the hand afterwards, what the press amounts to, and whether the stroke under way is to be taken back (the palm that
 * came before the stylus did)
 */
export function press(
  before: Hand,
  contact: Contact,
): { hand: Hand; press: Press; takeBack: boolean } {
  const hand = notice(before, contact);
  const { pointerId, pointerType, buttons } = contact;
  const refused = pointerType === 'touch' && hand.stylusSeen;
  const erase = pointerType === 'pen' && (buttons & ERASER_END) !== 0;
  const takesOver = pointerType === 'pen' && hand.holder?.type === 'touch';
  if (refused) return { hand, press: 'refused', takeBack: false };
  if (hand.holder !== null && !takesOver) return { hand, press: 'ignored', takeBack: false };
  if (!erase && (buttons & PRIMARY) === 0) return { hand, press: 'ignored', takeBack: false };
  return {
    hand: { ...hand, holder: { id: pointerId, type: pointerType } },
    press: erase ? 'erase' : 'draw',
    takeBack: takesOver,
  };
}

export function holds(hand: Hand, { pointerId }: Contact): boolean {
  return hand.holder?.id === pointerId;
}

/** The pointer that drew went up, was cancelled or got lost. */
export function release(hand: Hand): Hand {
  return { ...hand, holder: null };
}

/** The stylus was put away: fingers draw again, until it is next seen. */
export function welcomeFingers(hand: Hand): Hand {
  return { ...hand, stylusSeen: false };
}
