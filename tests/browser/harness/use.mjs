// Uses what a role and a name lead to, as a keyboard or a screen reader does: the focus
// brings it into sight, wherever the canvas was scrolled to.
export async function use(locator) {
  await locator.focus();
  await locator.dispatchEvent('click');
}
