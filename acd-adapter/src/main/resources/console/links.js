// Hashes that lead to views. Stateless.

export function hrefOf(view) {
  return `#/${view.name}`;
}

/** Why one call went where it went. */
export function hrefOfCall(id) {
  return `#/calls/${encodeURIComponent(id)}`;
}
