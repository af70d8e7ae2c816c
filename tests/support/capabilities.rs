//! With which settings each browser is started.

use std::path::Path;
use std::process::Command;

use serde_json::{Map, Value, json};
use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;

use super::browser::{Engine, Habits};

const CHROMIUM: [&str; 12] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // A journey goes to more addresses in a second than readers do.
    "--disable-ipc-flooding-protection",
    "--disable-dev-shm-usage",
    "--force-device-scale-factor=1",
    "--window-size=1280,900",
];

/// What a driver is asked for.
pub fn capabilities(engine: Engine, habits: Habits, profile: Option<&Path>) -> Capabilities {
    let capabilities = match engine {
        Engine::Chromium => chromium(habits, profile),
        Engine::Firefox => firefox(habits, profile),
        Engine::WebKit => json!({
            "browserName": "MiniBrowser",
            "webkitgtk:browserOptions": {"binary": mini_browser(), "args": ["--automation", "--geometry=1280x900"]},
        }),
    };
    let map: Map<String, Value> = capabilities.as_object().unwrap().clone();
    Capabilities::from(map)
}

fn chromium(habits: Habits, profile: Option<&Path>) -> Value {
    let mut arguments: Vec<String> = CHROMIUM.iter().map(|argument| (*argument).to_owned()).collect();
    arguments.extend(profile.map(|path| format!("--user-data-dir={}", path.display())));
    // Frames of other sites have the storage that they have by default: a context of its own counts as incognito, where
    // Chromium would forbid it.
    let mut preferences = json!({"profile.cookie_controls_mode": 0});
    if habits.no_javascript {
        preferences = json!({"profile.managed_default_content_settings.javascript": 2});
    }
    if habits.no_foreign_storage {
        preferences = json!({"profile.block_third_party_cookies": true, "profile.cookie_controls_mode": 1});
    }
    json!({
        "browserName": "chrome",
        "webSocketUrl": true,
        "goog:chromeOptions": {"binary": "/usr/bin/chromium", "args": arguments, "prefs": preferences},
    })
}

fn firefox(habits: Habits, profile: Option<&Path>) -> Value {
    let mut arguments: Vec<String> = ["-headless", "--width=1280", "--height=900"].map(String::from).into();
    if let Some(profile) = profile {
        arguments.extend(["-profile".into(), profile.display().to_string()]);
    }
    json!({
        "browserName": "firefox",
        "webSocketUrl": true,
        "moz:firefoxOptions": {
            "args": arguments,
            "prefs": {
                "javascript.enabled": !habits.no_javascript,
                // 1 forbids it to other sites, 5 keeps it apart for each, which is what Firefox does by itself.
                "network.cookie.cookieBehavior": if habits.no_foreign_storage { 1 } else { 5 },
                "app.update.disabledForTesting": true,
                "datareporting.policy.dataSubmissionEnabled": false,
                "network.captive-portal-service.enabled": false,
                "network.connectivity-service.enabled": false,
                // Neither a process nor a page is made ready for tabs that nobody opens.
                "dom.ipc.processPrelaunch.enabled": false,
                "browser.newtabpage.enabled": false,
            },
        },
    })
}

/// Debian keeps MiniBrowser in a folder that names the machine and the version.
fn mini_browser() -> String {
    let version = Command::new("sh").args(["-c", "ls /usr/lib/*/webkit2gtk-4.1/MiniBrowser"]).output().unwrap();
    let path = String::from_utf8(version.stdout).unwrap().trim().to_owned();
    assert!(!path.is_empty(), "MiniBrowser is not there; run `make setup-test`");
    path
}
