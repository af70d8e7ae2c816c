//! A script that the host puts first into each page: it notes errors, policy
//! violations, console messages and layout shifts, so that all three browsers can be asked for them.

pub const PATH: &str = "/probe.js";

pub const SCRIPT: &str = r#"
window.probe = { errors: [], violations: [], shifts: [], console: [], since: 0 };
addEventListener("error", (event) => {
  const what = event.message || `${event.target?.localName} ${event.target?.src || event.target?.href || ""} failed to load`;
  window.probe.errors.push(what);
}, true);
addEventListener("unhandledrejection", (event) => window.probe.errors.push(`rejected: ${event.reason}`));
addEventListener("securitypolicyviolation", (event) =>
  window.probe.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample} ${event.sourceFile}:${event.lineNumber}`));
for (const level of ["error", "warn", "info", "log", "debug"]) {
  const say = console[level].bind(console);
  const notes = ["error", "warn"].includes(level) ? window.probe.errors : window.probe.console;
  console[level] = (...what) => { notes.push(`console.${level}: ${what.map(String).join(" ")}`); say(...what); };
}
for (const box of ["alert", "confirm", "prompt"]) window[box] = () => { window.probe.errors.push(`${box} was called`); };
try {
  const place = ({ x, y, width, height }) => `${width}x${height} at ${x},${y}`;
  const moved = ({ node, previousRect, currentRect }) =>
    `${node?.nodeName} ${node?.className ?? node?.data ?? ""} from ${place(previousRect)} to ${place(currentRect)}`;
  new PerformanceObserver((list) => {
    for (const { value, startTime, hadRecentInput, sources } of list.getEntries()) {
      if (!hadRecentInput && startTime >= window.probe.since) window.probe.shifts.push(`${value}: ${sources.map(moved).join(", ")}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
} catch {}
"#;
