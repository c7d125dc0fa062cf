import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { loadCollection } from '../content.ts';
import { atomFeed, feedPaths } from '../outputs/feeds.ts';

export const getStaticPaths = async () => feedPaths(await loadCollection());

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { collection, page }, site }) =>
  new Response(atomFeed(collection, site!, page));
