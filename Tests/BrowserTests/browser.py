"""Looks at a site of hoso as a browser does and prints one fault a line; BrowserTests calls it.

usage: browser.py TASK FOLDER RECORD...

FOLDER is the site (for `bag`, the bag), each RECORD a page of a record that came in as a Word file, relative to it.
HOSO_CHROMIUM names the browser (/usr/bin/chromium). Nothing but file: may be read: every other request is stopped,
and is a fault.
"""

import os
import sys
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

TASK, FOLDER, RECORDS = sys.argv[1], Path(sys.argv[2]).resolve(), sys.argv[3:]
YEAR = "records/2024-2025"
LESSON = "2024-2025/ke-hoach-bai-day/to-4-5/nva/tuan-05/toan-4a-bai-14-so-sanh-cac-so.md.html"
PAGES = [
    "index.html", "teams/to-4-5.html", "people/nva.html", "tracking/lesson-plan.html",
    f"{YEAR}/ke-hoach-bai-day/to-4-5/nva/index.html", f"records/{LESSON}", f"{YEAR}/lop/4a/so-diem/hoc-ki-1.csv.html",
    f"history/{LESSON}", "decisions/index.html", "late/index.html", *RECORDS,
]
WIDTHS = [390, 1280]
SCHEMES = ["light", "dark"]

# What a reader sees: text with its own colour over the first ground below it that is not see-through.
SEEN_TEXT = """
() => {
  const numbers = value => (value.match(/[-\\d.]+(?:e-?\\d+)?/g) || []).map(Number);
  const colour = value => {
    let [r, g, b, a] = numbers(value);
    if (value.startsWith('color(')) [r, g, b] = [r, g, b].map(each => each * 255);
    return [r, g, b, a === undefined ? 1 : a];
  };
  const light = ([r, g, b]) => [r, g, b].map(each => each / 255)
    .map(each => each <= .04045 ? each / 12.92 : ((each + .055) / 1.055) ** 2.4)
    .reduce((sum, each, index) => sum + each * [.2126, .7152, .0722][index], 0);
  const ground = element => {
    for (let each = element; each; each = each.parentElement) {
      const found = colour(getComputedStyle(each).backgroundColor);
      if (found[3] > .5) return found;
    }
    return [255, 255, 255, 1];
  };
  const faults = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
    if (element.closest('.cell, .late-mark')) continue;
    const ink = colour(getComputedStyle(element).color), paper = ground(element);
    const [high, low] = [light(ink), light(paper)].sort((one, other) => other - one);
    const inSheet = element.closest('.sheet, h1, .letterhead');
    const isBlackOnWhite = light(ink) < .001 && light(paper) > .9;
    if ((high + .05) / (low + .05) < 4.5 || light(paper) < .8 || (inSheet && !isBlackOnWhite))
      faults.push(`${element.className || element.tagName}: ${ink} on ${paper}: ${walker.currentNode.data.trim().slice(0, 30)}`);
  }
  return [...new Set(faults)].slice(0, 5);
}
"""

OVERFLOW = """
() => {
  const root = document.scrollingElement, width = document.documentElement.clientWidth;
  if (root.scrollWidth <= width) return null;
  const wide = [...document.querySelectorAll('main *')].find(each => each.getBoundingClientRect().right > width + 1);
  return `${root.scrollWidth} px wide: ${wide ? wide.tagName + '.' + wide.className : ''}`;
}
"""

FOCUS = """
() => {
  const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
  return {
    name: element.className || element.tagName, href: element.getAttribute('href'),
    isOutlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    isInSight: box.width > 0 && box.height > 0 && box.left >= 0 && box.top >= 0
      && box.left < innerWidth && box.top < innerHeight,
  };
}
"""

