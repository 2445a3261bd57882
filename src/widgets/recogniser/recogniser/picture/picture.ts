/** A picture of a digit: comes when it is chosen. */
import { everySecond } from '@/islands/every-second.ts';
import { type AnyMode, modeOf } from '../mode-file.ts';
import { pixelsOf } from './look.ts';
import PicturePlace from './PicturePlace.svelte';
import PictureTools from './PictureTools.svelte';
import { PictureState } from './picture.svelte.ts';

export const picture: AnyMode = modeOf<PictureState>({
  begin: (recogniser) =>
    new PictureState(recogniser, {
      link: {
        createWorker: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
        everySecond,
      },
      open: (file) =>
        pixelsOf(file, (width, height) => {
          const context = Object.assign(document.createElement('canvas'), {
            width,
            height,
          }).getContext('2d');
          if (context === null) throw new Error('There is no canvas.');
          return context;
        }),
    }),
  Place: PicturePlace,
  Tools: PictureTools,
  how: 'its ink, centred by its weight',
  take: (state, file) => state.take(file),
});
