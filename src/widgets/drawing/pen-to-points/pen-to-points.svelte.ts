import recorded from '@/digits/recorded-pen.json';
import { Pad } from '@/controls/pad/pad.svelte.ts';
import { applyErasers } from '@/digits/eraser.ts';
import type { Drawing } from '@/digits/strokes.ts';
import { oneOf, whole } from '@/reader/codec.ts';
import { missedBy, type PenEvent, replay, type Replayed, type Way, WAYS } from './pen-log.ts';

/** What there is to see: three strokes as Chromium handed them to a page (test/tools/record-pen.ts), and the reader's newest. */
export const STORIES = ['fast', 'taken', 'palm', 'own'] as const;
export type Story = (typeof STORIES)[number];
/** Who keeps the finger on the pad: it draws, or the browser scrolls the page with it. */
export const FINGERS = ['draws', 'scrolls'] as const;
export type Finger = (typeof FINGERS)[number];

/** A stroke of more events than these is not written down to its end. */
const MOST_EVENTS = 600;
/** How thick a recorded stroke is drawn, in parts of the pad. */
const WIDTH = 0.07;

export interface PenStart {
  readonly story?: Story;
  readonly way?: Way;
  /** The event that it has come to, from 0; the last if left out. */
  readonly step?: number;
}

function eventsOf(story: Story): readonly PenEvent[] {
  return story === 'own' ? [] : (recorded[story] as readonly PenEvent[]);
}

function drawingOf(strokes: Replayed['strokes']): Drawing {
  return strokes.map((points) => ({ points, width: WIDTH, erase: false }));
}

/** Pointer events one by one, what the page does with each, and the line that they give. */
export class PenToPoints {
  readonly #start: PenStart;
  #story = $state<Story>('fast');
  #own = $state.raw<readonly PenEvent[]>([]);
  /** Null for the last. */
  #step = $state<number | null>(null);
  #pad = $state.raw<Pad>(new Pad(applyErasers));
  way = $state<Way>('points');
  finger = $state<Finger>('draws');
  isPlaying = $state(false);

  constructor(start: PenStart = {}) {
    this.#start = start;
    this.reset();
  }

  /** What is drawn on: the ink as the page made it. */
  get pad(): Pad {
    return this.#pad;
  }
  get story(): Story {
    return this.#story;
  }
  /** Shows another stroke: a recorded one lies on the pad, for one's own the pad is blank. */
  show(story: Story): void {
    this.#story = story;
    this.#step = null;
    this.isPlaying = false;
    if (story === 'own') this.#own = [];
    const strokes = drawingOf(replay(eventsOf(story), 'points').strokes);
    this.#pad = new Pad(applyErasers, { digit: null, strokes });
    // A finger that passes over it scrolls; a tap wakes it.
    this.#pad.pointers.isAsleep = true;
  }
  get events(): readonly PenEvent[] {
    return this.#story === 'own' ? this.#own : eventsOf(this.#story);
  }
  /** The event that it has come to, from 0. */
  get step(): number {
    return this.#step ?? Math.max(0, this.events.length - 1);
  }
  set step(step: number) {
    if (!Number.isFinite(step)) return;
    const last = Math.max(0, this.events.length - 1);
    const to = Math.min(last, Math.max(0, Math.round(step)));
    this.#step = to === last ? null : to;
  }
  readonly #far: readonly PenEvent[] = $derived.by(() => this.events.slice(0, this.step + 1));
  /** What has come of the events so far, drawn through as is chosen. */
  readonly now: Replayed = $derived.by(() => replay(this.#far, this.way));
  /** What the page does with all of them, whatever is chosen. */
  readonly page: Replayed = $derived.by(() => replay(this.events, 'points'));
  /** How far the events alone miss the pen's way, in parts of the pad. */
  readonly missed: number = $derived.by(() => missedBy(this.events));
  /** The whole stroke as a drawing, drawn through in one way. */
  drawingBy(way: Way): Drawing {
    return drawingOf(replay(this.events, way).strokes);
  }

  /** An event on the pad. The first of a stroke, when no pointer was down, begins a new list. @param isFirst whether it is that */
  hear(event: PenEvent, isFirst: boolean): void {
    if (isFirst) {
      if (this.#story !== 'own') this.#pad.sketch.clear();
      this.#story = 'own';
      this.#own = [event];
    } else if (this.#story === 'own' && this.#own.length < MOST_EVENTS) {
      this.#own = [...this.#own, event];
    }
    this.#step = null;
    this.isPlaying = false;
  }

  get canReset(): boolean {
    const { story = 'fast', way = 'points', step } = this.#start;
    return (
      this.#story !== story ||
      this.way !== way ||
      this.finger !== 'draws' ||
      (this.#step ?? undefined) !== step ||
      this.isPlaying ||
      this.#pad.sketch.canUndo
    );
  }
  reset(): void {
    const { story = 'fast', way = 'points', step } = this.#start;
    this.#own = [];
    this.show(story);
    this.way = way;
    this.finger = 'draws';
    if (step !== undefined) this.step = step;
  }

  toLink(): Record<string, string> {
    const { story = 'fast', way = 'points', step } = this.#start;
    // What the reader drew stays here, for it is a list of hundreds of numbers: a link brings the blank pad.
    const isOwn = this.#story === 'own';
    return {
      ...(this.#story !== story && { stroke: this.#story }),
      ...(this.way !== way && { through: this.way }),
      ...(this.finger !== 'draws' && { finger: this.finger }),
      ...(!isOwn && (this.#step ?? undefined) !== step && { event: String(this.step) }),
    };
  }
  fromLink({ stroke, through, finger, event }: Readonly<Record<string, string | undefined>>): void {
    const story = oneOf(stroke, STORIES);
    if (story) this.show(story);
    this.way = oneOf(through, WAYS) ?? this.way;
    this.finger = oneOf(finger, FINGERS) ?? this.finger;
    this.step = whole(event, 0, MOST_EVENTS) ?? this.step;
  }
}
