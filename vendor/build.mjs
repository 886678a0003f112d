// Cuts Tabler down to what the templates use and draws the icon sprite; run by a developer, its output is committed.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import CleanCSS from "clean-css";
import { PurgeCSS } from "purgecss";

const here = dirname(fileURLToPath(import.meta.url));
const web = join(here, "..", "thidua", "web");
const out = join(web, "static", "vendor");
const sheet = join(here, "node_modules", "@tabler", "core", "dist", "css", "tabler.css");
const drawings = join(here, "node_modules", "@tabler", "icons");

// Layout utilities stay whether a template uses them yet or not, so that a new page needs no new cut.
const utilities = [
  /^(row|col|container)$/, /^col-(sm-|md-|lg-)?(auto|[1-9]|1[0-2])$/, /^row-cols-(md-|lg-)?[1-4]$/, /^g[xy]?-[0-5]$/, /^gap-[0-5]$/,
  /^[mp][tbsexy]?-([0-5]|auto)$/, /^d-(sm-|md-|lg-|print-)?(none|block|flex|grid|inline|inline-block|inline-flex)$/,
  /^flex-(row|column|wrap|nowrap|fill)$/, /^flex-(grow|shrink)-[01]$/, /^(justify-content|align-items|align-self)-(start|end|center|between|baseline|stretch)$/,
  /^text-(start|end|center|nowrap|wrap|break|truncate|uppercase|decoration-none)$/, /^fw-(normal|medium|bold)$/, /^[wh]-(25|50|75|100|auto)$/,
  /^(strong|em|textarea|select|optgroup|hr|code|pre|blockquote|h[1-6]|details|summary|output|input|svg|label|sup|iframe)$/,
  /^overflow-(auto|hidden)$/, /^position-(relative|absolute|sticky)$/, /^order-[0-5]$/, /^border(-top|-bottom|-0)?$/, /^rounded$/, /^list-(unstyled|inline|inline-item)$/, /^visually-hidden$/,
];
// Parts that the theme draws whole itself, or that need a script we do not ship: dropped even where a word looks alike.
const parts = /^\.?(accordion|alert|apexcharts|avatar|badge|bg-|breadcrumb|btn|calendar|callout|card|carousel|chart|chip|color|countup|dropdown|dropzone|empty|flatpickr|form-(color|colorinput|fieldset|floating|footer|help|imagecheck|range|selectgroup|switch|text)|hr-|icon|icons|img|input-icon|jvm|legend|link|list-group|litepicker|loader|markdown|modal|nav|navbar|offcanvas|page|pagination|payment|placeholder|plyr|pricing|progress|progressbg|ribbon|segmented|selectgroup|settings|social|sparkline|spinner|star|stats|status|steps|swatch|switch|table|tag|tags|theme|timeline|toast|tom|tooltip|tracking|ts-|typed|wysiwyg)/;

const version = (name) => JSON.parse(readFileSync(join(here, "node_modules", name, "package.json"), "utf8")).version;

async function cut() {
  const purged = await new PurgeCSS().purge({
    content: [join(web, "templates", "**", "*.html"), join(web, "templatetags", "*.py"), join(web, "controls.py")],
    css: [sheet],
    safelist: { standard: utilities },
    blocklist: [parts],
    fontFace: true, keyframes: true, variables: true,
  });
  const small = new CleanCSS({ level: 1 }).minify(purged[0].css.replace(/@charset[^;]*;/, ""));
  if (small.errors.length) throw new Error(small.errors.join("\n"));
  const banner = `/*! Tabler ${version("@tabler/core")}, cut for Thi Đua by vendor/build.mjs; MIT, see tabler-LICENSE.txt */\n`;
  return `${banner}@layer tabler{${small.styles.replace(/\/\*![\s\S]*?\*\//g, "")}}\n`;
}

function sprite() {
  const names = readFileSync(join(here, "icons.txt"), "utf8").split("\n").filter(Boolean);
  const symbols = names.map((name) => {
    const drawing = readFileSync(join(drawings, "icons", "outline", `${name}.svg`), "utf8");
    const paths = drawing.replace(/^[\s\S]*?<svg[\s\S]*?>/, "").replace(/<\/svg>[\s\S]*$/, "")
      .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none" \/>/, "").replace(/\s*\n\s*/g, "").replace(/ \/>/g, "/>");
    return `<symbol id="${name}" viewBox="0 0 24 24">${paths}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg"><!-- Tabler Icons, MIT: vendor/tabler-icons-LICENSE.txt -->\n${symbols.join("\n")}\n</svg>\n`;
}

const files = {
  "tabler.min.css": await cut(),
  "tabler-LICENSE.txt": readFileSync(join(here, "licences", "tabler.txt"), "utf8"),
  "tabler-icons-LICENSE.txt": readFileSync(join(drawings, "LICENSE"), "utf8"),
  "../icons.svg": sprite(),
};
mkdirSync(out, { recursive: true });
const lines = Object.entries(files).map(([name, text]) => {
  writeFileSync(join(out, name), text);
  return `${createHash("sha256").update(text).digest("hex")}  ${name}`;
});
writeFileSync(join(out, "MANIFEST"), `@tabler/core ${version("@tabler/core")} MIT\n@tabler/icons ${version("@tabler/icons")} MIT\n${lines.join("\n")}\n`);
