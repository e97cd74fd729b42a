// The typefaces of the stylesheet that the page could not load, and that none is where not even one is.
() => {
  const faces = [...document.fonts];
  const failed = faces.filter((face) => face.status === "error").map((face) => `no typeface ${face.family}`);
  return faces.some((face) => face.status === "loaded") ? failed : [...failed, "no typeface is loaded"];
}
