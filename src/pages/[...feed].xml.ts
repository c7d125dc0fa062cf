import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { loadCollection } from '../content.ts';
import { atomFeed, feedPaths } from '../outputs/feeds.ts';

export const getStaticPaths = async () => feedPaths(await loadCollection());

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ locals, props: { page }, site }) =>
  new Response(atomFeed(locals.collection, site!, page));
