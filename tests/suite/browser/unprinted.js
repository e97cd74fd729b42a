// What of the page's text paper would not show: hidden, cut off, or fixed over other text. What only leads elsewhere is
// left out on purpose, and a bar is drawn in the place of its words.
() => {
  const faults = [];
  const name = (one) => `${one.tagName.toLowerCase()}.${one.className}: ${one.textContent.trim().slice(0, 60)}`;
  const apart = "nav, .skip, script, style, noscript, annotation, progress, .pages, .months, .tbl, .foot, .no-print, select, [hidden], svg > title, svg > desc";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const [text, parent] = [walker.currentNode, walker.currentNode.parentElement];
    if (!text.data.trim() || parent.closest(apart)) continue;
    const range = document.createRange();
    range.selectNode(text);
    if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || !range.getClientRects().length)
      faults.push(`hidden: ${name(parent)}`);
  }
  for (const one of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(one);
    if (["fixed", "sticky"].includes(style.position)) faults.push(`${style.position}: ${name(one)}`);
    // What is there for a screen reader alone is clipped on purpose.
    if (one.closest(".vh") || style.display === "inline") continue;
    const wide = style.overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1;
    const high = style.overflowY !== "visible" && one.scrollHeight > one.clientHeight + 1;
    if (wide || high) faults.push(`cut off: ${name(one)}`);
  }
  return faults;
}
