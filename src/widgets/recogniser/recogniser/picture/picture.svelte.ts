import { Pad } from '@/controls/pad/pad.svelte.ts';
import { applyErasers } from '@/digits/eraser.ts';
import { type LinkTools, WorkerLink } from '@/training/worker-link.ts';
import type { Answer, RecogniserState } from '../../recogniser.svelte.ts';
import type { LookOrder, LookReport, Pixels, Seen } from './look.ts';

/** Where a picture is on its way. */
export type Stage = 'none' | 'looking' | 'seen' | 'no picture' | 'lost';

/** Seconds that the worker may take for a picture: the largest photographs of a slow phone. */
const PATIENCE = 30;

export interface PictureTools {
  readonly link: LinkTools;
  /** Opens a file where the worker cannot. @throws where it is no picture */
  readonly open: (file: Blob) => Promise<Pixels>;
}

const ANSWERS: Readonly<Record<Exclude<Stage, 'seen'> | 'no ink', Answer>> = {
  none: say('Show it a digit.', 'A picture of one digit: on paper, on a card, on a board.'),
  looking: say('One moment.', 'It is looking for ink.'),
  'no ink': say(
    'No ink found.',
    'Try a darker pen or less shadow, and have all of the digit in it.',
  ),
  'no picture': say('That is no picture.', 'Your browser could not open it. Try a JPEG or a PNG.'),
  lost: say('It could not look.', 'The part that looks at pictures broke down. Choose it again.'),
};

function say(headline: string, reason: string): Answer {
  return { headline, reason: [reason], brief: [headline, ' ', reason] };
}

/** A picture of the reader's: what was seen in it, and what was made of it. */
export class PictureState {
  stage = $state<Stage>('none');
  /** What was seen last; null before. */
  seen = $state.raw<Seen | null>(null);

  readonly #recogniser: RecogniserState;
  readonly #tools: PictureTools;
  readonly #link: WorkerLink<LookOrder, LookReport>;
  #asked = 0;
  #file: Blob | null = null;

  constructor(recogniser: RecogniserState, tools: PictureTools) {
    this.#recogniser = recogniser;
    this.#tools = tools;
    this.#link = new WorkerLink<LookOrder, LookReport>(tools.link, {
      hear: (report) => void this.#hear(report),
      lose: () => this.#go('lost'),
      patience: PATIENCE,
      isAwaited: () => this.stage === 'looking',
    });
    this.#show();
  }

  /** Looks at a picture file. */
  take(file: Blob): void {
    this.#file = file;
    this.#ask(file);
  }

  /** Takes the picture away. */
  clear(): void {
    this.#asked++;
    this.#file = null;
    this.seen = null;
    this.#go('none');
  }

  #ask(picture: Blob | Pixels): void {
    const id = ++this.#asked;
    this.#go('looking');
    if (this.#link.start()) this.#link.post({ id, picture });
  }

  async #hear(report: LookReport): Promise<void> {
    if (report.id !== this.#asked) return;
    if (report.kind === 'seen') {
      this.seen = report.seen;
      this.#go('seen');
    } else if (report.kind === 'unknown') this.#refuse();
    else if (this.#file) {
      try {
        const pixels = await this.#tools.open(this.#file);
        if (report.id === this.#asked) this.#ask(pixels);
      } catch {
        if (report.id === this.#asked) this.#refuse();
      }
    }
  }

  #refuse(): void {
    this.seen = null;
    this.#go('no picture');
  }

  #go(stage: Stage): void {
    this.stage = stage;
    this.#show();
  }

  /** Lays what was found before the page. */
  #show(): void {
    const { stage, seen } = this;
    const picture = stage === 'seen' ? seen?.found?.image : undefined;
    const sheet = { digit: null, strokes: [] };
    this.#recogniser.show('picture', {
      pad: new Pad(applyErasers, picture ? { ...sheet, picture } : sheet),
      answer: picture ? null : ANSWERS[stage === 'seen' ? 'no ink' : stage],
    });
  }
}
