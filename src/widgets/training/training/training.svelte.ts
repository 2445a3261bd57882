import { TrainingClient, type ClientTools } from '@/training/client.ts';
import type { Goal } from '@/training/messages.ts';
import { canGo, initialState, type TrainingState } from '@/training/state.ts';
import { type Download, missing } from '../download.ts';
import { etaOf, FIRST, type Form, formFaults, formOf, planOf } from './form.ts';

/** The desk: the form of a plan, and the training as it stands. */
export class TrainingDesk {
  readonly form = $state<Form>({ ...FIRST });
  state = $state.raw<TrainingState>(initialState(null));
  /** Whether it is open: before the script has come, the page can only show it. */
  isReady = $state(false);
  /** Whether a change of the plan begins the run anew. */
  followsForm = $state(false);
  readonly eta = $derived(etaOf(this.form.etaPower));
  readonly faults = $derived(formFaults(this.form));
  readonly isGood = $derived(Object.keys(this.faults).length === 0);

  readonly #download: Download;
  #client: TrainingClient | null = null;

  constructor(download: Download) {
    this.#download = download;
  }

  /** Goes to work. @returns ends it */
  open(tools: ClientTools): () => void {
    const client = new TrainingClient(tools);
    this.#client = client;
    this.state = client.state;
    this.isReady = true;
    client.watch((state) => (this.state = state));
    return () => {
      client.dispose();
      this.#client = null;
      this.isReady = false;
    };
  }

  /** Bytes that a run by the form would fetch. */
  get missing(): number {
    return missing(this.#download, this.form.count, this.state.digits);
  }

  /** Bytes that bringing the kept run back would fetch. */
  get missingForKept(): number {
    return missing(this.#download, this.state.kept?.plan.count ?? 0, this.state.digits);
  }

  /** Begins a run by the form; does nothing while the form has faults. */
  start(goal: Goal = 'end'): void {
    if (this.isGood) this.#client?.start(planOf(this.form), goal);
  }

  /** One mini-batch or one epoch, of the run at hand or of a new one. */
  advance(goal: 'step' | 'epoch'): void {
    if (this.state.phase === 'idle') this.start(goal);
    else if (goal === 'step') this.#client?.step();
    else this.#client?.epoch();
  }

  bringBack(): void {
    if (this.state.kept) Object.assign(this.form, formOf(this.state.kept.plan));
    this.#client?.bringBack();
  }

  /** The large button: begins, pauses or goes on. */
  press(): void {
    if (this.state.phase === 'running') this.#client?.pause();
    else if (canGo(this.state)) this.#client?.resume();
    else this.start();
  }

  cancel(): void {
    this.#client?.cancel();
  }

  reset(): void {
    this.#client?.reset();
  }

  retry(): void {
    this.#client?.retry();
  }

  /** The form has changed: the run begins anew where the reader wants that, and has begun one. */
  changed(): void {
    const { plan } = this.state;
    if (!this.followsForm || !plan) return;
    if (JSON.stringify(planOf(this.form)) !== JSON.stringify(plan)) this.start();
  }
}
