// Makes one page another with each of two ways, and tells how many of its elements stayed the very same, and whether
// the other page came of it.
async ({ before, after, morph }) => {
  const body = (html) => new DOMParser().parseFromString(html, "text/html").body;
  const tried = (way) => {
    document.body.replaceWith(document.importNode(body(before), true));
    const old = [...document.body.querySelectorAll("*")];
    way(document.body, body(after));
    const stayed = old.filter((element) => element.isConnected).length;
    return { stayed, same: document.body.isEqualNode(document.importNode(body(after), true)) };
  };
  const ours = new Function(`${morph}; return children;`)();
  return { ours: tried(ours), theirs: tried((from, to) => Idiomorph.morph(from, to, { morphStyle: "innerHTML" })) };
}
