/** What a figure shows of open_network.py: the very lines that a test runs. */
import source from './open_network.py?raw';
import type { FileKind } from './network-file.ts';

const PARTS = source.split('\n\n\n').map((part) => part.trim());

/** A part of the program by its first words. @throws Error when it is not there: the file has changed, and the figure must follow */
function part(beginning: string): string {
  const found = PARTS.find((text) => text.startsWith(beginning));
  if (found === undefined) throw new Error(`open_network.py has no "${beginning}".`);
  return found;
}

/** The line of a list of imports and constants that says which. @throws Error when it is not there */
function line(beginning: string): string {
  const found = source.split('\n').find((text) => text.startsWith(beginning));
  if (found === undefined) throw new Error(`open_network.py has no line "${beginning}".`);
  return found;
}

/** The lines that open a file of a kind and let the network read, and how they are called. @param name of the file */
export function pythonFor(kind: FileKind, name: string): string {
  const isJson = kind === 'json';
  const imports = [line('import json'), line('import numpy'), ...(isJson ? [] : [line('KINDS')])];
  const reader = isJson ? 'read_json' : 'read_safetensors';
  return [
    imports.join('\n'),
    part(`def ${reader}`),
    part('def scores'),
    `network = ${reader}("${name}")`,
  ].join('\n\n');
}
