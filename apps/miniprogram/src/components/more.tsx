import type { PagedList } from '../api/use-endpoint.js';
import { Box, Press } from '../elements/elements.js';

/** The end of a growing list: how much there is, and the way to more. */
export function More({ list, unit }: { list: PagedList<unknown>; unit: string }) {
  return (
    <Box className="more">
      <Box as="p" className="more-count">
        共 {list.total} {unit}{list.more === 'none' ? '' : `，已显示 ${list.items.length} ${unit}`}
      </Box>
      {list.more === 'failed' && list.failure ? <Box as="p" className="field-error">{list.failure.title}。{list.failure.hint}</Box> : null}
      {list.more === 'none' ? null : (
        <Press className="button-secondary more-button" disabled={list.more === 'loading'} onPress={list.loadMore}>
          {list.more === 'loading' ? '正在读取…' : '再显示一些'}
        </Press>
      )}
    </Box>
  );
}
