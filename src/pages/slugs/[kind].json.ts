import type { APIRoute } from 'astro';
import { slugLists } from '../../collection/slug-list.ts';
import { loadCollection } from '../../content.ts';

export const getStaticPaths = async () =>
  Object.entries(slugLists(await loadCollection())).map(([kind, list]) => ({
    params: { kind },
    props: { list },
  }));

export const GET: APIRoute = ({ props }) => Response.json(props['list']);
