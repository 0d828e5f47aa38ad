/** The browser saves the file under its own name. */
export function AttachmentLink({ name, path }: { name: string; path: string }) {
  return (
    <a className="link row-title" href={path} download={name}>
      {name}
    </a>
  );
}
