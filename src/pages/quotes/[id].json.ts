import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { outputPaths } from '../../content.ts';
import { quoteData } from '../../collection/quote-data.ts';

export const getStaticPaths = () => outputPaths('data');

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { quote }, site }) =>
  Response.json(quoteData(quote, site!));
