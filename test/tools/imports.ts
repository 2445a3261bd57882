/** Reads what a source file imports, be it TypeScript, Svelte, Astro or MDX. */
import ts from 'typescript';

/** One import, re-export, dynamic import, type import, worker address or glob. */
export interface Reference {
  /** What stands between the quotes; undefined where it is computed and cannot be read. */
  readonly to: string | undefined;
  /** Whether it vanishes when types are stripped. */
  readonly typeOnly: boolean;
}

/** The TypeScript in a file: the whole of it, the script elements of a component, or the imports of a chapter. */
export function scripts(file: string, source: string): string[] {
  const elements = (text: string): string[] =>
    [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code);
  if (file.endsWith('.svelte')) return elements(source);
  if (file.endsWith('.astro')) {
    const [fenced, frontmatter] = /^\s*---\r?\n([\s\S]*?)\r?\n---/.exec(source) ?? ['', ''];
    return [frontmatter, ...elements(source.slice(fenced.length))];
  }
  if (file.endsWith('.mdx')) {
    const prose = source.replaceAll(/^(```|~~~)[\s\S]*?^\1/gm, '');
    return [...prose.matchAll(/^(?:import|export)\b[^;]*?['"][^'"]+['"];?\s*$/gm)].map(
      ([line]) => line,
    );
  }
  return /\.(m?[jt]s)$/.test(file) ? [source] : [];
}

/** By file and source: arrows and circles are looked for in the same files, and reading them takes seconds. */
const known = new Map<string, readonly Reference[]>();

/** Everything that a file imports, loads or points a worker at, in order. */
export function references(file: string, source: string): readonly Reference[] {
  const key = `${file}\0${source}`;
  const found = known.get(key) ?? read(file, source);
  known.set(key, found);
  return found;
}

function read(file: string, source: string): Reference[] {
  const found: Reference[] = [];
  const add = (node: ts.Node | undefined, typeOnly: boolean): void => {
    found.push({ to: node && ts.isStringLiteralLike(node) ? node.text : undefined, typeOnly });
  };
  for (const code of scripts(file, source)) {
    walk(parse(file, code), (node) => {
      if (ts.isImportDeclaration(node)) {
        // `import { type A }` keeps its side effects under verbatimModuleSyntax, so only `import type` counts as a type.
        add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
      } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
        add(node.moduleSpecifier, node.isTypeOnly);
      } else if (ts.isImportTypeNode(node)) {
        add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
      } else if (ts.isCallExpression(node)) {
        const callee = node.expression;
        const loads = callee.kind === ts.SyntaxKind.ImportKeyword || callee.getText() === 'require';
        if (loads) add(node.arguments[0], false);
        else if (callee.getText() === 'import.meta.glob') {
          for (const pattern of patterns(node.arguments[0])) add(pattern, false);
        }
      } else if (ts.isNewExpression(node) && node.expression.getText() === 'URL') {
        const [to, base] = node.arguments ?? [];
        if (base?.getText() === 'import.meta.url') add(to, false);
      }
    });
  }
  if (/\.(svelte|astro)$/.test(file)) {
    const markup = source.replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, (element) =>
      element.slice(0, element.indexOf('>')),
    );
    const loaded = /<script\b[^>]*\bsrc="(\.[^"]+|@\/[^"]+)"|\bimport\(\s*['"]([^'"]+)['"]/g;
    for (const [, element, call] of markup.matchAll(loaded)) {
      found.push({ to: element ?? call, typeOnly: false });
    }
  }
  return found;
}

/** The patterns of a glob: one, or a list. */
function patterns(argument: ts.Expression | undefined): (ts.Expression | undefined)[] {
  return argument && ts.isArrayLiteralExpression(argument) ? [...argument.elements] : [argument];
}

/** A syntax tree of TypeScript, whose nodes know their parents. */
export function parse(file: string, code: string): ts.SourceFile {
  return ts.createSourceFile(`${file}.ts`, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

/** Visits a node and all below it, parents first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}
