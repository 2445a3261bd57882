/**
 * Who may call whom: reads what each file of src/ and content/ imports and names every arrow that the house does not allow.
 * Pure functions over a map from path ('src/plot/Axis.svelte', forward slashes) to source.
 */
import path from 'node:path';
import ts from 'typescript';
import { parse, references, scripts, walk, type Reference } from './imports.ts';

export type Files = ReadonlyMap<string, string>;

/** What each room may call besides itself; a room that is not listed here does not exist. */
const MAY_CALL: Readonly<Record<string, readonly string[]>> = {
  content: ['widgets'],
  pages: ['layouts', 'components', 'widgets', 'islands', 'reader', 'measured', 'content', 'styles'],
  layouts: ['components', 'widgets', 'measured', 'content', 'styles'],
  components: ['islands', 'reader', 'measured', 'words', 'markdown', 'content', 'controls', 'plot'],
  measured: [
    'words',
    'islands',
    'reader',
    'recogniser',
    'inside',
    'training',
    'descent',
    'digits',
    'network',
  ],
  widgets: [
    ...['controls', 'plot', 'words', 'islands', 'reader', 'recogniser', 'inside', 'training'],
    ...['descent', 'digits', 'explain', 'network'],
  ],
  reader: ['words', 'islands', 'training', 'digits', 'network'],
  islands: ['recogniser', 'inside', 'training', 'descent', 'digits', 'network'],
  controls: ['plot', 'words', 'explain'],
  plot: ['words'],
  recogniser: ['digits', 'network'],
  training: ['kernel', 'digits', 'network'],
  inside: ['training', 'kernel', 'digits', 'network'],
  explain: ['network'],
  kernel: ['network'],
  digits: ['network'],
  descent: ['network'],
  network: [],
  words: [],
  commands: ['everything that is not a component'],
  markdown: [],
  styles: [],
};

/** Rooms of plain computation: they see no DOM and no package but those named; randomness, time, files and fetch come in as arguments. */
const PURE = [
  ...['network', 'explain', 'kernel', 'digits', 'descent', 'training', 'inside', 'recogniser'],
];
/** Packages that a pure room may take: plans come from forms and from what a device kept, and valibot says whether they are any. */
const MAY_TAKE: Readonly<Record<string, readonly string[]>> = { training: ['valibot'] };
/** Rooms that draw what they are handed may name the types of the pure rooms. */
const MAY_NAME_TYPES = ['controls', 'plot'];
/** What a specimen is, in one place for all widgets. */
const SPECIMEN = 'src/widgets/specimen.ts';
/** Files that Astro wants at the top of src/. */
const TOP_FILES = ['src/content.config.ts', 'src/env.d.ts'];

/** Names that only a page has. Words that we may want ourselves, such as Node or Image, are left out. */
const DOM_NAMES = new Set(
  (
    'document window navigator localStorage sessionStorage indexedDB requestAnimationFrame matchMedia ' +
    'getComputedStyle customElements Document EventTarget PointerEvent MouseEvent KeyboardEvent TouchEvent ' +
    'ImageData OffscreenCanvas Path2D CanvasRenderingContext2D OffscreenCanvasRenderingContext2D ' +
    'ResizeObserver IntersectionObserver MutationObserver DOMParser DOMRect DOMMatrix'
  ).split(' '),
);
const isDomName = (name: string): boolean =>
  DOM_NAMES.has(name) || /^(HTML|SVG)\w*Element$/.test(name);

/** Every arrow that the house does not allow, as a sentence each. */
export function faultyArrows(files: Files): string[] {
  const faults: string[] = [];
  for (const [file, source] of files) {
    for (const reference of references(file, source)) {
      const fault = faultOf(file, reference);
      if (fault !== undefined) faults.push(`${file} ${fault}`);
    }
  }
  return faults;
}

/** Every file of src/ that stands in no room of the house. */
export function homelessFiles(files: Files): string[] {
  return [...files.keys()]
    .filter(
      (file) => file.startsWith('src/') && !TOP_FILES.includes(file) && !(roomOf(file) in MAY_CALL),
    )
    .map((file) => `${file} stands in no room of the house`);
}

