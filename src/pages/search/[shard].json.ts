import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { loadCollection } from '../../content.ts';
import { searchData, searchShards } from '../../search/documents.ts';

export const getStaticPaths = async () =>
  searchShards(searchData(await loadCollection())).map(({ page, items }) => ({
    params: { shard: String(page) },
    props: { items },
  }));

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) => Response.json(props.items);
