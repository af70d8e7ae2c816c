//! What a page showed and said when its journey failed, in `target/journeys/`.

use std::fs;
use std::path::PathBuf;

use super::page::Page;
use super::{current, root};

/// All that the page knows of what went on in it. A page without the probe knows where it is.
const STORY: &str = "[`${document.URL} (${document.title}), ${innerWidth} x ${innerHeight}, at ${scrollY} of ${document.documentElement.scrollHeight}`,
  ...(window.probe ? [...window.probe.console, ...window.probe.errors.map((one) => `error: ${one}`), ...window.probe.violations.map((one) => `violation: ${one}`)] : ['This page had no probe.'])].join('\\n')";

/// Where evidence is kept.
pub fn folder() -> PathBuf {
    root().join("target/journeys")
}

/// What the files of a journey's evidence begin with.
pub fn file_name(journey: &str) -> String {
    journey.replace("::", ".")
}

/// Saves a picture of the page and its console, as far as the browser still answers.
pub async fn save(page: &Page, reader: usize) {
    let Some(name) = current::name() else { return };
    fs::create_dir_all(folder()).unwrap();
    let reader = if reader == 0 { String::new() } else { format!("-{}", reader + 1) };
    let file = |ending: &str| folder().join(format!("{}{reader}.{ending}", file_name(&name)));
    let driver = &page.browser.driver;
    if let Ok(picture) = driver.screenshot_as_png().await {
        fs::write(file("png"), picture).unwrap();
    }
    let told = match driver.execute(format!("return {STORY};"), vec![]).await {
        Ok(told) => told.json().as_str().unwrap_or_default().to_owned(),
        Err(error) => format!("The page could not be asked: {error}"),
    };
    fs::write(file("txt"), told + "\n").unwrap();
}
