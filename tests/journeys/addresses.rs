//! Every address within the pages that are published: whoever comes by it stands where it leads.

use serde_json::{Value, json};

use crate::journeys;
use crate::support::host::Manners;
use crate::support::page::{PUBLISHED, Page, Setup};
use crate::support::reading_pages;

/// The widths at which they are tried: a phone's, and a screen's.
const WIDTHS: [u32; 2] = [360, 1280];

/// What has an id and is a place: not a control, and not what shows only while it is asked for.
const PLACES: &str = "[...document.querySelectorAll('[id]')].filter((one) =>
    !one.matches('input, dialog, dialog *, [popover], [popover] *, .unseen, pattern, defs *, [hidden], [hidden] *')).map((one) => one.id)";

/// How far from where it should stand a place stands, in pixels; nothing where it does not show. At the end of the page
/// it is enough to be seen.
const STANDS: &str = "const stands = (id, far) => {
      const place = document.getElementById(id);
      if (!place?.checkVisibility()) return null;
      const { top, bottom } = place.getBoundingClientRect();
      const { scrollHeight, clientHeight } = document.documentElement;
      const away = Math.abs(Math.round(top - (parseFloat(getComputedStyle(place).scrollMarginBlockStart) || 0)));
      if (away <= far) return away;
      const isAtEnd = scrollY + clientHeight >= scrollHeight - 2 || scrollY === 0;
      // What is held where it is, a map beside a list, goes along and is seen there.
      const isHeld = (one) => one !== null && (getComputedStyle(one).position === 'sticky' || isHeld(one.parentElement));
      if ((isAtEnd || isHeld(place)) && top >= 0 && top < clientHeight && bottom > 0) return 0;
      return away;
    };";

/// The farthest that a place may stand from where it should, in pixels.
const FAR: u64 = 120;

/// Goes to one address after the other within a page, and tells where that ends too far away.
async fn astray(page: &Page, ids: &Value) -> Value {
    let go = format!(
        "const [ids, far, done] = arguments;
         {STANDS}
         const frame = () => new Promise((painted) => requestAnimationFrame(painted));
         // To these a script answers, before the next frame is painted; others are where they are.
         const isAnswered = (id) => document.documentElement.hasAttribute('data-ready') && /^(actor|faq|event|place|era|comment)-/.test(id);
         const isNear = (id) => {{ const away = stands(id, far); return away !== null && away <= far; }};
         (async () => {{
           const astray = [];
           for (const id of ids) {{
             location.hash = encodeURIComponent(id);
             if (isAnswered(id)) await frame();
             for (let frames = 0; !isNear(id) && frames < 120; frames += 1) await frame();
             if (!isNear(id)) astray.push(`${{id}}: ${{stands(id, far) ?? 'does not show'}}`);
           }}
           done(astray);
         }})();"
    );
    let answer = page.browser.driver.execute_async(&go, vec![ids.clone(), json!(FAR)]).await.unwrap();
    answer.json().clone()
}

async fn each_leads_to_its_place(page: &Page) {
    lead_to_their_places(page, true).await;
}

async fn lead_to_their_places(page: &Page, with_scripts: bool) {
    for address in reading_pages() {
        for width in WIDTHS {
            page.width(width).await;
            if with_scripts {
                page.visit_awake(&address).await;
            } else {
                page.visit(&address).await;
                page.until("the page is there", "document.readyState === 'complete'").await;
            }
            let ids = page.value(PLACES).await;
            let count = ids.as_array().unwrap().len();
            assert!(count > 60, "{address} has {count} places");
            assert_eq!(astray(page, &ids).await, json!([]), "{address} at {width} px");
        }
    }
}

async fn each_leads_to_its_place_without_scripts(page: &Page) {
    lead_to_their_places(page, false).await;
}

/// One id of each kind: `faq-deal` and `faq-talks` are of one.
const KINDS: &str = "(ids) => [...new Map(ids.map((id) => [id.split('-')[0] + (id.endsWith('-heading') ? '-heading' : ''), id])).values()]";

/// The same for whoever comes from elsewhere, with the last place of each kind.
async fn each_leads_to_its_place_from_elsewhere(page: &Page) {
    page.width(360).await;
    for address in reading_pages() {
        page.visit(&address).await;
        page.until("the page is there", "document.readyState === 'complete'").await;
        let kinds = page.value(&format!("({KINDS})({PLACES})")).await;
        for id in kinds.as_array().unwrap().iter().map(|id| id.as_str().unwrap()) {
            page.visit("/icon.svg").await;
            page.visit_ready(&format!("{address}#{id}")).await;
            let near = format!(
                "(() => {{ {STANDS} const away = stands('{id}', {FAR}); return away !== null && away <= {FAR}; }})()"
            );
            page.until(&format!("{address}#{id} is reached"), &near).await;
            page.frames_pass().await;
            assert!(page.holds(&near).await, "{address}#{id} is left again");
        }
    }
}

journeys!(PUBLISHED; each_leads_to_its_place, each_leads_to_its_place_from_elsewhere);
journeys!(Setup { manners: Manners { no_scripts: true, ..Manners::default() }, ..PUBLISHED }; each_leads_to_its_place_without_scripts);
