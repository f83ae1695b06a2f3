/**
 * Where somebody is on the page when it is drawn anew: which control has the focus, and what is unfolded. Both are given
 * back by what they are called, and else by where they stand: who has removed a row is on the next.
 */

const CONTROLS = "button, input:not([hidden]), select, textarea, a[href], summary";

/** @param {Element | null | undefined} control */
const nameOf = (control) => control && `${control.localName} ${control.ariaLabel ?? (control.closest("label") ?? control).textContent}`;

/** @param {Element} section @returns {HTMLElement[]} what can have the focus now */
const controlsIn = (section) => [.../** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll(CONTROLS))].filter((control) => control.checkVisibility());

/** @param {ParentNode} root @returns {HTMLDetailsElement[]} */
const unfolded = (root) => [...root.querySelectorAll("details")];

/** @param {HTMLDetailsElement} details */
const foldOf = (details) => `${details.closest("section")?.id} ${details.querySelector("summary")?.textContent}`;

/** @param {HTMLElement} main */
function whereIn(main) {
  const section = main.contains(document.activeElement) ? document.activeElement?.closest("section") : null;
  const controls = section ? controlsIn(section) : [];
  const at = controls.findIndex((control) => control === document.activeElement);
  return { id: section?.id, name: nameOf(controls[at]), at };
}

/**
 * @param {HTMLElement} main
 * @param {HTMLElement[]} sections
 */
export function replaceKeepingPlace(main, sections) {
  const { id, name, at } = whereIn(main);
  const open = new Set(unfolded(main).filter((details) => details.open).map(foldOf));
  main.replaceChildren(...sections);
  for (const details of unfolded(main)) details.open = open.has(foldOf(details));
  const section = sections.find((each) => each.id === id);
  if (section === undefined || at < 0) return;
  const controls = controlsIn(section);
  const [nearest] = controls.filter((control) => nameOf(control) === name).sort((one, other) => Math.abs(controls.indexOf(one) - at) - Math.abs(controls.indexOf(other) - at));
  const control = nearest ?? controls[Math.min(at, controls.length - 1)] ?? section.querySelector("h2");
  if (control instanceof HTMLHeadingElement) control.tabIndex = -1;
  control?.focus();
}
