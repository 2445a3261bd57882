import { memoryDrawings } from '@/reader/drawings/memory.ts';
import type { Specimen } from '../../specimen.ts';
import { FOUR, FOUR_OR_NINE, ROW, SCRIBBLE } from '../drawn.ts';
import { failing, model, used, waiting } from '../stand-ins.ts';
import type { Mode } from '../recogniser.svelte.ts';
import type { Start } from '../start.ts';
import { Demo, type DemoStart } from './demo.svelte.ts';
import type { DemoTools } from './demo-tools.ts';
import Drawings from './drawings/Drawings.svelte';
import Networks from './networks/Networks.svelte';
import { pageTools } from './page-tools.ts';
import type { AnyMode } from './mode-file.ts';
import Panels from './Panels.svelte';
import { picture } from './picture/picture.ts';
import { photographed } from './photographed.ts';
import { severalFrom } from './several/several.ts';
import Teach from './teach/Teach.svelte';

export const hasReset = false;
export const whyNoReset = 'The pad has its own Clear, and what it clears can be undone.';

/** The page's own, but what is kept lasts as long as the page. */
const tools: DemoTools = {
  ...pageTools,
  keepOwn: () => Promise.resolve(null),
  drawings: memoryDrawings([
    { strokes: FOUR.strokes, label: 4, said: 4 },
    { strokes: FOUR_OR_NINE.strokes, label: 4, said: null },
    { strokes: SCRIBBLE.strokes, label: 8, said: 3 },
  ]),
};

/** All of them, and all modes: a page of a specimen is built with its styles. */
const live = { Demo, Panels, here: { teach: Teach, networks: Networks, drawings: Drawings } };

type Props = Start & {
  readonly live: typeof live;
  readonly tools: DemoTools;
  readonly demoStart?: DemoStart;
  readonly modesHere?: Partial<Record<Mode, AnyMode>>;
  readonly mode?: Mode;
};

const modesHere = { several: severalFrom(), picture };

const base = { model, live, tools, modesHere };

export const specimens: readonly Specimen<Props>[] = [
  { name: 'blank', props: base },
  { name: 'a drawn 4', props: { ...base, first: FOUR } },
  { name: 'between a 4 and a 9', props: { ...base, first: FOUR_OR_NINE } },
  { name: 'no digit', props: { ...base, first: SCRIBBLE } },
  { name: 'loading', props: { ...base, first: FOUR, sources: waiting } },
  { name: 'failed', props: { ...base, first: FOUR, sources: failing } },
  { name: "the reader's own network", props: { ...base, first: FOUR, sources: used } },
  {
    name: 'several',
    props: { ...base, mode: 'several', modesHere: { ...modesHere, several: severalFrom(ROW) } },
  },
  {
    name: 'a picture',
    props: {
      ...base,
      mode: 'picture',
      modesHere: { ...modesHere, picture: photographed(FOUR.strokes) },
    },
  },
  { name: 'teach it', props: { ...base, first: FOUR_OR_NINE, demoStart: { open: 'teach' } } },
  {
    name: 'four networks',
    props: { ...base, first: FOUR_OR_NINE, demoStart: { open: 'networks' } },
  },
  { name: 'your drawings', props: { ...base, first: FOUR, demoStart: { open: 'drawings' } } },
];