LESSON_FACTS = """
() => {
  const box = element => element.getBoundingClientRect();
  const table = document.querySelector('.prose table');
  const rows = table ? [...table.rows] : [];
  const cells = rows.length ? [...rows[0].cells].map(box) : [];
  return {
    columns: rows.map(row => row.cells.length),
    isSideBySide: cells.length === 2 && cells[0].right <= cells[1].left + 1 && Math.abs(cells[0].top - cells[1].top) < 1
      && cells.every(cell => cell.width > 60),
    list: [...document.querySelectorAll('.prose > ul > li')].map(each => getComputedStyle(each).listStyleType),
    cellText: table ? table.innerText : '',
    images: [...document.querySelectorAll('.prose img')].map(image => {
      const holder = box(image.closest('td, th, p')), own = box(image);
      return {
        alt: image.alt, source: image.getAttribute('src'), width: image.naturalWidth, isSeen: own.width > 0,
        fits: own.left >= holder.left - 1 && own.right <= holder.right + 1,
        keepsShape: Math.abs(own.width * image.naturalHeight - own.height * image.naturalWidth)
          < 1.5 * Math.max(image.naturalWidth, image.naturalHeight),
      };
    }),
    originals: [...document.querySelectorAll('.record-files a')].map(each => each.getAttribute('href')),
  };
}
"""


class Visitor:
    """One window; collects what the page asks for and complains of."""

    def __init__(self, browser, width=1280, scheme="light", script=True, motion="no-preference"):
        self.context = browser.new_context(
            viewport={"width": width, "height": 844 if width < 600 else 900}, color_scheme=scheme, offline=True,
            java_script_enabled=script, reduced_motion=motion)
        self.context.route("**/*", lambda route: route.continue_() if self.is_file(route.request.url) else route.abort())
        self.page = self.context.new_page()
        self.faults = []
        self.page.on("request", lambda request: self.is_file(request.url) or self.fault("asks for " + request.url))
        self.page.on("requestfailed", lambda request: self.fault("does not get " + request.url))
        self.page.on("console", lambda message: message.type in ("error", "warning") and self.fault(message.text))
        self.page.on("pageerror", lambda error: self.fault(str(error)))
        self.place = ""

    @staticmethod
    def is_file(url):
        return url.startswith("file:")

    def fault(self, text):
        print(f"{self.place}: {' '.join(str(text).split())}", flush=True)

    def open(self, path, note=""):
        self.place = f"{path} {note}".strip()
        self.page.goto((FOLDER / path).as_uri(), wait_until="load")
        return self.page


def accessibility(browser):
    axe = Axe()
    for width in WIDTHS:
        for scheme in SCHEMES:
            visitor = Visitor(browser, width, scheme)
            for path in PAGES:
                page = visitor.open(path, f"{width} {scheme}")
                for violation in axe.run(page, options={"preload": False}).response["violations"]:
                    if violation["impact"] in ("serious", "critical"):
                        nodes = violation["nodes"]
                        visitor.fault(f"{violation['id']} ({len(nodes)}): {nodes[0]['html']} {nodes[0]['failureSummary']}")
            visitor.context.close()


def pages(browser):
    visitor = Visitor(browser, 390)
    for file in sorted(FOLDER.rglob("*.html")):
        page = visitor.open(str(file.relative_to(FOLDER)))
        wide = page.evaluate(OVERFLOW)
        if wide:
            visitor.fault(wide)


def bag(browser):
    visitor = Visitor(browser)
    page = visitor.open("data/index.html")
    page.wait_for_url("**/data/site/index.html", timeout=5000)
    visitor.place = "data/site/index.html"
    style = page.evaluate("getComputedStyle(document.querySelector('.site-header')).borderTopWidth")
    if style != "4px":
        visitor.fault("the style sheet is not in force")
    for path in PAGES:
        visitor.open("data/site/" + path)
        if not page.locator("main h1").inner_text().strip():
            visitor.fault("no heading")


