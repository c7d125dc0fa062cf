import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { namedPaths } from '../../content.ts';
import { oembed } from '../../outputs/embed.ts';

export const getStaticPaths = () => namedPaths('embeds');

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ locals, props: { quote }, site }) =>
  Response.json(oembed(quote, locals.collection, site!));
