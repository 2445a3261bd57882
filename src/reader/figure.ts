import { onMount, untrack } from 'svelte';
import { currentIsland } from '@/islands/island.ts';
import { figureParams, type Params, speakForFigure } from './link.ts';

/** How a widget's own state gets into a link and out of it. */
export interface FigureState {
  /** What the link should say; short keys, plain values. Empty while the widget is as it began. */
  toLink(): Params;
  /** Called once, after the widget was mounted, where the link says something of it. Anybody may have written it: must not throw. */
  fromLink(params: Params): void;
}

/**
 * Puts a widget's own state into the links to its figure. Called by the widget itself while it is created, not by a part shown later. The figure is the element with
 * `data-figure` round the widget's island; where there is none, as in most tests, this does nothing.
 */
export function useFigure(figure: FigureState): void {
  const id = currentIsland()?.closest('[data-figure]')?.id;
  if (!id) return;
  onMount(() => {
    const params = figureParams(new URLSearchParams(location.search), id);
    if (Object.keys(params).length > 0) figure.fromLink(params);
    return speakForFigure(id, () => figure.toLink());
  });
}

/**
 * A widget's own state, made once and put into the links to its figure: `beginFigure(() => new State({ ...props }))`. Called as `useFigure`
 * is. @param make reads the props as they are now, and follows them no further
 */
export function beginFigure<F extends FigureState>(make: () => F): F {
  const figure = untrack(make);
  useFigure({ toLink: () => figure.toLink(), fromLink: (params) => figure.fromLink(params) });
  return figure;
}
