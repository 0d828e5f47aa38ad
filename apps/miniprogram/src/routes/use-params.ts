import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { readParams } from './paths.js';

/** Parameters the page was opened with, decoded once. */
export function useParams(): Record<string, string> {
  const router = useRouter();
  const [params] = useState(() => readParams(router.params as Record<string, string | undefined>));
  return params;
}
