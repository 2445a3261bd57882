// @ts-check
import { fileURLToPath } from 'node:url';
import astro from 'eslint-plugin-astro';
import * as mdx from 'eslint-plugin-mdx';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What engines agree on to the last bit; all else in Math is left to src/network/elementary.ts. */
const EXACT =
  'abs|ceil|floor|round|trunc|sign|min|max|sqrt|fround|imul|clz32|PI|E|LN2|LN10|LOG2E|LOG10E|SQRT2|SQRT1_2';

const inexact =
  'Engines differ in the last bit of this: use src/network/elementary.ts, or + - * / and Math.sqrt.';
const hiddenRandomness = 'Randomness is an argument: take a Random (src/network/random.ts).';
const hiddenTime = 'Time is an argument.';

const noHiddenInputs = [
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: hiddenRandomness,
  },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: hiddenTime },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: hiddenTime },
];

const sameBitsEverywhere = [
  {
    selector: `MemberExpression[object.name='Math'][computed=false][property.name!=/^(${EXACT}|random)$/]`,
    message: inexact,
  },
  { selector: "MemberExpression[object.name='Math'][computed=true]", message: inexact },
  { selector: ":not(MemberExpression) > Identifier[name='Math']", message: inexact },
  { selector: "BinaryExpression[operator='**']", message: inexact },
  { selector: "AssignmentExpression[operator='**=']", message: inexact },
];

export default defineConfig(
  globalIgnores([
    ...['dist', '.astro', 'public', 'test/.out'],
    'src/kernel/assembly', // AssemblyScript: its compiler checks it
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  astro.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.mjs', 'test/*.mjs'] },
        tsconfigRootDir: root,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      eqeqeq: 'error',
      // Props of which one is bindable are declared together.
      'prefer-const': ['error', { destructuring: 'all' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Our types leave out that an index may miss (see tsconfig.json), so it takes real guards for needless ones.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // As TypeScript has it: an underscore says that a parameter is there for its place alone.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      // A number in a message needs no ceremony.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `for (const f of all) faults.push(f)` and arrows that hand on a void result read well.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    // Astro's own checker has the types of these; ESLint's cannot see through the frontmatter.
    files: ['**/*.astro', '**/*.astro/*.ts', '**/*.astro/*.js', '**/*.mjs'],
    extends: [ts.configs.disableTypeChecked],
  },
  {
    // Prose, maths and figures; that it builds is a matter for the build. An import that nobody uses is a figure that was forgotten.
    ...mdx.flat,
    files: ['content/**/*.mdx'],
    extends: [ts.configs.disableTypeChecked],
    rules: {
      'mdx/remark': 'error',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/consistent-type-imports': 'off',
    },
  },
  {
    files: ['src/**'],
    rules: { 'no-console': 'error', 'no-restricted-syntax': ['error', ...noHiddenInputs] },
  },
  // Command lines talk to people.
  { files: ['src/commands/**'], rules: { 'no-console': 'off' } },
  {
    files: ['network', 'kernel', 'digits', 'descent', 'training', 'inside', 'recogniser'].map(
      (room) => `src/${room}/**`,
    ),
    rules: {
      'no-restricted-globals': [
        'error',
        ...['fetch', 'performance', 'setTimeout', 'setInterval', 'crypto', 'process'].map(
          (name) => ({
            name,
            message: 'Time, files, fetch and randomness come in as arguments.',
          }),
        ),
      ],
    },
  },
  {
    files: ['src/network/**', 'src/kernel/**', 'src/digits/**', 'src/inside/**'],
    rules: { 'no-restricted-syntax': ['error', ...noHiddenInputs, ...sameBitsEverywhere] },
  },
);
