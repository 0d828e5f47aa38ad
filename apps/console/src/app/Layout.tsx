import { endpoints, ROLE_WORDS } from '@govmedia-hub/contracts';
import { Button, Drawer, Dropdown, Spin } from 'antd';
import { Suspense, useEffect, useRef, useState } from 'react';
import { Link, Outlet, useLocation, useNavigate } from 'react-router';
import { useCall } from '../api/queries.js';
import { ChangePassword } from './ChangePassword.js';
import { ErrorBoundary } from './ErrorBoundary.js';
import './layout.css';
import { currentItem, navigationFor } from './navigation.js';
import { useSession } from './session.js';
import type { ThemeChoice } from './theme.js';

export const SECRECY_NOTICE = '本系统为非涉密系统，严禁录入涉密信息';

function Navigation({ onGo }: { onGo?: () => void }) {
  const { person, may } = useSession();
  const { pathname } = useLocation();
  const processes = useCall(endpoints.listReviewProcesses, {}, { enabled: may('supervisor') });
  const deskRoles = processes.data?.flatMap((line) => line.versions.filter(({ status }) => status !== 'draft').flatMap(({ desks }) => desks.map(({ role }) => role)));
  const current = currentItem(pathname);
  return (
    <nav aria-label="主导航" className="nav">
      {navigationFor(person.roles, deskRoles).map((group) => (
        <div key={group.label ?? 'top'} className="nav-group">
          {group.label && <p className="nav-label">{group.label}</p>}
          <ul>
            {group.items.map((item) => (
              <li key={item.to}>
                <Link to={item.to} onClick={onGo} className="nav-item" {...(current === item.to ? { 'aria-current': 'page' as const } : {})}>{item.label}</Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** The frame: bar with the secrecy notice, side bar by role, page. */
export function Layout({ theme }: { theme: { choice: ThemeChoice; choose: (choice: ThemeChoice) => void } }) {
  const { person, signOut } = useSession();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [menuOpen, setMenuOpen] = useState(false);
  const [password, setPassword] = useState(false);
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);

  // a new page begins at its top and is announced to those who do not see it
  useEffect(() => {
    if (first.current) { first.current = false; return; }
    main.current?.scrollTo?.(0, 0);
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);

  const themes: { key: ThemeChoice; label: string }[] = [{ key: 'light', label: '浅色' }, { key: 'dark', label: '深色' }, { key: 'system', label: '跟随系统' }];
  return (
    <div className="house">
      <a className="skip-link" href="#main">跳到正文</a>
      <header className="bar">
        <Button className="bar-menu" type="text" aria-label="打开主导航" aria-expanded={menuOpen} onClick={() => setMenuOpen(true)}>☰</Button>
        <Link to="/" className="bar-name">政务新媒体内容中心</Link>
        <p className="bar-notice"><span aria-hidden="true">▲</span> {SECRECY_NOTICE}</p>
        <Dropdown
          trigger={['click']}
          placement="bottomRight"
          menu={{
            items: [
              { key: 'who', type: 'group', label: `${person.orgName} · ${person.post}` },
              { key: 'roles', type: 'group', label: person.roles.map((role) => ROLE_WORDS[role]).join('、') },
              { type: 'divider' },
              ...themes.map(({ key, label }) => ({ key, label: <span role="menuitemradio" aria-checked={theme.choice === key}>{theme.choice === key ? '✓ ' : '　'}{label}</span> })),
              { type: 'divider' },
              { key: 'password', label: '修改密码' },
              { key: 'leave', label: '退出登录' },
            ],
            onClick: ({ key }) => {
              if (key === 'password') setPassword(true);
              else if (key === 'leave') void signOut().then(() => navigate('/sign-in'));
              else theme.choose(key as ThemeChoice);
            },
          }}
        >
          <button type="button" className="bar-person" aria-haspopup="menu">
            <span className="bar-person-name">{person.name}</span>
            <span className="bar-person-org">{person.orgName}</span>
            <span aria-hidden="true">▾</span>
          </button>
        </Dropdown>
      </header>
      <aside className="side"><Navigation /></aside>
      <Drawer open={menuOpen} onClose={() => setMenuOpen(false)} placement="left" size={248} title="主导航" styles={{ body: { padding: '8px 0' } }}><Navigation onGo={() => setMenuOpen(false)} /></Drawer>
      <main id="main" ref={main} tabIndex={-1} className="main">
        <ErrorBoundary resetOn={pathname}>
          <Suspense fallback={<div className="page-wait"><Spin /></div>}><Outlet /></Suspense>
        </ErrorBoundary>
      </main>
      {password && <ChangePassword close={() => setPassword(false)} />}
    </div>
  );
}
