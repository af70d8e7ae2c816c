//! Reads the stories, checks them, and writes the site into Trunk's staging folder.
//!
//! Deliberately absent: everything but input and output.

mod address;
mod islands;
mod new;
mod scripts;
mod staging;
mod stories;

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use backgrounder::page::Assets;
use backgrounder::reading::{self, Hint, Site};
use backgrounder::schema;
use backgrounder::site::{self, Atlas, ScriptKind, Strength, Styles, Weight};
use backgrounder::stories::{Stories, counted};
use backgrounder::story::{Depth, Story};

use staging::Staging;

/// Pages are made of many small strings; with this allocator a thousand stories take a tenth less time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Outcome<T> = Result<T, Box<dyn Error>>;

const ATLAS: &str = "geometry/countries-50m.json";

const SCHEMAS: &str = "schemas";

const USAGE: &str = "usage: prerender [check | new STORY | schemas | address [SITE]]\n  STORIES            the folder of the stories (default: stories)\n  ADDRESS            where the site is published (default: `address` in site.toml)\n  PACK               full or quick: how hard to compress (default: full for up to 50 stories)\n  ISLANDS            islands that are built already (default: those that Trunk has compiled)\n  TRUNK_STAGING_DIR  where the pages go";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let outcome = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["check"] => check(),
        ["new", slug] => new::begin(slug),
        ["schemas"] => schemas(),
        ["address"] => address::ask(),
        ["address", folder] => address::give(Path::new(folder)),
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

/// Checks every story, and says what it holds and what may not be meant so.
fn check() -> Outcome<()> {
    let (found, template) = (stories::find()?, new::template()?);
    for slug in found.drafts() {
        println!("{}", state_of(&found, slug)?);
    }
    if let Err(why) = found.published() {
        println!("{why}; until then nothing is built");
        return Ok(());
    }
    let (_, said) = stories::each(&found, |_, story| {
        let slug = story.slug.as_str();
        let files = found.files(slug).map_err(|error| error.to_string())?;
        let hints = reading::hints(slug, &files, &template).into_iter().map(|hint| advice(&found, slug, &hint));
        Ok(std::iter::once(extent(story)).chain(hints).collect::<Vec<_>>())
    })?;
    for line in said.concat() {
        println!("{line}");
    }
    Ok(())
}

/// What is wrong with a draft, which stops nothing else.
fn state_of(stories: &Stories, slug: &str) -> Outcome<String> {
    let state = match stories.story(None, slug, &stories.files(slug)?) {
        Ok(story) => extent(&story),
        Err(mistakes) => {
            mistakes.print();
            format!("{slug}: {}", counted(mistakes.problems.len()))
        }
    };
    Ok(format!("{state} (a draft: `make serve` shows it, and it is not built)"))
}

/// A hint with its place as terminals link to it.
fn advice(stories: &Stories, slug: &str, hint: &Hint) -> String {
    let lines: Vec<String> = hint.lines.iter().map(ToString::to_string).collect();
    let place = stories.folder().join(slug).join(hint.file);
    format!("  {}:{}: {}", place.display(), lines.join(", "), hint.words)
}

fn extent(story: &Story) -> String {
    let counts = [
        (story.article.sections.len(), "section"),
        (story.article.words(Depth::Full), "word"),
        (story.claims.len(), "claim"),
        (story.sources.len(), "source"),
        (story.events.len(), "event"),
        (story.questions.len(), "question"),
        (story.terms.len(), "term"),
    ];
    let counts = counts.map(|(count, name)| format!("{count} {name}{}", if count == 1 { "" } else { "s" }));
    format!("{}: {}: no mistakes", story.slug, counts.join(", "))
}

/// Writes the schemas, which are kept with the code, so that text editors find them before anything is built.
fn schemas() -> Outcome<()> {
    fs::create_dir_all(SCHEMAS)?;
    for (name, schema) in schema::schemas() {
        fs::write(Path::new(SCHEMAS).join(schema::file_name(name)), schema::printed(&schema))?;
    }
    Ok(())
}

/// Up to so many stories are compressed as far as it goes, unless `PACK` says otherwise: that takes about a minute.
const FEW: usize = 50;

