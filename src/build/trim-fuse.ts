import type { Plugin } from 'vite';

// Editing a list, lists of objects, limiting results, diacritics, extended and token search, match
// positions, and error messages for invalid options.
const unused = new Set(
  `add remove removeAt removeAll getIndex getValueForItemAtKeyId size toJSON _createObjectRecord
_searchLogical _searchObjectList _findMatches _coversAllTokens _normalizedKeys
MaxHeap stripDiacritics NON_DECOMPOSABLE_RE createAnalyzer buildInvertedIndex
mergeIndices convertMaskToIndices formatMatches createKeyPath createKeyId hasOwn
EXTENDED_SEARCH_UNAVAILABLE TOKEN_SEARCH_UNAVAILABLE INCORRECT_INDEX_TYPE PATTERN_LENGTH_TOO_LARGE
MISSING_KEY_PROPERTY INVALID_KEY_WEIGHT_VALUE`.split(/\s+/u),
);

/** Removes unused methods and options from Fuse, which bundlers cannot detect. */
export function trimFuse(): Plugin {
  return {
    name: 'trim-fuse',
    transform: {
      filter: { id: /fuse\.basic\.mjs$/u },
      handler(code) {
        const removed: { start: number; end: number }[] = [];
        const isUnused = (name: object | null) =>
          name !== null && 'name' in name && unused.has(String(name.name));
        for (const node of this.parse(code).body) {
          // Static methods are assigned.
          if (node.type === 'ExpressionStatement') removed.push(node);
          if (node.type === 'FunctionDeclaration' && isUnused(node.id)) removed.push(node);
          if (node.type !== 'VariableDeclaration') continue;
          const { id, init } = node.declarations[0]!;
          if (isUnused(id)) removed.push(node);
          else if (init?.type === 'ClassExpression') {
            for (const member of init.body.body) {
              if ('key' in member && isUnused(member.key)) removed.push(member);
            }
          }
        }
        return removed.reduceRight(
          (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
          code,
        );
      },
    },
  };
}
