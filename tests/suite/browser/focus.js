// Crosses off what has the focus now, and says what is wrong with it: nothing, "left" where the page has no focus, or
// why it can't be seen.
() => {
  const one = document.activeElement;
  if (!one || one === document.body) return "left";
  window.reach.delete(one);
  const name = `${one.tagName.toLowerCase()} "${(one.textContent || one.name || "").trim().slice(0, 40)}"`;
  const style = getComputedStyle(one);
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return `${name} shows no focus`;
  const boxes = [...one.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
  const seen = boxes.some((box) => {
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const top = document.elementFromPoint(x, y);
    return top && (one.contains(top) || top.contains(one));
  });
  return seen ? "" : `${name} has the focus out of sight`;
}
