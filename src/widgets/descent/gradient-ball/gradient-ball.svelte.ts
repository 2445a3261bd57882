/**
 * A ball on a landscape: where it stands, the way it came, and what each step makes of it. Long, for made-up landscapes and the measured
 * slice are one figure: what is one's alone stands in crowd.ts, landscapes.ts, step-runs.ts.
 */
import type { SliceClient } from '@/islands/slice-client.ts';
import { descend, type Stand, standAt, steepness } from '@/descent/descend.ts';
import {
  type Bend,
  curvatures,
  type Field,
  isInside,
  measureBend,
  type Point,
} from '@/descent/field.ts';
import { FILL_ORDER } from '@/descent/filling.ts';
import { measureNodes, Patches } from '@/descent/patches.ts';
import type { Slice } from '@/descent/slice.ts';
import { surfaces } from '@/descent/surfaces.ts';
import { type Valley, valleyBelow } from '@/descent/valley.ts';
import { NONE, otherwise, whole } from '@/reader/codec.ts';
import { log } from '@/network/elementary.ts';
import { CELLS } from '@/plot/surface/contours.ts';
import { GONE, placeOf, rollCrowd, sideOf, STILL, valleysOn, type Walker } from './crowd.ts';
import { type Landscape, type LandscapeKey, landscapes } from './landscapes.ts';
import { readRuns, writeRuns } from './step-runs.ts';

/** Where the widget begins. */
export interface Start {
  readonly landscape?: LandscapeKey;
  readonly x?: number;
  readonly y?: number;
  readonly eta?: number;
  /** Steps that the ball has taken. */
  readonly steps?: number;
  /** Whether a crowd of balls rolls too. */
  readonly crowd?: boolean;
}

/** Why a descent goes no further. */
export type End = 'gone' | 'rests' | 'most';

/** How far the surface view can be turned either way, in degrees. */
export const MOST_TURN = 30;
const FIRST: LandscapeKey = 'bowl';
/** Steps kept: more would be no more to see, and a link has room for them. */
export const MOST_STEPS = 200;
/** Cells to a side of a measured patch of the slice. */
const PER_PATCH = 6;

/** A ball on a landscape, its way, and all that follows. Derived numbers are getters: the server must see what the start says. */
export class GradientBall {
  #key = $state<LandscapeKey>(FIRST);
  #start = $state.raw<Point>({ x: 0, y: 0 });
  #eta = $state(1);
  /** The eta of every step taken. */
  #etas = $state.raw<readonly number[]>([]);
  /** Where the ball has been; empty while the landscape is not there. */
  #path = $state.raw<readonly Stand[]>([]);
  /** Steps that a link asks for and that are still to be taken. */
  #owed = $state.raw<readonly number[]>([]);
  hasCrowd = $state(false);
  /** Degrees that the surface view is turned. */
  turn = $state(0);
  isPlaying = $state(false);
  /** The slice that is being measured; held anew with every report, so that all that follows from its points is worked out anew. */
  #held = $state.raw<{ readonly client: SliceClient } | null>(null);
  /** What the ball rolls on there, which stays the same while its points come in. */
  #slice = $state.raw<Slice | null>(null);
  /** Why there is no slice, for the reader. */
  trouble = $state<string | null>(null);
  readonly #first: Start;
  /** What a link could say of it at first. */
  readonly #began: Readonly<Record<string, string>>;
  readonly #known = new WeakMap<Field, readonly Valley[]>();
  readonly #steepest = new WeakMap<Field, number>();

  constructor(first: Start = {}) {
    this.#first = first;
    this.#begin();
    this.#began = this.#says();
  }

