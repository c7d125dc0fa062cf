import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { loadCollection } from '../../content.ts';
import { feedPages, jsonFeed } from '../../outputs/feeds.ts';

// The first page is the feed itself.
export const getStaticPaths = (async () => {
  const collection = await loadCollection();
  return feedPages(collection)
    .slice(1)
    .map((sheet) => ({ params: { page: String(sheet.page) }, props: { collection, sheet } }));
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { collection, sheet }, site }) =>
  Response.json(jsonFeed(collection, site!, sheet));
