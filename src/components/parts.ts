/** What an author may write in a chapter without importing it. README.md beside this file shows each. */
import Check from './Check.astro';
import Choice from './Choice.astro';
import Cite from './Cite.astro';
import Done from './chapter/Done.astro';
import Figure from './Figure.astro';
import Note from './Note.astro';
import Source from './Source.astro';
import Term from './Term.astro';
import Value from './Value.astro';

export const parts = { Check, Choice, Cite, Done, Figure, Note, Source, Term, Value };
