import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { namedPaths } from '../../content.ts';

export const getStaticPaths = () => namedPaths('data');

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { quote } }) => new Response(`${quote.text}\n`);
