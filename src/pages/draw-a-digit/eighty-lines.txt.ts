import type { APIRoute } from 'astro';
import { source } from '@/widgets/drawing/eighty-lines/whole.ts';

/** The recogniser in eighty lines, to be saved. As plain text, so that it is a page of the reader's and none of this site. */
export const GET: APIRoute = () => new Response(source);
