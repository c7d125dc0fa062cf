import type { APIRoute, GetStaticPaths } from 'astro';
import { loadCollection } from '../../content.ts';
import { searchData, searchShards, type SearchDocument } from '../../search/documents.ts';

export const getStaticPaths = (async () =>
  searchShards(searchData(await loadCollection())).map(({ number, quotes }) => ({
    params: { part: String(number) },
    props: { quotes },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ quotes: SearchDocument[] }> = ({ props }) =>
  Response.json(props.quotes);
