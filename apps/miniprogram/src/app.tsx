import type { PropsWithChildren } from 'react';
import { usePageNotFound } from '@tarojs/taro';
import './routes/tidy-address.js';
import { go } from './routes/navigate.js';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  usePageNotFound(() => {
    void go('/missing', { replace: true });
  });
  return children;
}
