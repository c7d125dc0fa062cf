import { isObject, type JsonObject } from '../json-value.ts';

/**
 * An annotation of Hypothesis, as its export and its API have them, with the keys of other formats:
 * its words are in a selector of its target, and its user is nobody quoted. A note on a page has no
 * words.
 * Source: h.readthedocs.io/en/latest/api-reference; hypothesis/client, annotations-exporter.tsx.
 */
export function readAnnotation(object: JsonObject): JsonObject | undefined {
  const { target, document, uri, text = null, tags = null } = object;
  if (!Array.isArray(target) || uri === undefined) return undefined;
  const selectors = target.flatMap((each) => (isObject(each) ? (each['selector'] ?? []) : []));
  const exact = selectors.flatMap((each) => (isObject(each) ? (each['exact'] ?? []) : []));
  const titles = isObject(document) ? document['title'] : undefined;
  const [title = null] = Array.isArray(titles) ? titles : [];
  return { quote: exact[0] ?? '', title, url: uri, note: text, tags };
}
