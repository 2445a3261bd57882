/** Every widget with its specimens, found where they stand; none is named. The same on the server and in the browser. */
import type { Component } from 'svelte';
import type { Specimen } from '@/widgets/specimen.ts';

/** What `NAME.specimens.ts` exports. */
interface SpecimensFile {
  readonly specimens: readonly Specimen[];
  /** True for a widget that no script ever reaches. */
  readonly still?: boolean | undefined;
  /** False for a live widget that has no Reset, and then `whyNoReset` says why. */
  readonly hasReset?: boolean | undefined;
  readonly whyNoReset?: string | undefined;
}

/** A widget, and what there is of it to look at. */
export interface Found extends SpecimensFile {
  /** Room and name: 'neurons/SigmoidSlider'. */
  readonly widget: string;
  readonly component: Component<Record<string, unknown>>;
}

const files = import.meta.glob<SpecimensFile>('/src/widgets/*/*/*.specimens.ts', { eager: true });
const components = import.meta.glob<{ default: Found['component'] }>('/src/widgets/*/*/*.svelte', {
  eager: true,
});

/** All of them, by the alphabet. */
export const found: readonly Found[] = Object.entries(files)
  .map(([path, file]) => {
    const component = components[path.replace('.specimens.ts', '.svelte')]?.default;
    if (component === undefined) throw new Error(`${path} has no widget beside it.`);
    // The names of a module are no properties that a spread could copy, so they are called one by one.
    const { specimens, still, hasReset, whyNoReset } = file;
    // '/src/widgets/ROOM/FOLDER/NAME.specimens.ts'
    const [, , , room, , name] = path.split('/');
    const widget = `${room}/${name.replace('.specimens.ts', '')}`;
    return { widget, component, specimens, still, hasReset, whyNoReset };
  })
  .sort((one, other) => one.widget.localeCompare(other.widget, 'en'));

/** @throws Error where there is no such widget */
export function widgetOf(name: string): Found {
  const one = found.find(({ widget }) => widget === name);
  if (one === undefined) throw new Error(`No widget is called ${name}.`);
  return one;
}

/** Where one specimen can be looked at. */
export function addressOf(widget: string, index: number): string {
  return `/workbench/specimens/${widget}/${index}/`;
}
