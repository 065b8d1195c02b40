"use strict";
// Everything on this page works without this script. It adds a filter to the timeline, and shows
// evidence beside what is being read instead of jumping to it.
(function () {
  const $ = (id) => document.getElementById(id);
  const element = (name, text, css) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (css) made.className = css;
    return made;
  };

  // A link's target may lie in something closed: open it on the way.
  function reveal(node) {
    for (let up = node; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    const item = node.closest(".ev");
    if (item && item.hidden) {
      form.reset();
      apply();
    }
  }
  function follow() {
    const id = decodeURIComponent(location.hash.slice(1));
    const node = id && $(id);
    if (!node || node === drawer) return;
    reveal(node);
    node.scrollIntoView();
  }

  // --- evidence, in a drawer at the side ---
  const drawer = $("drawer");
  let cause = null;
  const SHOWN = ".report, .card, .saying, .point, .commitment, .actor";

  function close() {
    drawer.hidden = true;
    drawer.replaceChildren();
    if (cause && document.contains(cause)) cause.focus();
    cause = null;
  }
  function copyOf(node) {
    const copy = node.cloneNode(true);
    copy.removeAttribute("id");
    copy.querySelectorAll("[id]").forEach((n) => n.removeAttribute("id"));
    if (copy.tagName === "DETAILS") copy.open = true;
    if (copy.tagName === "TR") {
      const block = element("div", "", "row");
      for (const cell of copy.children) {
        const part = element("div");
        part.append(...cell.childNodes);
        if (part.textContent.trim()) block.append(part);
      }
      return block;
    }
    if (copy.tagName === "LI") {
      const block = element("div");
      block.className = copy.className;
      block.append(...copy.childNodes);
      return block;
    }
    return copy;
  }
  function headline(event) {
    const text = (css) => {
      const copy = event.querySelector(css).cloneNode(true);
      copy.querySelectorAll(".arrow").forEach((n) => n.remove());
      return copy.textContent.replace(/\s+/g, " ").trim();
    };
    return text(".when") + ": " + text(".type") + ", " + text(".who");
  }
  function show(node, from) {
    const bar = element("p", "", "drawer-bar");
    const there = element("a", "Show in its place");
    there.href = "#" + node.id;
    there.dataset.go = "";
    const shut = element("button", "Close");
    shut.type = "button";
    shut.addEventListener("click", close);
    bar.append(there, shut);
    const parts = [bar];
    const event = node.classList.contains("report") && node.closest(".card");
    if (event) {
      const line = element("p", "", "drawer-of");
      const link = element("a", headline(event));
      link.href = "#" + event.id;
      line.append(link);
      parts.push(line);
    }
    parts.push(copyOf(node));
    drawer.replaceChildren(...parts);
    drawer.hidden = false;
    drawer.scrollTop = 0;
    if (!drawer.contains(from)) cause = from;
    drawer.focus({ preventScroll: true });
  }
  document.addEventListener("click", (click) => {
    if (click.defaultPrevented || click.button || click.ctrlKey || click.metaKey || click.shiftKey)
      return;
    const link = click.target.closest("a[href^='#'], a[*|href^='#']");
    if (!link) return;
    if (link.dataset.type) {
      $("f-type").value = link.dataset.type;
      apply();
      return;
    }
    const node = $(decodeURIComponent(link.getAttribute("href").slice(1)));
    if (!node) return;
    if ("go" in link.dataset || !node.matches(SHOWN)) {
      if (drawer.contains(link) && innerWidth < 900) close();
      reveal(node);
      return;
    }
    const own = link.closest(".card");
    if (own && own.contains(node)) {
      reveal(node);
      return;
    }
    click.preventDefault();
    show(node, link);
  });
  document.addEventListener("keydown", (key) => {
    if (key.key === "Escape" && !drawer.hidden) close();
  });

  // --- the filter of the timeline ---
  const form = $("filter");
  const items = Array.from(document.querySelectorAll(".ev"));
  const groups = Array.from(document.querySelectorAll(".group"));
  const words = new Map();
  let was = null;

  function apply() {
    const text = $("f-text").value.trim().toLowerCase();
    const party = $("f-party").value;
    const type = $("f-type").value;
    const status = $("f-status").value;
    const hot = $("f-hot").checked;
    const any = Boolean(text || party || type || status || hot);
    let shown = 0;
    for (const item of items) {
      const data = item.dataset;
      let fits =
        (!type || data.t === type) &&
        (!status || data.s === status) &&
        (!hot || "c" in data) &&
        (!party || data.p.split(" ").includes(party));
      if (fits && text) {
        if (!words.has(item)) words.set(item, item.textContent.toLowerCase());
        fits = words.get(item).includes(text);
      }
      item.hidden = !fits;
      if (fits) shown += 1;
    }
    if (any && !was) was = groups.map((g) => g.open);
    groups.forEach((group, i) => {
      const left = group.querySelector(".ev:not([hidden])");
      group.hidden = !left;
      if (any && left) group.open = true;
      if (!any && was) group.open = was[i];
    });
    if (!any) was = null;
    $("f-count").textContent = any ? shown + " of " + items.length + " events" : "";
  }
  if (form && items.length) {
    form.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("submit", (e) => e.preventDefault());
    form.addEventListener("reset", () => setTimeout(apply));
  }

  // --- which section is being read ---
  const links = new Map();
  document.querySelectorAll("nav.top a").forEach((a) => links.set(a.getAttribute("href").slice(1), a));
  if ("IntersectionObserver" in window) {
    const watch = new IntersectionObserver(
      (seen) => {
        for (const s of seen) {
          const link = links.get(s.target.id);
          if (!link || !s.isIntersecting) continue;
          links.forEach((a) => a.removeAttribute("aria-current"));
          link.setAttribute("aria-current", "true");
          // On a narrow screen the sections are in a row that scrolls: keep this one in sight.
          const row = link.closest("nav");
          row.scrollLeft = link.offsetLeft - (row.clientWidth - link.offsetWidth) / 2;
        }
      },
      { rootMargin: "-20% 0px -75% 0px" },
    );
    document.querySelectorAll("main > section").forEach((s) => watch.observe(s));
  }

  addEventListener("hashchange", follow);
  follow();
})();
