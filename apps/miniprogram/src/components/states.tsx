import type { ReactNode } from 'react';
import type { Failure } from '../api/failure.js';
import { Box, Link, Press } from '../elements/elements.js';

/** Says what is being fetched; grey bars would say less. */
export function Loading({ what }: { what: string }) {
  return (
    <Box className="state state-loading" role="status">
      正在读取{what}…
    </Box>
  );
}

/** What happened, what still works, one next step. */
export function Failed({ failure, onRetry, compact = false }: { failure: Failure; onRetry?: () => void; compact?: boolean }) {
  return (
    <Box className={`state state-failed state-${failure.kind} ${compact ? 'is-compact' : ''}`} role="alert">
      <Box as={compact ? 'p' : 'h2'} className="state-title">{failure.title}</Box>
      <Box as="p" className="state-hint">{failure.hint}</Box>
      {failure.kind === 'server' && failure.requestId ? <Box as="p" className="state-hint state-request">请求编号 {failure.requestId}</Box> : null}
      {failure.next && onRetry ? (
        <Press className="button-secondary state-next" onPress={onRetry}>{failure.next}</Press>
      ) : compact ? null : (
        <Link to="/" className="button-secondary state-next">回首页</Link>
      )}
    </Box>
  );
}

export function Empty({ title, hint, children }: { title: string; hint: string; children?: ReactNode }) {
  return (
    <Box className="state state-empty" role="status">
      <Box as="p" className="state-title">{title}</Box>
      <Box as="p" className="state-hint">{hint}</Box>
      {children}
    </Box>
  );
}
