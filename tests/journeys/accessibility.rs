//! axe-core finds nothing, in light and dark, on small screens and large ones.

use crate::support::browser::{Engine, Habits};
use crate::support::host::PROBED;
use crate::support::page::{Page, journey};
use crate::support::root;

async fn violations(page: &Page) -> Vec<String> {
    let axe = std::fs::read_to_string(root().join("node_modules/axe-core/axe.min.js")).expect("run `make setup-test`");
    let script = format!(
        "const done = arguments[0]; {axe};
         axe.run(document, {{ resultTypes: ['violations'] }}).then(
           (results) => done(results.violations.map((violation) =>
             `${{violation.id}}: ${{violation.nodes.slice(0, 3).map((node) => node.target + ' ' + node.failureSummary).join(' | ')}}`)),
           (error) => done([String(error)]));"
    );
    let found = page.browser.driver.execute_async(script, vec![]).await.unwrap();
    found.json().as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing() {
    journey(Engine::Chromium, PROBED, Habits::default(), |page| {
        Box::pin(async {
            for (width, dark) in [(360, false), (360, true), (1280, false), (1280, true)] {
                page.screen(width, dark).await;
                page.visit_awake("/").await;
                assert_eq!(violations(page).await, Vec::<String>::new(), "as it loads, {width} px, dark: {dark}");
                page.value("document.querySelectorAll('details').forEach((details) => { details.open = true; })").await;
                page.click("#actor-om h3 a").await;
                page.until("Oman is chosen", "document.querySelector('.card[data-chosen]')").await;
                assert_eq!(
                    violations(page).await,
                    Vec::<String>::new(),
                    "all open and Oman chosen, {width} px, dark: {dark}"
                );
            }
            let rules = page.number("axe.getRules().length").await;
            assert!(rules > 80.0, "axe ran");
        })
    })
    .await;
}
