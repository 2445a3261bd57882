/** What a row of steps is handed, read anew whenever it is needed. */
export interface Score {
  readonly steps: number;
  /** May be out of range or no number at all. */
  readonly step: number;
  readonly isPlaying: boolean;
  readonly prefersStill: boolean;
}

/** Told to go somewhere, or to play or pause. */
export interface Player {
  readonly go: (step: number) => void;
  readonly play: (isPlaying: boolean) => void;
}

/** Going through steps 0 to steps - 1, by hand or by itself. It keeps no time: somebody calls `tick`. */
export class Playback {
  /** Whether anybody can see it: on screen, and its tab in front. */
  isSeen = $state(true);
  readonly #score: () => Score;
  readonly #player: Player;

  constructor(score: () => Score, player: Player) {
    this.#score = score;
    this.#player = player;
  }

  /** The step that it is on, which there is. */
  get step(): number {
    const { step } = this.#score();
    return Number.isFinite(step) ? Math.min(this.last, Math.max(0, Math.round(step))) : 0;
  }
  get last(): number {
    return Math.max(0, this.#score().steps - 1);
  }
  get isPlaying(): boolean {
    return this.#score().isPlaying && !this.#score().prefersStill;
  }
  /** Whether somebody should call `tick`. */
  get isRunning(): boolean {
    return this.isPlaying && this.isSeen;
  }

  /** Goes to a step by hand, which ends playing. */
  goTo(step: number): void {
    this.#player.play(false);
    this.#player.go(Number.isFinite(step) ? Math.min(this.last, Math.max(0, Math.round(step))) : 0);
  }

  /** Plays or pauses; from the end it plays from the start. For those who prefer less motion it goes one step. */
  toggle(): void {
    const { prefersStill } = this.#score();
    if (this.isPlaying) {
      this.#player.play(false);
      return;
    }
    const isAtEnd = this.step >= this.last;
    if (prefersStill) this.goTo(isAtEnd ? 0 : this.step + 1);
    else {
      if (isAtEnd) this.#player.go(0);
      this.#player.play(this.last > 0);
    }
  }

  /** One step on; at the end it stops. */
  tick(): void {
    if (!this.isPlaying) return;
    const next = this.step + 1;
    if (next <= this.last) this.#player.go(next);
    if (next >= this.last) this.#player.play(false);
  }
}