  get key(): LandscapeKey {
    return this.#key;
  }
  /** Another landscape, with the ball where it lies there at first. */
  set key(key: LandscapeKey) {
    if (!(key in landscapes) || key === this.#key) return;
    this.#open(key);
  }
  get landscape(): Landscape {
    return landscapes[this.#key];
  }

  /** What the ball rolls on: exact. Null while the slice is not there. */
  get field(): Field | null {
    if (this.#key !== 'digits') return surfaces[this.#key];
    return this.#slice;
  }
  #patches: { readonly side: number; readonly of: SliceClient; readonly patches: Patches } | null =
    null;
  /** What the map shows: the landscape itself or, of the slice, a smooth surface through what has been measured. */
  get map(): Field | null {
    if (this.#key !== 'digits') return surfaces[this.#key];
    const client = this.#held?.client;
    const side = client?.filling.side ?? 0;
    if (client === undefined || side === 0) return null;
    if (this.#patches?.side !== side || this.#patches.of !== client) {
      const patches = client.filling.patches();
      if (patches === null) return null;
      this.#patches = { side, of: client, patches };
    }
    return this.#patches.patches;
  }
  /** Cells to a side in which the map's lines are looked for: few while little is measured, for there is little to find. */
  get cells(): number {
    const { map } = this;
    return map instanceof Patches ? Math.min(CELLS, PER_PATCH * (map.nodes.columns - 1)) : CELLS;
  }
  /** How many points of the slice have been measured. */
  get measured(): number {
    return this.#held?.client.filling.count ?? 0;
  }
  /** How many there are to measure. */
  readonly points = FILL_ORDER.length;
  /** Whether the landscape is there whole. */
  get isWhole(): boolean {
    return this.#key !== 'digits' || (this.#held?.client.filling.isDone ?? false);
  }

  /** Takes a slice that is being measured, or hears that more of it has come. */
  hear(client: SliceClient): void {
    this.#held = { client };
    this.#slice = client.slice;
    this.trouble = client.trouble;
    if (this.#key === 'digits' && this.#path.length === 0 && this.#slice) {
      this.#path = [standAt(this.#slice, this.#start)];
    }
  }
  get start(): Point {
    return this.#start;
  }
  get path(): readonly Stand[] {
    return this.#path;
  }
  /** Where the ball lies now. */
  get ball(): Stand | null {
    return this.#path[this.#path.length - 1] ?? null;
  }
  get steps(): number {
    return Math.max(0, this.#path.length - 1);
  }
  get etas(): readonly number[] {
    return this.#etas;
  }

  get eta(): number {
    return this.#eta;
  }
  /** Within the slider's range, to three digits. What is no number changes nothing. */
  set eta(eta: number) {
    if (!Number.isFinite(eta)) return;
    const [least, most] = this.landscape.etas;
    this.#eta = Number(Math.min(most, Math.max(least, eta)).toPrecision(3));
  }

  /** Where the next step leads; null where it goes no further. */
  get next(): Stand | null {
    const { field, ball } = this;
    return field && ball && this.end === null ? descend(field, ball, this.#eta) : null;
  }

  /** Why the ball goes no further; null while it does. */
  get end(): End | null {
    const { ball } = this;
    if (ball === null) return null;
    const side = sideOf(this.landscape.box);
    const { x, y } = ball;
    const step = this.#eta * steepness(ball);
    if (Math.hypot(x, y) > GONE * side || !(step < GONE * side)) return 'gone';
    if (step < STILL * side) return 'rests';
    return this.steps >= MOST_STEPS ? 'most' : null;
  }
  get isOnMap(): boolean {
    return this.ball !== null && isInside(this.landscape.box, this.ball);
  }

  /** Puts the ball down somewhere on the map: a new start. What is no number changes nothing. */
  place({ x, y }: Point): void {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return;
    const { box, places } = this.landscape;
    const within = ([low, high]: readonly [number, number], value: number): number =>
      Number(Math.min(high, Math.max(low, value)).toFixed(places)) + 0;
    this.#start = { x: within(box.x, x), y: within(box.y, y) };
    this.#etas = [];
    this.#owed = [];
    this.isPlaying = false;
    this.#path = this.field ? [standAt(this.field, this.#start)] : [];
  }

  /** One step on. @returns whether there was one to take */
  step(eta = this.#eta): boolean {
    const { field, ball } = this;
    if (field === null || ball === null || this.end !== null) return false;
    const next = descend(field, ball, eta);
    if (next === null) return false;
    this.#path = [...this.#path, next];
    this.#etas = [...this.#etas, eta];
    return true;
  }
  back(): void {
    if (this.steps === 0) return;
    this.#path = this.#path.slice(0, -1);
    this.#etas = this.#etas.slice(0, -1);
  }
  toStart(): void {
    this.#path = this.#path.slice(0, 1);
    this.#etas = [];
  }

  /** Whether a link's steps are still to be taken, and can be. */
  get owes(): boolean {
    return this.#owed.length > 0 && this.#path.length > 0;
  }
  /** Takes some of them: few on the slice, where each takes a millisecond or two. */
  pay(): void {
    const some = this.#owed.slice(0, this.#key === 'digits' ? 8 : MOST_STEPS);
    this.#owed = this.#owed.slice(some.length);
    if (!some.every((eta) => this.step(eta))) this.#owed = [];
  }

  /** The length of the steepest slope on the map: what arrows are measured by. */
  get steepest(): number {
    const { map } = this;
    if (map === null) return 1;
    let steepest = this.#steepest.get(map);
    if (steepest === undefined) {
      const isMeasured = map instanceof Patches;
      const { dxs, dys } = isMeasured ? map.nodes : measureNodes(map, this.landscape.box, 25);
      steepest = dxs.reduce((most, dx, i) => Math.max(most, Math.hypot(dx, dys[i])), 1e-12);
      this.#steepest.set(map, steepest);
    }
    return steepest;
  }

  /** The bottoms on the map, the deepest first; of the slice from left to right. Empty while the slice is not whole. */
  get valleys(): readonly Valley[] {
    const { map } = this;
    if (map === null || !this.isWhole) return [];
    let known = this.#known.get(map);
    if (known === undefined) {
      known = this.#findValleys(map);
      this.#known.set(map, known);
    }
    return known;
  }

  /** The valley that water from the start would run into; null where it runs off the map. */
  get valley(): Valley | null {
    const { map } = this;
    if (map === null || !this.isWhole) return null;
    const below = valleyBelow(map, this.landscape.box, this.#start, this.#bend(map));
    const place = below && placeOf(this.landscape.box, this.valleys, below);
    return place === null ? null : this.valleys[place];
  }
  /** Above this eta a ball leaps out of that valley: 2 / curvature at its bottom. */
  get limit(): number | null {
    const { valley, field } = this;
    if (valley === null || field === null) return null;
    if (this.#key !== 'digits') return 2 / valley.curvature;
    // The slice's bottom is found on the drawn map; how strongly it bends there is measured on the network itself.
    let limit = this.#limits.get(valley);
    if (limit === undefined) {
      limit = 2 / curvatures(measureBend(field, valley, 0.05))[0];
      this.#limits.set(valley, limit);
    }
    return limit;
  }
  readonly #limits = new WeakMap<Valley, number>();

  /** The crowd: a grid of balls with the same eta as ours, step for step. They roll over the map as it is drawn. */
  get crowd(): readonly Walker[] {
    const { map, isWhole } = this;
    if (!this.hasCrowd || map === null || !isWhole) return [];
    const eta = this.#eta;
    const etas = this.#etas;
    const held = this.#rolled;
    if (held?.map === map && held.eta === eta && held.etas === etas) return held.walkers;
    const { box } = this.landscape;
    const ground = { map, box, valleys: this.valleys, hasRim: this.#key === 'digits' };
    const walkers = rollCrowd(ground, etas, eta);
    this.#rolled = { map, eta, etas, walkers };
    return walkers;
  }
  #rolled: { map: Field; eta: number; etas: readonly number[]; walkers: Walker[] } | null = null;

  /** The height of a cost in the surface view, 0 to 1. */
  heightOf(value: number): number {
    const { levels, isLog } = this.landscape;
    const of = (cost: number): number => (isLog ? log(Math.max(1e-6, cost)) : cost);
    const low = isLog ? of(0.75 * levels[0]) : 0;
    const high = of(levels[levels.length - 1] + (isLog ? 0.5 : levels[0]));
    return Math.min(1, Math.max(0, (of(value) - low) / (high - low)));
  }

  get canReset(): boolean {
    return this.isPlaying || Object.keys(this.toLink()).length > 0;
  }
  reset(): void {
    this.#begin();
  }

  /** All that a link can say of it. */
  #says(): Record<string, string> {
    const { x, y } = this.#start;
    return {
      on: this.#key,
      at: `${x},${y}`,
      eta: String(this.#eta),
      steps: writeRuns([...this.#etas, ...this.#owed]) || NONE,
      crowd: this.hasCrowd ? '1' : '0',
      turn: String(this.turn),
    };
  }

  /** On another landscape nothing is as at first, and each has its own beginning. */
  toLink(): Record<string, string> {
    const { start, eta } = this.landscape;
    if (this.#key === this.#began['on']) return otherwise(this.#says(), this.#began);
    return otherwise(this.#says(), {
      ...{ at: `${start.x},${start.y}`, eta: String(eta), steps: NONE, crowd: '0' },
      turn: this.#began['turn'],
    });
  }

  /** Anybody may have written it: what makes no sense is left out. */
  fromLink({ on, at, eta, steps, crowd, turn }: Readonly<Record<string, string>>): void {
    if (on !== undefined && Object.hasOwn(landscapes, on)) this.key = on as LandscapeKey;
    const [x, y, ...rest] = (at ?? '').split(',').map((text) => (text === '' ? NaN : Number(text)));
    if (rest.length === 0) this.place({ x, y: y ?? NaN });
    if (eta !== undefined && eta !== '') this.eta = Number(eta);
    if (crowd === '0' || crowd === '1') this.hasCrowd = crowd === '1';
    this.turn = whole(turn, -MOST_TURN, MOST_TURN) ?? this.turn;
    const taken = steps ?? (this.#key === this.#began['on'] ? this.#began['steps'] : NONE);
    this.place(this.#start);
    this.#owed = readRuns(taken, this.landscape.etas, MOST_STEPS);
    if (this.owes) this.pay();
  }

  #begin(): void {
    const { landscape = FIRST, x, y, eta, steps = 0, crowd = false } = this.#first;
    this.turn = 0;
    this.trouble = this.#held?.client.trouble ?? null;
    this.#open(landscape);
    this.hasCrowd = crowd;
    const { start } = this.landscape;
    this.place({ x: x ?? start.x, y: y ?? start.y });
    this.eta = eta ?? this.landscape.eta;
    this.#owed = Array.from({ length: steps }, () => this.#eta);
    if (this.owes) this.pay();
  }

  #open(key: LandscapeKey): void {
    this.#key = key;
    this.hasCrowd = false;
    this.#eta = this.landscape.eta;
    this.place(this.landscape.start);
  }

  /** How the map bends: known of the surfaces, measured on the slice itself. */
  #bend(map: Field): (point: Point) => Bend {
    if (this.#key !== 'digits') {
      const surface = surfaces[this.#key];
      return ({ x, y }) => surface.bendAt(x, y);
    }
    return (point) => measureBend(map, point, 0.5);
  }

  #findValleys(map: Field): Valley[] {
    const found = valleysOn(map, this.landscape.box, this.#bend(map));
    // On the slice A is the valley of the network called A, on the left.
    return found.sort((a, b) => (this.#key === 'digits' ? a.x - b.x : a.value - b.value));
  }
}
