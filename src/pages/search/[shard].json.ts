import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { loadCollection } from '../../content.ts';
import { searchData, searchShards } from '../../search/documents.ts';

export const getStaticPaths = (async () =>
  searchShards(searchData(await loadCollection())).map(({ name, quotes }) => ({
    params: { shard: name },
    props: { quotes },
  }))) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) => Response.json(props.quotes);
