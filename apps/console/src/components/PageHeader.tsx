import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';

/** The head of a page: way back, title, one line of facts, actions. */
export function PageHeader({ title, back, facts, actions, serif = false, unseen = false }: { title: string; back?: { to: string; label: string }; facts?: ReactNode; actions?: ReactNode; serif?: boolean; /** The page shows its title in its own body. */ unseen?: boolean }) {
  useEffect(() => {
    document.title = `${title} · 政务新媒体内容中心`;
  }, [title]);
  return (
    <header className="page-header">
      {back && <Link className="page-back" to={back.to}><span aria-hidden="true">‹ </span>{back.label}</Link>}
      <div className="page-header-row">
        <h1 className={unseen ? 'visually-hidden' : serif ? 'page-title serif' : 'page-title'}>{title}</h1>
        {unseen && <div className="page-facts page-facts-alone">{facts}</div>}
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {facts && !unseen && <div className="page-facts">{facts}</div>}
    </header>
  );
}

/** The label of a field of a form, with its help before the field. */
export function FieldLabel({ children, hint }: { children: ReactNode; hint: ReactNode }) {
  return <span>{children}<span className="label-hint">{hint}</span></span>;
}

/** What happened, what still works, one next step. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return <div className="empty"><p className="empty-title">{title}</p>{children && <p className="quiet">{children}</p>}{action && <div className="empty-action">{action}</div>}</div>;
}

/** A titled part of a page, divided by a hairline. */
export function Section({ title, extra, children, id }: { title: ReactNode; extra?: ReactNode; children: ReactNode; id?: string }) {
  return <section className="section" id={id}><div className="section-head"><h2>{title}</h2>{extra}</div>{children}</section>;
}

/** Label and value pairs in as many columns as fit. */
export function Facts({ items }: { items: readonly (readonly [string, ReactNode])[] }) {
  return <dl className="facts">{items.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value === null || value === undefined || value === '' ? '—' : value}</dd></div>)}</dl>;
}
