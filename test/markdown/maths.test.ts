import { describe, expect, it } from 'vitest';
import { inline } from '../../src/markdown/inline.ts';

describe('maths in Markdown', () => {
  it.each([
    ['w', 'w_{jk}', 'q-w'],
    ['a', 'a_j', 'q-a'],
    ['x', 'x_k', 'q-a'],
    ['z', 'z', 'q-z'],
    ['b', 'b', 'q-b'],
    ['dl', '\\delta_j', 'q-delta'],
    ['C', 'C', 'q-cost'],
  ])('gives \\%s its colour, indices and all', async (macro, tex, name) => {
    const html = await inline(`$\\${macro}{${tex}} + 1$`);
    expect(html).toContain(`class="enclosing ${name}"`);
    expect(await inline(`$${tex} + 1$`)).not.toContain('q-');
  });

  it('keeps the space round a sign outside the coloured symbol', async () => {
    const html = await inline('$\\x{x} + \\b{b}$');
    const [symbol] = /<span class="enclosing q-a">.*?<\/span><\/span>/.exec(html) ?? [''];
    expect(symbol).toContain('>x<');
    expect(symbol).not.toContain('mspace');
    expect(html).toContain('mspace');
  });

  it('lets a figure find a symbol by its name', async () => {
    expect(await inline('$\\sym{first}{\\a{a}}$')).toContain('data-symbol="first"');
  });

  it('says a formula to listeners as well', async () => {
    const html = await inline('$\\z{z} = 0.5$');
    expect(html).toContain('<math');
    expect(html).toContain('<mn>0.5</mn>');
    expect(html).toContain('class="katex-html" aria-hidden="true"');
  });

  it('keeps translators away from a formula', async () => {
    expect(await inline('Of $28$ rows')).toContain('<span class="katex" translate="no">');
  });

  it('keeps them away from code, too', async () => {
    expect(await inline('Read `x -= y` aloud')).toContain('<code translate="no">x -= y</code>');
  });

  it('packs no TeX beside what listeners hear', async () => {
    const html = await inline('$\\z{z} = \\frac{1}{2}$');
    expect(html).toContain('<mfrac>');
    expect(html).not.toMatch(/annotation|semantics|\\/);
  });

  it.each([
    ['an open brace', '\\frac{1}{2', /expected '}'.*\\frac/],
    ['an unknown command', '\\sigmoid(z)', /\\sigmoid/],
    ['a command that would load something', '\\includegraphics{a.png}', /includegraphics/],
    ['letters that no maths font has', 'ш', /Unicode/],
  ])('stops the build at %s, and says what and where', async (_what, tex, message) => {
    await expect(inline(`Words, $${tex}$.`)).rejects.toThrow(message);
    await expect(inline(`Words, $${tex}$.`)).rejects.toThrow(/KaTeX cannot read/);
  });

  it('keeps a comma with the formula before it, and a bracket with the one after', async () => {
    const html = await inline('Both ($\\z{z}$, that is) and $\\b{b}$ alone.');
    const [bound] = /<span class="bound">\(.*?,<\/span>/s.exec(html) ?? [''];
    expect(bound).toContain('katex');
    expect(html.match(/class="bound"/g)).toHaveLength(1);
  });

  it('leaves a sentence without maths as it is', async () => {
    expect(await inline('A *plain* one.')).toBe('A <em>plain</em> one.');
  });
});
