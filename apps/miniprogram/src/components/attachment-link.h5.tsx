/** The browser saves the file under its own name. */
export function AttachmentLink({ name, path, label = name }: { name: string; path: string; label?: string }) {
  return (
    <a className="link row-title" href={path} download={name}>
      {label}
    </a>
  );
}
