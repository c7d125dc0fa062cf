import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { outputPaths } from '../../content.ts';

export const getStaticPaths = () => outputPaths('data');

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { quote } }) => new Response(`${quote.text}\n`);
