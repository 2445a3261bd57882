import { readdirSync } from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import {
  codeOf,
  outputsOf,
  readNotebook,
  whole,
} from '../../src/commands/notebooks/notebook-file.ts';
import { references } from '../tools/imports.ts';

const root = path.join(import.meta.dirname, '../..');
const folder = path.join(root, 'notebooks');
const names = readdirSync(folder).filter((name) => name.endsWith('.ipynb'));
const all = names.map((name) => ({ name, notebook: readNotebook(path.join(folder, name)) }));
const typescript = all.filter(
  ({ notebook }) => notebook.metadata.kernelspec.language === 'typescript',
);

/** Type errors in the cells, each notebook's as one module, under the project's own settings. */
function typeErrors(sources: ReadonlyMap<string, string>): string[] {
  const config = ts.readConfigFile(path.join(root, 'tsconfig.json'), (file) =>
    ts.sys.readFile(file),
  );
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const fromDisk = host.getSourceFile.bind(host);
  host.getSourceFile = (file, ...rest) => {
    const cells = sources.get(file);
    return cells === undefined
      ? fromDisk(file, ...rest)
      : ts.createSourceFile(file, cells, ts.ScriptTarget.Latest, true);
  };
  const exists = host.fileExists.bind(host);
  host.fileExists = (file) => sources.has(file) || exists(file);
  const program = ts.createProgram([...sources.keys()], options, host);
  const found = [...sources.keys()].flatMap((file) => {
    const source = program.getSourceFile(file);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  });
  return found.map(({ file, start = 0, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start).line : 0;
    const text = file?.text.split('\n')[line] ?? '';
    return `${path.basename(file?.fileName ?? '')}: ${text}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

const asModules = (cells: (code: string[]) => string): Map<string, string> =>
  new Map(
    typescript.map(({ name, notebook }) => [
      path.join(folder, `${name}.ts`).replaceAll(path.sep, '/'),
      cells(codeOf(notebook)),
    ]),
  );

describe('the notebooks', () => {
  it('are three in TypeScript and one in Python', () => {
    expect(all).toHaveLength(4);
    expect(typescript).toHaveLength(3);
  });

  it('have no type error in their TypeScript', () => {
    expect(typeErrors(asModules((cells) => cells.join('\n')))).toEqual([]);
  });

  it('would have one, if there were one', () => {
    const errors = typeErrors(
      asModules((cells) => [...cells, 'export const odd: number = "";'].join('\n')),
    );
    expect(errors).toHaveLength(3);
    expect(errors[0]).toContain('const odd: number = "";: Type \'string\' is not assignable');
  });

  it.each(typescript)('$name is laid out as Prettier has it', async ({ notebook }) => {
    const options = await prettier.resolveConfig(path.join(folder, 'plot.ts'));
    for (const code of codeOf(notebook)) {
      const laidOut = await prettier.format(code, { ...options, parser: 'typescript' });
      expect(code).toBe(laidOut.trimEnd());
    }
  });

  it.each(typescript)('$name calls src and its plots, and no component', ({ name, notebook }) => {
    const imported = codeOf(notebook).flatMap((code) => references(`${name}.ts`, code));
    const ours = imported.filter(({ to }) => !to?.startsWith('node:')).map(({ to }) => to);
    expect(ours.length).toBeGreaterThan(2);
    for (const to of ours) {
      expect(to).toMatch(
        /^(\.\/plot|\.\.\/src\/(network|inside|kernel|digits|training|commands)\/.+)\.ts$/,
      );
    }
  });

  it.each(all)('$name has outputs, and a name for each cell', ({ notebook }) => {
    const ids = notebook.cells.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(undefined);
    expect(outputsOf(notebook).flat().length).toBeGreaterThan(5);
  });

  it.each(all)('$name shows every SVG as a PNG too, and says it in words', ({ notebook }) => {
    for (const output of outputsOf(notebook).flat()) {
      if (output.output_type === 'stream' || !('image/svg+xml' in output.data)) continue;
      expect(output.data).toHaveProperty('image/png');
      expect(whole(output.data['text/plain']).length).toBeGreaterThan(15);
    }
  });
});
