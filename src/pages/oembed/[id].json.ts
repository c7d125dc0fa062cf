import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { outputPaths } from '../../content.ts';
import { oembed } from '../../outputs/embed.ts';

export const getStaticPaths = () => outputPaths('embeds');

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ locals, props: { quote }, site }) =>
  Response.json(oembed(quote, locals.collection, site!));
