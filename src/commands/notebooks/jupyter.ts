import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';

/** The forms of something shown, by their MIME types. */
export type Forms = Readonly<Record<string, string>>;

/** Values name their forms by this, in Deno's kernel and here. */
const DISPLAY = Symbol.for('Jupyter.display');

/** The forms in which a value asks to be shown; any other value is shown as Node prints it. */
export async function formsOf(value: unknown): Promise<Forms> {
  const show = (value as Record<symbol, unknown> | null)?.[DISPLAY];
  if (typeof show === 'function') return (await show.call(value)) as Forms;
  return { 'text/plain': inspect(value) };
}

function shown(forms: Forms): object {
  return { [DISPLAY]: () => forms };
}

/** md`…`, html`…`, svg`…`: text in one form. */
function tag(mime: string) {
  return (text: TemplateStringsArray, ...values: readonly unknown[]): object =>
    shown({ [mime]: String.raw({ raw: text }, ...values) });
}

/** A PNG or JPEG file, by its path or its bytes. */
function image(source: string | Uint8Array): object {
  const bytes = typeof source === 'string' ? readFileSync(source) : source;
  const type = bytes[0] === 0xff ? 'image/jpeg' : 'image/png';
  return shown({ [type]: Buffer.from(bytes).toString('base64') });
}

/**
 * What `Deno.jupyter` offers to a notebook for showing things, so that the same cells run here.
 * @param put takes what is shown before a cell's end
 */
export function createJupyter(put: (forms: Forms) => void): Readonly<Record<string, unknown>> {
  return {
    $display: DISPLAY,
    md: tag('text/markdown'),
    html: tag('text/html'),
    svg: tag('image/svg+xml'),
    image,
    /** With { raw: true } the value is the forms themselves. */
    async display(value: unknown, { raw = false } = {}): Promise<void> {
      put(raw ? (value as Forms) : await formsOf(value));
    },
  };
}