def lesson(browser):
    for width, scheme, media in [(390, "light", "screen"), (1280, "dark", "screen"), (700, "light", "print")]:
        visitor = Visitor(browser, width, scheme)
        visitor.page.emulate_media(media=media)
        for path in RECORDS:
            page = visitor.open(path, f"{width} {media}")
            facts = page.evaluate(LESSON_FACTS)
            if not facts["columns"] or set(facts["columns"]) != {2} or not facts["isSideBySide"]:
                visitor.fault(f"the table has not two columns: {facts['columns']}")
            if not facts["list"] or set(facts["list"]) != {"disc"}:
                visitor.fault(f"list marks: {facts['list']}")
            for mark in ("•", "◦", "1.", "2."):
                if mark not in facts["cellText"]:
                    visitor.fault(f"no {mark} in the table")
            if len(facts["images"]) != 2:
                visitor.fault(f"{len(facts['images'])} pictures")
            for image in facts["images"]:
                if not (image["width"] > 0 and image["isSeen"] and image["fits"] and image["keepsShape"] and image["alt"]):
                    visitor.fault(f"picture: {image}")
            if len(facts["originals"]) != 1:
                visitor.fault(f"originals: {facts['originals']}")
            for original in facts["originals"]:
                if (FOLDER / path).parent.joinpath(original).read_bytes()[:2] != b"PK":
                    visitor.fault(f"{original} is no Word file")
            wide = page.evaluate(OVERFLOW)
            if wide:
                visitor.fault(wide)
        visitor.context.close()


def keyboard(browser):
    for width in WIDTHS:
        # Where pages glide, what has the focus comes into sight a moment later.
        visitor = Visitor(browser, width, motion="reduce")
        for path in PAGES:
            page = visitor.open(path, str(width))
            for step in range(12):
                page.keyboard.press("Tab")
                found = page.evaluate(FOCUS)
                if step == 0 and found["name"] != "skip-link":
                    visitor.fault(f"Tab reaches {found['name']} first")
                if found["name"] != "BODY" and not (found["isOutlined"] and found["isInSight"]):
                    visitor.fault(f"focus cannot be seen: step {step + 1}, {found}")
            page = visitor.open(path, str(width))
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            page.keyboard.press("Tab")
            inside = page.evaluate("!document.activeElement.closest('.site-header, .skip-link, .breadcrumbs')")
            if not inside:
                visitor.fault("the skip link does not skip")
        visitor.context.close()


def paper(browser):
    for scheme in SCHEMES:
        visitor = Visitor(browser, 700, scheme)
        visitor.page.emulate_media(media="print", color_scheme=scheme)
        for path in PAGES:
            page = visitor.open(path, f"print {scheme}")
            shown = page.evaluate(
                "[...document.querySelectorAll('nav, .site-header, .site-footer, .skip-link')]"
                ".filter(each => each.checkVisibility()).map(each => each.className)")
            if shown:
                visitor.fault(f"printed: {shown}")
            for fault in page.evaluate(SEEN_TEXT):
                visitor.fault(fault)
        visitor.context.close()


def script(browser):
    with_script, without = Visitor(browser), Visitor(browser, script=False)
    for path in PAGES:
        texts = [each.open(path).inner_text("body") for each in (with_script, without)]
        if not texts[0].strip() or texts[0] != texts[1]:
            without.fault("the text is another without scripts")


def pictures(browser):
    """Takes pictures of some pages into HOSO_PICTURES, to be looked at by people."""
    folder = Path(os.environ["HOSO_PICTURES"])
    folder.mkdir(parents=True, exist_ok=True)
    names = {"home": PAGES[0], "matrix": PAGES[3], "record": PAGES[5], "history": PAGES[7]}
    names |= {f"lesson-{number + 1}": path for number, path in enumerate(RECORDS)}
    for width in WIDTHS:
        visitor = Visitor(browser, width)
        for name, path in names.items():
            page = visitor.open(path)
            page.screenshot(path=folder / f"{name}-{width}.png")
            page.screenshot(path=folder / f"{name}-{width}-whole.png", full_page=True)


TASKS = {task.__name__: task for task in (accessibility, pages, bag, lesson, keyboard, paper, script, pictures)}

if __name__ == "__main__":
    with sync_playwright() as playwright:
        # Chromium's own sandbox does not work as root, as in containers; the pages are ours.
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("HOSO_CHROMIUM", "/usr/bin/chromium"), args=arguments)
        TASKS[TASK](browser)
        browser.close()
