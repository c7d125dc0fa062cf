import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { iconFormats, pngIcon } from '../outputs/icons.ts';
import { readTheme } from '../outputs/theme.ts';

export const getStaticPaths = () =>
  Object.entries(iconFormats).map(([icon, format]) => ({ params: { icon }, props: { format } }));

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = async ({ props: { format } }) =>
  new Response(await pngIcon(format, readTheme()), { headers: { 'Content-Type': 'image/png' } });
