//! Reads the stories, checks them, and writes the site into Trunk's staging folder.
//!
//! Deliberately absent: everything but input and output.

mod new;
mod scripts;

use std::collections::BTreeMap;
use std::error::Error;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use backgrounder::page::Assets;
use backgrounder::reading::{self, Files, Site, Style};
use backgrounder::site::{self, Atlas, Packed, Shell};
use backgrounder::story::{Depth, Story};

use scripts::Kind;

type Outcome<T> = Result<T, Box<dyn Error>>;

const ATLAS: &str = "node_modules/world-atlas/countries-50m.json";

const USAGE: &str = "usage: prerender [check | new STORY]\n  STORIES            the folder of the stories (default: stories)\n  ADDRESS            where the site is published (default: `address` in site.toml)\n  TRUNK_STAGING_DIR  where Trunk left what it built, and the pages go";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let outcome = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["check"] => check(),
        ["new", slug] => new::begin(slug),
        [] => write(),
        _ => Err(USAGE.into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Checks every story and says what it holds.
fn check() -> Outcome<()> {
    let (_, stories) = read_stories()?;
    for story in &stories {
        println!(
            "{}: {} sections, {} words, {} claims, {} sources, {} events, {} questions, {} terms: no mistakes",
            story.slug,
            story.article.sections.len(),
            story.article.words(Depth::Full),
            story.claims.len(),
            story.sources.len(),
            story.events.len(),
            story.questions.len(),
            story.terms.len()
        );
    }
    Ok(())
}

/// Writes the site, once all of it is made and compressed.
fn write() -> Outcome<()> {
    let (site, stories) = read_stories()?;
    let staging = PathBuf::from(env::var("TRUNK_STAGING_DIR").map_err(|_| USAGE)?);
    let atlas = Atlas::read(&read(Path::new(ATLAS))?)?;
    let shell = site::read_shell(&read(&staging.join("index.html"))?)?;
    let style = site::bundle(Path::new("style/layers.css"))?;
    let (boot, frame) =
        (scripts::own("public/boot.js", Kind::Module)?, scripts::own("public/frame.js", Kind::Classic)?);
    let (glue, wasm) = islands(&staging, &shell)?;
    let assets = Assets {
        style: site::fingerprinted("style.css", style.as_bytes()),
        boot: site::fingerprinted("boot.js", &boot),
        frame: site::fingerprinted("frame.js", &frame),
        glue: site::fingerprinted("backgrounder.js", &glue),
        wasm: site::fingerprinted("backgrounder.wasm", &wasm),
        // Each page gets that of its story.
        policy: String::new(),
    };
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    files.insert("icon.svg".into(), fs::read("public/icon.svg")?);
    for (name, text) in scripts::for_hosts()? {
        files.insert(name.into(), text);
    }
    files.insert("_headers".into(), site::headers_file(&site, &stories).into_bytes());
    files.insert(assets.boot.clone(), boot);
    files.insert(assets.frame.clone(), frame);
    for page in site::pages(&site, &stories, &atlas, &assets, &style) {
        files.insert(page.path, page.text.into_bytes());
    }
    files.insert(assets.style.clone(), style.into_bytes());
    files.insert(assets.glue.clone(), glue);
    files.insert(assets.wasm.clone(), wasm);
    let mut packed = Vec::new();
    for (name, bytes) in &files {
        packed.extend(site::pack(name, bytes)?);
    }
    for (name, bytes) in &files {
        write_file(&staging.join(name), bytes)?;
    }
    write_packed(&staging, &packed)?;
    for built in [&shell.glue, &shell.wasm] {
        fs::remove_file(staging.join(built))?;
    }
    println!("{}", site::table(&packed));
    if site.address == reading::HERE {
        println!(
            "oembed.json and single files name {}, where `make serve` serves; say where the site is published with ADDRESS= or `address` in stories/site.toml",
            site.address
        );
    }
    Ok(())
}

/// The islands and their glue; of a release build without what no page needs.
fn islands(staging: &Path, shell: &Shell) -> Outcome<(Vec<u8>, Vec<u8>)> {
    let (glue, wasm) = (staging.join(&shell.glue), fs::read(staging.join(&shell.wasm))?);
    if scripts::is_release() {
        Ok((scripts::minified(&site::pruned_glue(&read(&glue)?), Kind::Module)?, site::pruned(&wasm)?))
    } else {
        Ok((fs::read(glue)?, wasm))
    }
}

fn write_packed(staging: &Path, packed: &[Packed]) -> Outcome<()> {
    for file in packed {
        write_file(&staging.join(format!("{}.gz", file.name)), &file.gzip)?;
        write_file(&staging.join(format!("{}.br", file.name)), &file.brotli)?;
    }
    Ok(())
}

fn write_file(path: &Path, bytes: &[u8]) -> Outcome<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes).map_err(|error| format!("{} cannot be written: {error}", path.display()).into())
}

fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| {
        format!("{} cannot be read: {error}; `make setup` brings what is missing", path.display()).into()
    })
}

/// Reads every story, or prints all the mistakes of all of them.
fn read_stories() -> Outcome<(Site, Vec<Story>)> {
    let folder = PathBuf::from(env::var("STORIES").unwrap_or_else(|_| "stories".into()));
    let slugs = folders(&folder)?;
    let slugs: Vec<&str> = slugs.iter().map(String::as_str).collect();
    let mut mistakes = 0;
    let mut complain = |within: &Path, files: &Files, problems: &[reading::Problem]| {
        mistakes += problems.len();
        let colour = std::io::stderr().is_terminal() && env::var_os("NO_COLOR").is_none();
        let style = if colour { Style::Colour } else { Style::Plain };
        eprint!("{}", reading::report(&within.display().to_string(), files, problems, style, 100));
    };
    let site_files = files(&folder)?;
    let site =
        reading::read_site(&site_files, &slugs).map_err(|problems| complain(&folder, &site_files, &problems)).ok();
    let mut stories = Vec::new();
    for slug in &slugs {
        let within = folder.join(slug);
        let story_files = files(&within)?;
        match reading::read(slug, &story_files, &slugs) {
            Ok(story) => stories.push(story),
            Err(problems) => complain(&within, &story_files, &problems),
        }
    }
    match site {
        Some(site) if mistakes == 0 => Ok((published(site)?, stories)),
        _ => {
            let mistakes = if mistakes == 1 { "1 mistake".into() } else { format!("{mistakes} mistakes") };
            Err(format!("{mistakes} in {}; nothing was written", folder.display()).into())
        }
    }
}

/// The site with the address that was given for this build, if one was.
fn published(mut site: Site) -> Outcome<Site> {
    if let Ok(given) = env::var("ADDRESS") {
        site.address = reading::site_address(&given).ok_or_else(|| {
            format!("ADDRESS={given} is not a web address; write it whole, as in ADDRESS=https://example.org/")
        })?;
    }
    Ok(site)
}

fn folders(folder: &Path) -> Outcome<Vec<String>> {
    let unreadable =
        |error| format!("{} cannot be read: {error}; name the folder of the stories with STORIES=", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry?;
        if entry.path().is_dir() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    if names.is_empty() {
        return Err(format!("there is no story in {}; a story is a folder of its own", folder.display()).into());
    }
    Ok(names)
}

fn files(folder: &Path) -> Outcome<Files> {
    let mut files = Files::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if let (true, Some(name)) = (path.is_file(), path.file_name()) {
            files.insert(name.to_string_lossy().into_owned(), fs::read(&path)?);
        }
    }
    Ok(files)
}
