// Builds and changes elements. Data become text or attributes, never HTML: this is the only place where elements are made.

/**
 * An element. Attributes that are null or false are left out, those that begin with "on" are listeners; children that are null
 * or false are left out.
 */
export function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    setAttribute(node, name, value);
  }
  node.append(...children.flat().filter(isThere));
  return node;
}

function setAttribute(node, name, value) {
  if (!isThere(value)) {
    return;
  }
  if (name.startsWith('on')) {
    node.addEventListener(name.slice(2), value);
  } else {
    node.setAttribute(name, value === true ? '' : String(value));
  }
}

function isThere(value) {
  return value !== null && value !== undefined && value !== false;
}

/** Writes only what changed: an untouched text node costs the browser nothing. */
export function setText(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

/** The same for an attribute; null takes it away. */
export function setAttr(node, name, value) {
  if (value === null || value === undefined) {
    node.removeAttribute(name);
  } else if (node.getAttribute(name) !== String(value)) {
    node.setAttribute(name, value);
  }
}

/** The same for the whole class attribute. */
export function setClass(node, classes) {
  if (node.className !== classes) {
    node.className = classes;
  }
}

/** A shape and a word: nothing is told by colour alone. */
export function mark(kind, text) {
  return el('span', { class: `mark ${kind}` }, text);
}

/** The heading of a view; focus goes there when the view is entered. */
export function heading(text) {
  return el('h1', { tabindex: '-1' }, text);
}
