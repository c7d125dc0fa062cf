import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { outputPaths } from '../../content.ts';
import { quoteMarkdown } from '../../outputs/quote-markdown.ts';

export const getStaticPaths = () => outputPaths('data');

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { quote }, site }) =>
  new Response(quoteMarkdown(quote, site!));