/// Writes the site. What is written before a mistake is found is only staged.
fn write() -> Outcome<()> {
    let stories = stories::find()?;
    let folder = PathBuf::from(env::var("TRUNK_STAGING_DIR").map_err(|_| USAGE)?);
    let staging = Staging { folder, strength: strength(stories.slugs().len())? };
    let atlas = Atlas::read(&read(Path::new(ATLAS))?)?;
    let styles = Styles::bundle(Path::new("style"))?;
    let (assets, shared) = shared(&styles)?;
    staging.clear()?;
    let (site, stories) = stories::each(&stories, |site, story| {
        let pages = site::story_pages(site, story, &atlas, &assets, &styles);
        let weights = pages.iter().map(|page| staging.write(&page.path, page.text.as_bytes()));
        let weights: Result<Vec<_>, String> = weights.collect();
        Ok((site::headers_of(site, story, &styles.first), weights?.into_iter().flatten().collect::<Vec<_>>()))
    })?;
    let (headers, pages): (Vec<String>, Vec<Vec<Weight>>) = stories.into_iter().unzip();
    staging.write("_headers", site::headers_file(&headers).as_bytes())?;
    let weights = shared.iter().map(|(name, bytes)| staging.write(name, bytes));
    let weights: Result<Vec<_>, String> = weights.collect();
    report(&site, weights?.into_iter().flatten().collect(), pages, staging.strength);
    Ok(())
}

fn strength(stories: usize) -> Outcome<Strength> {
    match env::var("PACK").as_deref() {
        Ok("full") => Ok(Strength::Full),
        Ok("quick") => Ok(Strength::Quick),
        Ok(other) => Err(format!("PACK={other} is not known; write PACK=full or PACK=quick, or leave it out").into()),
        Err(_) => Ok(if stories <= FEW { Strength::Full } else { Strength::Quick }),
    }
}

/// The files that all pages share.
fn shared(styles: &Styles) -> Outcome<(Assets, BTreeMap<String, Vec<u8>>)> {
    let boot = scripts::script("public/boot.js", ScriptKind::Module)?;
    let frame = scripts::script("public/frame.js", ScriptKind::Classic)?;
    let frame_later = scripts::script("public/frame-later.js", ScriptKind::Classic)?;
    let islands = islands::islands()?;
    let assets = Assets {
        sheet: styles.first.as_str().into(),
        style: site::fingerprinted("assets/style.css", styles.first.as_bytes()),
        later: site::fingerprinted("assets/later.css", styles.later.as_bytes()),
        boot: site::fingerprinted("assets/boot.js", &boot),
        boot_text: String::from_utf8(boot.clone())?.into(),
        frame: site::fingerprinted("assets/frame.js", &frame),
        frame_later: site::fingerprinted("assets/frame-later.js", &frame_later),
        glue: islands.glue,
        wasm: islands.wasm,
        parts: islands.parts,
        // Each page gets what is of its story.
        ..Assets::default()
    };
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for name in ["icon.svg", ".htaccess"] {
        files.insert(name.into(), fs::read(Path::new("public").join(name))?);
    }
    files.extend(scripts::for_hosts()?.map(|(name, text)| (name.to_owned(), text)));
    files.insert(assets.style.clone(), styles.first.clone().into_bytes());
    files.insert(assets.later.clone(), styles.later.clone().into_bytes());
    files.extend([
        (assets.boot.clone(), boot),
        (assets.frame.clone(), frame),
        (assets.frame_later.clone(), frame_later),
    ]);
    files.extend(islands.files);
    Ok((assets, files))
}

/// Says what was written: file by file, or of many stories how much in all.
fn report(site: &Site, mut weights: Vec<Weight>, pages: Vec<Vec<Weight>>, strength: Strength) {
    let stories = pages.len();
    let pages: Vec<Weight> = pages.into_iter().flatten().collect();
    if stories <= FEW {
        weights.extend(pages);
        weights.sort_by(|one, other| one.name.cmp(&other.name));
        println!("{}", site::table(&weights));
    } else {
        let raw: usize = pages.iter().map(|page| page.raw).sum();
        println!("{}{stories} stories: {} files, {raw} bytes", site::table(&weights), pages.len());
    }
    if strength == Strength::Quick {
        println!(
            "compressed quickly, so that pages are about a third larger on the way; PACK=full takes about two seconds a story"
        );
    }
    match &site.address {
        Some(address) => println!("The site says that it is at {address}."),
        None => println!("{}", address::MISSING),
    }
}

fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path)
        .map_err(|error| format!("{} cannot be read: {error}; restore it from the repository", path.display()).into())
}
