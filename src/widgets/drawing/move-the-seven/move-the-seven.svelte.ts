import { CENTRE, centreOfMass } from '@/digits/preprocess.ts';
import { type Shift, shifted, toBox } from '@/digits/shift.ts';
import type { Network } from '@/network/network.ts';
import { oneOf, whole } from '@/reader/codec.ts';
import { readImage, type Reading } from '@/recogniser/recognise.ts';
import { MEASURED, type Measured, MOST } from './shift-record.ts';

/** What is moved: a real 7, a real 9, or what the reader has on the page. */
export const SUBJECTS = ['seven', 'nine', 'mine'] as const;
export type Subject = (typeof SUBJECTS)[number];
/** Who reads it: those that were measured, and the reader's own where there is one. */
export type Name = Measured | 'own';
/** Where it may stand by a rule. */
export type Rule = 'box' | 'mass';

/** A picture to move, and what its writer meant; null where nobody said. */
export interface Movable {
  readonly pixels: Float64Array;
  readonly label: number | null;
}

export interface MoveStart {
  readonly subject?: Subject;
  readonly network?: Measured;
  readonly rule?: Rule;
}

const SIDE = 28;
/** Pixels that it can be moved to the left or right: half of it is gone then. Up and down it goes as far as was measured. */
export const MOST_ACROSS = SIDE / 2;

/** A digit that is moved from its box's middle to its centre of mass, pixel by pixel, and how a network reads it there. */
export class MoveTheSeven {
  readonly #subjects: Readonly<Record<Subject, () => Movable>>;
  readonly #networks: Readonly<Record<Measured, Network>>;
  readonly #own: () => Network | null;
  readonly #start: Required<MoveStart>;
  #subject = $state<Subject>('seven');
  #network = $state<Name>('classic');
  /** Whole pixels away from where MNIST's rule puts it, to the right and down; null while it stands by a rule. */
  #free = $state.raw<Shift | null>(null);
  #rule = $state<Rule>('box');

  constructor(
    subjects: Readonly<Record<Subject, () => Movable>>,
    networks: Readonly<Record<Measured, Network>>,
    own: () => Network | null,
    { subject = 'seven', network = 'classic', rule = 'box' }: MoveStart = {},
  ) {
    this.#subjects = subjects;
    this.#networks = networks;
    this.#own = own;
    this.#start = { subject, network, rule };
    this.reset();
  }

  get subject(): Subject {
    return this.#subject;
  }
  /** Another digit stands by the middle of its box at first. */
  set subject(subject: Subject) {
    if (subject === this.#subject) return;
    this.#subject = subject;
    this.stand('box');
  }
  get digit(): Movable {
    return this.#subjects[this.#subject]();
  }

  /** Who reads: the classic network, where the reader's own was chosen and is gone. */
  get network(): Name {
    return this.#network === 'own' && this.#own() === null ? 'classic' : this.#network;
  }
  set network(name: Name) {
    this.#network = name;
  }
  get names(): readonly Name[] {
    return this.#own() === null ? MEASURED : [...MEASURED, 'own'];
  }

  /** How far it is from where MNIST's rule puts it: whole pixels to the right and down. */
  get shift(): Shift {
    if (this.#free) return this.#free;
    return this.#rule === 'mass' ? { x: 0, y: 0 } : clamped(toBox(this.digit.pixels));
  }
  /** By which rule it stands now, wherever it came from; null for neither. */
  get rule(): Rule | null {
    const { x, y } = this.shift;
    if (x === 0 && y === 0) return 'mass';
    const box = clamped(toBox(this.digit.pixels));
    return x === box.x && y === box.y ? 'box' : null;
  }
  stand(rule: Rule): void {
    this.#free = null;
    this.#rule = rule;
  }
  /** Moves it to so many pixels from where MNIST's rule puts it; to the nearest whole ones that there are. */
  move({ x, y }: Shift): void {
    if (Number.isFinite(x) && Number.isFinite(y)) this.#free = clamped({ x, y });
  }

  readonly picture: Float64Array = $derived.by(() => shifted(this.digit.pixels, this.shift));
  readonly reading: Reading = $derived.by(() => {
    const { network } = this;
    const reader = network === 'own' ? this.#own() : null;
    const measured = this.#networks[network === 'own' ? 'classic' : network];
    return readImage(reader ?? measured, this.picture);
  });
  /** Where the digit's centre of mass lies, in pixels from the upper left: as it was given, moved. The middle for a blank picture. */
  get mass(): { readonly x: number; readonly y: number } {
    const { x, y } = this.shift;
    const mass = centreOfMass(this.digit.pixels, SIDE) ?? { x: CENTRE, y: CENTRE };
    return { x: mass.x + x, y: mass.y + y };
  }

  get canReset(): boolean {
    const { subject, network, rule } = this.#start;
    return this.#subject !== subject || this.#network !== network || this.#isOff(rule);
  }
  #isOff(rule: Rule): boolean {
    return this.#free !== null || this.#rule !== rule;
  }
  reset(): void {
    this.#subject = this.#start.subject;
    this.#network = this.#start.network;
    this.stand(this.#start.rule);
  }

  toLink(): Record<string, string> {
    const { subject, network, rule } = this.#start;
    const { x, y } = this.shift;
    return {
      ...(this.#subject !== subject && { digit: this.#subject }),
      ...(this.#network !== network && { net: this.#network }),
      ...(this.#free === null && this.#rule !== rule && { at: this.#rule }),
      ...(this.#free !== null && { right: String(x), down: String(y) }),
    };
  }
  fromLink({ digit, net, at, right, down }: Readonly<Record<string, string | undefined>>): void {
    this.#subject = oneOf(digit, SUBJECTS) ?? this.#subject;
    this.#network = oneOf(net, [...MEASURED, 'own'] as const) ?? this.#network;
    this.#rule = oneOf(at, ['box', 'mass'] as const) ?? this.#rule;
    const [x, y] = [whole(right, -MOST_ACROSS, MOST_ACROSS), whole(down, -MOST, MOST)];
    if (x !== null && y !== null) this.move({ x, y });
  }
}

/** Whole pixels within what can be moved. */
function clamped({ x, y }: Shift): Shift {
  const within = (v: number, most: number): number =>
    Math.min(most, Math.max(-most, Math.round(v))) + 0;
  return { x: within(x, MOST_ACROSS), y: within(y, MOST) };
}
