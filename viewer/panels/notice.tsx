/** A whole page that says why there is no graph, and what to do. */
export function Notice({ title, advice }: { title: string; advice: string }) {
  return (
    <main class="notice-page">
      <div role="alert">
        <h1>{title}</h1>
        <p>{advice}</p>
      </div>
    </main>
  );
}
