import { writeFileSync } from 'node:fs';
import { fromFile } from '../command-line.ts';

/** Text in a notebook: whole, or in lines that keep their ends. */
export type Text = string | readonly string[];

/** What a cell printed. */
export interface Stream {
  readonly output_type: 'stream';
  readonly name: 'stdout' | 'stderr';
  readonly text: Text;
}

/** What a cell showed, in one or more forms by their MIME types. */
export interface Display {
  readonly output_type: 'display_data' | 'execute_result';
  readonly data: Readonly<Record<string, Text>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly execution_count?: number;
}

export type Output = Stream | Display;

export interface Cell {
  readonly cell_type: 'code' | 'markdown' | 'raw';
  readonly id?: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly source: Text;
  /** Of code cells alone, as is the count of executions. */
  readonly outputs?: readonly Output[];
  readonly execution_count?: number | null;
}

/** A Jupyter notebook, nbformat 4. */
export interface Notebook {
  readonly cells: readonly Cell[];
  readonly metadata: { readonly kernelspec: { readonly language: string } };
  readonly nbformat: 4;
  readonly nbformat_minor: number;
}

/**
 * Opens a notebook.
 * @throws Error that names the file, when it is not a notebook of nbformat 4 that says its language
 */
export function readNotebook(file: string): Notebook {
  return fromFile(file, (bytes) => {
    const found: unknown = JSON.parse(bytes.toString('utf8'));
    if (!isNotebook(found)) {
      throw new Error(`${file} is not a notebook of nbformat 4 with a language in its kernelspec.`);
    }
    return found;
  });
}

function isNotebook(value: unknown): value is Notebook {
  const { cells, metadata, nbformat } = (value ?? {}) as Partial<Notebook>;
  return (
    nbformat === 4 && Array.isArray(cells) && typeof metadata?.kernelspec?.language === 'string'
  );
}

/** Writes a notebook as Jupyter itself does, so that opening and saving it there changes nothing. */
export function writeNotebook(file: string, notebook: Notebook): void {
  writeFileSync(file, `${JSON.stringify(sorted(notebook), null, 1)}\n`);
}

/** The same value with the keys of its objects in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

export function whole(text: Text): string {
  return typeof text === 'string' ? text : text.join('');
}

/** A text in lines that keep their ends, as notebooks hold it. */
export function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The notebook's code, cell by cell. */
export function codeOf(notebook: Notebook): string[] {
  return notebook.cells
    .filter(({ cell_type }) => cell_type === 'code')
    .map(({ source }) => whole(source));
}

/** What its code cells have stored. */
export function outputsOf(notebook: Notebook): (readonly Output[])[] {
  return notebook.cells
    .filter(({ cell_type }) => cell_type === 'code')
    .map(({ outputs }) => outputs ?? []);
}

/**
 * The same notebook with other outputs, its code cells counted from 1.
 * @param fresh as many lists of outputs as there are code cells
 */
export function withOutputs(notebook: Notebook, fresh: readonly (readonly Output[])[]): Notebook {
  let count = 0;
  const cells = notebook.cells.map((cell) => {
    if (cell.cell_type !== 'code') return cell;
    const outputs = fresh[count++].map((output) =>
      output.output_type === 'execute_result' ? { ...output, execution_count: count } : output,
    );
    return { ...cell, execution_count: count, outputs };
  });
  return { ...notebook, cells };
}
