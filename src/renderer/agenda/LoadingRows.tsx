/** Rows of the true height while meetings are loaded; nothing in the first moments. */
export const LoadingRows = ({ label }: { readonly label: string }) => (
  <output className="loading-rows" aria-label={label}>
    <span className="loading-row" />
    <span className="loading-row" />
    <span className="loading-row" />
    <span className="loading-row" />
  </output>
);