/** Every mention of the DOM, by value or by type, in a room that must not know of it. */
export function domMentions(files: Files): string[] {
  const faults: string[] = [];
  for (const [file, source] of files) {
    if (!PURE.includes(roomOf(file))) continue;
    const mentioned = new Set<string>();
    for (const code of scripts(file, source)) {
      walk(parse(file, code), (node) => {
        const found = ts.isIdentifier(node) && isDomName(node.text) && !isMember(node);
        if (found) mentioned.add(node.text);
      });
    }
    for (const name of mentioned) {
      faults.push(`${file} mentions ${name}, but ${roomOf(file)} knows no DOM`);
    }
  }
  return faults;
}

function faultOf(file: string, { to, typeOnly }: Reference): string | undefined {
  const from = roomOf(file);
  if (to === undefined) return 'imports something computed, which nobody can check';
  const target = resolve(file, to);
  if (target === undefined) {
    if (to.startsWith('astro:content') && from !== 'src') return mayCall(from, 'content', to);
    if (!PURE.includes(from) || MAY_TAKE[from]?.includes(to)) return undefined;
    return `imports ${to}, but ${from} takes no package`;
  }
  const inHouse = target.startsWith('src/') || target.startsWith('content/');
  if (!inHouse) return PURE.includes(from) ? `reaches for ${to}, outside src` : undefined;
  const room = roomOf(target);
  if (from === 'commands') {
    return /\.(svelte|astro)$/.test(target) ? `imports the component ${to}` : undefined;
  }
  if (from === 'widgets' && room === 'widgets') return betweenWidgets(file, target);
  if (from === room || from === 'src') return undefined;
  if (typeOnly && room === 'network') return undefined;
  if (typeOnly && MAY_NAME_TYPES.includes(from) && PURE.includes(room)) return undefined;
  return mayCall(from, room, to);
}

function mayCall(from: string, room: string, to: string): string | undefined {
  const allowed = MAY_CALL[from] ?? [];
  if (from === room || allowed.includes(room)) return undefined;
  return `imports ${to}, but ${from} may call only ${allowed.join(', ') || 'nothing of ours'}`;
}

/**
 * A widget may use what stands in its own folder, and what several of its part of the house share, one folder up. One that has parts in
 * folders of their own uses those, too, and each of them what stands in the folders that it lies in. None reaches into another's folder.
 */
function betweenWidgets(file: string, target: string): string | undefined {
  const own = path.posix.dirname(file);
  const folder = path.posix.dirname(target);
  if (target === SPECIMEN || folder === own) return undefined;
  const isShared = own.startsWith(`${folder}/`) && folder !== 'src/widgets';
  const isPart = folder.startsWith(`${own}/`) && own.split('/').length > 3;
  if (isShared || isPart) return undefined;
  return `imports ${target} from another folder of widgets`;
}

/** 'src/plot/Axis.svelte' -> 'plot'; 'content/…' -> 'content'; a file at the top of src -> 'src'. */
function roomOf(file: string): string {
  const parts = file.split('/');
  if (parts[0] === 'content') return 'content';
  return parts.length > 2 ? parts[1] : 'src';
}

/** The path within the project that an import names; undefined for a package. */
export function resolve(file: string, to: string): string | undefined {
  const bare = to.replace(/[?#].*$/, '');
  if (bare.startsWith('@/')) return path.posix.normalize(`src/${bare.slice(2)}`);
  if (bare.startsWith('/')) return path.posix.normalize(bare.slice(1)); // from the project's root: import.meta.glob
  if (bare.startsWith('./') || bare.startsWith('../') || bare === '.' || bare === '..') {
    return path.posix.normalize(`${path.posix.dirname(file)}/${bare}`);
  }
  return undefined;
}

/** Whether an identifier is the name of a member: the `document` of `file.document` or of `{ document: 1 }`. */
function isMember(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  const named =
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isMethodDeclaration(parent);
  return named && parent.name === node;
}
