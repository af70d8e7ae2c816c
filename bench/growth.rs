//! Measures how writing the pages grows with the number of stories: copies of the flagship, in release mode.
//!
//! Deliberately absent: failing; each promise is told to be held or not.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::{root, small_site};
use tempfile::TempDir;

const COUNTS: [usize; 4] = [1, 10, 100, 1000];

/// The most that a thousand stories may take on two cores.
const TIME: Duration = Duration::from_secs(20);

/// The most memory that they may take, in megabytes.
const MEMORY: u64 = 500;

fn stories(folder: &Path, count: usize) {
    fs::write(folder.join("site.toml"), "name = \"Many\"\nflagship = \"copy-1\"\n").unwrap();
    for copy in 1..=count {
        let story = folder.join(format!("copy-{copy}"));
        fs::create_dir(&story).unwrap();
        for entry in fs::read_dir(root().join("stories/oman-talks")).unwrap() {
            let path = entry.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            // A link to another story leads to the first copy.
            let text = text.replace("story:iran-nuclear-deal", "story:copy-1");
            fs::write(story.join(path.file_name().unwrap()), text).unwrap();
        }
    }
}

/// How long it takes, and how many megabytes at most.
/// (The folders are kept: where many files have just been deleted, file systems are slow to make new ones.)
fn written(count: usize, pack: &str, kept: &mut Vec<TempDir>) -> (Duration, u64) {
    let (folder, site) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    stories(folder.path(), count);
    let start = Instant::now();
    let mut process = Command::new(root().join("target/ssr-release/release/prerender"))
        .env("STORIES", folder.path())
        .env("TRUNK_STAGING_DIR", site.path())
        .env("ISLANDS", small_site::islands())
        .env("PACK", pack)
        .stdout(Stdio::null())
        .current_dir(root())
        .spawn()
        .expect("run `make bench`, which builds prerender in release mode");
    let status = format!("/proc/{}/status", process.id());
    let mut most = 0;
    let ended = loop {
        // The high-water mark only rises, so what is read last before the end is nearly it.
        let read = fs::read_to_string(&status).unwrap_or_default();
        let peak = read.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        most = most.max(peak.and_then(|line| line.trim().split(' ').next()?.parse::<u64>().ok()).unwrap_or_default());
        if let Some(ended) = process.try_wait().unwrap() {
            break ended;
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    let taken = start.elapsed();
    assert!(ended.success());
    kept.extend([folder, site]);
    (taken, most / 1024)
}

/// Measures and prints.
pub fn run() {
    println!(
        "\nWriting the pages of copies of the flagship, on {} cores",
        std::thread::available_parallelism().unwrap()
    );
    println!("{:>8} {:>10} {:>12} {:>10}", "stories", "seconds", "ms a story", "megabytes");
    let (mut last, mut kept) = ((Duration::ZERO, 0), Vec::new());
    for count in COUNTS {
        last = written(count, "quick", &mut kept);
        let (seconds, each) = (last.0.as_secs_f64(), last.0.as_secs_f64() * 1000.0 / count as f64);
        println!("{count:>8} {seconds:>10.2} {each:>12.1} {:>10}", last.1);
    }
    let held = |held: bool| if held { "held" } else { "NOT held" };
    println!("  1,000 stories in at most {} s: {}", TIME.as_secs(), held(last.0 <= TIME));
    println!("  in at most {MEMORY} MB: {}", held(last.1 <= MEMORY));
    let (full, _) = written(1, "full", &mut kept);
    println!("  one story, compressed as far as it goes: {:.2} s", full.as_secs_f64());
}
