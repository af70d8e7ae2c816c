//! What a page showed and said when its journey failed, in `target/journeys/`.

use std::fs;
use std::path::PathBuf;

use super::page::Page;
use super::{current, root};

/// All that the page knows of what went on in it. A page without the probe knows where it is.
const STORY: &str = "[`${document.URL} (${document.title}), ${innerWidth} x ${innerHeight}, at ${scrollY} of ${document.documentElement.scrollHeight}`,
  ...(window.probe ? [...window.probe.console, ...window.probe.errors.map((one) => `error: ${one}`), ...window.probe.violations.map((one) => `violation: ${one}`)] : ['This page had no probe.'])].join('\\n')";

/// Where evidence is kept.
fn folder() -> PathBuf {
    root().join("target/journeys")
}

/// What the files of a journey's evidence begin with.
fn file_name(journey: &str) -> String {
    journey.replace("::", ".")
}

/// Deletes what an earlier run has left of a journey.
pub fn clear(journey: &str) {
    for file in files(journey) {
        let _ = fs::remove_file(file);
    }
}

/// The files that there are of a journey's evidence.
pub fn files(journey: &str) -> Vec<PathBuf> {
    let begin = format!("{}.", file_name(journey));
    let entries = fs::read_dir(folder()).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(&begin))
        .map(|entry| entry.path())
        .collect();
    files.sort();
    files
}

/// Saves a picture of the page and its console, as far as the browser still answers. What cannot be saved must not
/// hide why the journey failed.
pub async fn save(page: &Page, reader: usize) {
    let Some(name) = current::name() else { return };
    let _ = fs::create_dir_all(folder());
    let file = |ending: &str| folder().join(format!("{}.{}.{ending}", file_name(&name), reader + 1));
    let driver = &page.browser.driver;
    if let Ok(picture) = driver.screenshot_as_png().await {
        let _ = fs::write(file("png"), picture);
    }
    let told = match driver.execute(format!("return {STORY};"), vec![]).await {
        Ok(told) => told.json().as_str().unwrap_or_default().to_owned(),
        Err(error) => format!("The page could not be asked: {error}"),
    };
    let _ = fs::write(file("txt"), told + "\n");
}
