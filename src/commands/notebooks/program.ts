import { stripTypeScriptTypes } from 'node:module';
import ts from 'typescript';

/** All cells of a TypeScript notebook as one JavaScript program. */
export interface Program {
  /**
   * An async function `(__cell, __show)`: it calls __cell(i) as cell i begins, and __show(value) with the value of a cell that ends in
   * an expression.
   */
  readonly code: string;
  /** The line of the code, from 1, that holds the first line of each cell. */
  readonly starts: readonly number[];
}

/** Thrown when a cell is no TypeScript or fails; numbers the cell, from 1. */
export class CellError extends Error {
  override readonly name = 'CellError';
}

/**
 * One function holds all cells, so what a cell declares is there for those after it; lines keep their order and their number.
 * @param cells TypeScript, erasable; imports stand at the top level of a cell
 * @throws CellError that numbers the cell, from 1
 */
export function toProgram(cells: readonly string[]): Program {
  let code = '(async (__cell, __show) => {\n';
  const starts = cells.map((cell, i) => {
    code += `__cell(${i});\n`;
    const start = code.split('\n').length;
    code += `${rewrite(cell, i)}\n`;
    return start;
  });
  return { code: `${code}})`, starts };
}

function rewrite(cell: string, i: number): string {
  let script: string;
  try {
    script = stripTypeScriptTypes(cell);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CellError(`cell ${i + 1} is not TypeScript that can be stripped: ${reason}`);
  }
  const file = ts.createSourceFile('cell.js', script, ts.ScriptTarget.Latest, true);
  const last = file.statements.at(-1);
  let result = '';
  let done = 0;
  for (const statement of file.statements) {
    const rewritten = ts.isImportDeclaration(statement)
      ? loading(statement)
      : statement === last && ts.isExpressionStatement(statement)
        ? `await __show(${statement.expression.getText()});`
        : undefined;
    if (rewritten === undefined) continue;
    const kept = statement.getText().split('\n').length - rewritten.split('\n').length;
    result += script.slice(done, statement.getStart()) + rewritten + '\n'.repeat(kept);
    done = statement.getEnd();
  }
  return result + script.slice(done);
}

/** `import a, { b as c } from 'd'` as `const { default: a, b: c } = await import('d')`, which may stand in a function. */
function loading({ importClause, moduleSpecifier, attributes }: ts.ImportDeclaration): string {
  const options = attributes ? `, { with: ${attributes.getText().replace(/^with\s*/, '')} }` : '';
  const load = `await import(${moduleSpecifier.getText()}${options});`;
  if (!importClause) return load;
  const { name, namedBindings } = importClause;
  const whole = namedBindings && ts.isNamespaceImport(namedBindings) ? namedBindings : undefined;
  const parts = name ? [`default: ${name.text}`] : [];
  if (namedBindings && ts.isNamedImports(namedBindings)) {
    for (const { propertyName, name: local } of namedBindings.elements) {
      parts.push(propertyName ? `${propertyName.text}: ${local.text}` : local.text);
    }
  }
  const named = parts.length > 0 ? `const { ${parts.join(', ')} } = ` : '';
  if (!whole) return named === '' ? load : named + load;
  const all = `const ${whole.name.text} = ${load}`;
  return named === '' ? all : `${all} ${named}${whole.name.text};`;
}
