import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useMemo } from 'react';
import { BrowserRouter } from 'react-router';
import { ApiProblem } from '../api/api-problem.js';
import { ConsoleRoutes } from './ConsoleRoutes.js';
import { SessionProvider } from './session.js';
import { antTheme } from './theme.js';
import { useTheme } from './use-theme.js';

/** Only what may pass by itself is tried again: the network and a hub that is starting. */
const worthRetrying = (failures: number, problem: unknown): boolean =>
  failures < 2 && problem instanceof ApiProblem && (problem.code === 'offline' || problem.code === 'server.not_ready');

const client = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5_000, refetchOnWindowFocus: true, retry: worthRetrying, retryDelay: 1_500, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

export function Console() {
  const theme = useTheme();
  const config = useMemo(() => antTheme(theme.dark, theme.still), [theme.dark, theme.still]);
  return (
    <ConfigProvider locale={zhCN} theme={config} wave={{ disabled: true }} button={{ autoInsertSpace: false }}>
      <App message={{ maxCount: 3, top: 56 }} style={{ height: '100%' }}>
        <QueryClientProvider client={client}>
          <BrowserRouter basename="/console">
            <SessionProvider><ConsoleRoutes theme={theme} /></SessionProvider>
          </BrowserRouter>
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
