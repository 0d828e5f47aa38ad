import { Link, Press } from '../elements/elements.js';
import { goBack } from '../routes/navigate.js';
import { SITE_NAME } from '../site.js';
import { TextSizeToggle } from './text-size-toggle.js';

const SECTIONS = [
  { to: '/policies', word: '政策' },
  { to: '/services', word: '办事' },
  { to: '/check', word: '核验账号' },
  { to: '/ticket/track', word: '我的问题' },
] as const;

export function SiteHeader({ home }: { home: boolean }) {
  return (
    <header className="site-header">
      <button type="button" className="skip-link" onClick={(event) => event.currentTarget.closest('.screen')?.querySelector<HTMLElement>('main')?.focus()}>
        跳到正文
      </button>
      <div className="site-bar">
        <Link to="/" className="site-name" current={home}>
          {SITE_NAME}
        </Link>
        <TextSizeToggle />
      </div>
      <nav className="site-nav" aria-label="主要栏目">
        {SECTIONS.map((section) => (
          <Link key={section.to} to={section.to} className="site-nav-link" current={window.location.pathname === section.to}>
            {section.word}
          </Link>
        ))}
      </nav>
      {home ? null : (
        <Press className="back-link" onPress={() => void goBack()}>
          返回
        </Press>
      )}
    </header>
  );
}
