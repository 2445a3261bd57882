/** Every widget has specimens, so that the contract of figures (test/e2e/contract) goes over it; none is named here or there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../src/network/files.ts';
import { model } from '../../src/widgets/recogniser/stand-ins.ts';
import { factsOf } from '../../src/widgets/recogniser/view.ts';
import type { Specimen } from '../../src/widgets/specimen.ts';

interface SpecimensFile {
  readonly specimens?: readonly Specimen[];
  readonly still?: unknown;
  readonly hasReset?: unknown;
  readonly whyNoReset?: unknown;
}

const root = path.join(import.meta.dirname, '../../src/widgets');
const files = import.meta.glob<SpecimensFile>('../../src/widgets/*/*/*.specimens.ts');

const kebab = (name: string): string =>
  name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase();

/** 'neurons/sigmoid-slider/SigmoidSlider' for each file of src/widgets that ends so. */
const named = (ending: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort();

/** A folder of widgets holds one folder for each, of its name; what else is drawn in it are the widget's parts. */
const folders = readdirSync(root, { withFileTypes: true })
  .filter((room) => room.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(path.join(root, name), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${name}/${entry.name}`),
  );
const widgets = named('.svelte').filter((file) => {
  const [, folder, name] = file.split('/');
  return folder === kebab(name ?? '');
});

it('there are widgets to hold to it', () => {
  expect(widgets.length).toBeGreaterThan(0);
});

it('each folder has its widget', () => {
  expect(widgets.map((widget) => path.posix.dirname(widget)).sort()).toEqual(folders.sort());
});

it('specimens stand beside the widget that they show', () => {
  expect(named('.specimens.ts').filter((widget) => !widgets.includes(widget))).toEqual([]);
});

describe.each(widgets)('%s', (widget) => {
  const file = `../../src/widgets/${widget}.specimens.ts`;

  it('has specimens, each with a name of its own', async () => {
    expect(existsSync(path.join(root, `${widget}.specimens.ts`)), 'a file of specimens').toBe(true);
    const { specimens = [] } = await files[file]();
    const names = specimens.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.trim() === '')).toEqual([]);
  });

  it('is a still or has a Reset, or says why it has none', async () => {
    const { still, hasReset, whyNoReset } = await files[file]();
    expect([undefined, true]).toContain(still);
    expect([undefined, false]).toContain(hasReset);
    if (hasReset === false) expect(String(whyNoReset).length).toBeGreaterThan(20);
    if (still === true) {
      // What no script reaches needs none.
      const source = readFileSync(path.join(root, `${widget}.svelte`), 'utf8');
      expect(source).not.toMatch(/\son[a-z]+=|\bbind:|\$effect\b/);
    }
  });
});

it('what the specimens of the recogniser say of the network is true of the one that we ship', () => {
  const url = new URL('../../public/models/recogniser.safetensors', import.meta.url);
  expect(model).toEqual(factsOf(readModel(readFileSync(url)), model.name, model.url));
});
