"use strict";
// Search and filters; without it everything is shown.
(() => {
  const form = document.getElementById("filters");
  const search = document.getElementById("search");
  const file = document.getElementById("file");
  const shown = document.getElementById("shown");
  const policies = [...document.querySelectorAll(".policy")].map((element) => ({
    element,
    severity: element.dataset.severity,
    text: element.querySelector("header").textContent.toLowerCase(),
    entries: [...element.querySelectorAll(".entry")].map((entry) => ({
      element: entry,
      file: entry.dataset.file,
      text: entry.textContent.toLowerCase(),
    })),
  }));
  const number = policies.reduce((sum, policy) => sum + policy.entries.length, 0);
  if (!number) return;

  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const severities = new Set([...form.querySelectorAll("[name=severity]:checked")].map((box) => box.value));
    const wanted = file ? file.value : "";
    let left = 0;
    for (const policy of policies) {
      let any = 0;
      for (const entry of policy.entries) {
        const fits =
          severities.has(policy.severity) &&
          (!wanted || entry.file === wanted) &&
          words.every((word) => policy.text.includes(word) || entry.text.includes(word));
        entry.element.hidden = !fits;
        any += fits ? 1 : 0;
      }
      policy.element.hidden = !any;
      left += any;
    }
    shown.textContent = left === number ? `${number} shown` : `${left} of ${number} shown`;
  };

  let waiting = 0;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 120);
  });
  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  form.hidden = false;
  filter();
})();
