import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';

const chapters = defineCollection({
  loader: glob({ base: './content/chapters', pattern: '**/*.mdx' }),
  schema: z.strictObject({
    /** 1 to 7, as in content/chapters.json, which has the title, the question and the address. */
    number: z.int().min(1).max(7),
    /** Three lines: what the reader brings along, or needs who comes in here. */
    recap: z.string(),
    description: z.string(),
  }),
});

const glossary = defineCollection({
  loader: file('content/glossary.yaml'),
  schema: z.strictObject({
    id: z.string(),
    term: z.string(),
    /** TeX. */
    symbol: z.string().optional(),
    /** Markdown with maths. */
    sentence: z.string(),
    equation: z.string().optional(),
    chapter: z.int().min(1).max(7),
  }),
});

const references = defineCollection({
  loader: file('content/references.yaml'),
  schema: z.strictObject({
    id: z.string(),
    author: z.string(),
    short: z.string(),
    title: z.string(),
    year: z.int(),
    url: z.url().optional(),
    note: z.string(),
  }),
});

export const collections = { chapters, glossary, references };
