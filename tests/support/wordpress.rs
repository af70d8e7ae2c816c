//! A real WordPress on loopback: Debian's, with a database on a socket of its own. It is installed when it is first asked
//! for, all journeys share it, and it ends with [`end`], since nothing that is static is ever dropped.
//!
//! Deliberately absent: any change to how it handles posts and embeds; `tests/hosts/wordpress` has what it is given.

use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;

use tempfile::TempDir;
use tokio::sync::OnceCell;

use super::browser::{Browser, Engine};
use super::drivers::{answering, free_port};
use super::host::{Host, Manners};
use super::page::{Page, Setup, Steps, travel};
use super::root;
use super::sites::Site;

/// Says where set-up has put Debian's.
const PROGRAM: &str = "BACKGROUNDER_WORDPRESS";

/// The themes that Debian has.
pub const THEMES: [&str; 3] = ["twentytwentythree", "twentytwentytwo", "twentytwentyone"];

/// How many pages it serves at once.
const WORKERS: &str = "4";

static SHARED: OnceCell<WordPress> = OnceCell::const_new();
static RUNNING: Mutex<Vec<Child>> = Mutex::new(Vec::new());
static FOLDER: Mutex<Option<TempDir>> = Mutex::new(None);

/// Who publishes a post.
#[derive(Debug, Clone, Copy)]
pub enum Writer {
    /// Whose HTML stays as it is.
    Administrator,
    /// Whose HTML is filtered.
    Author,
}

/// A running WordPress.
pub struct WordPress {
    url: String,
}

impl WordPress {
    async fn start() -> Self {
        let folder = FOLDER.lock().unwrap().insert(tempfile::tempdir().unwrap()).path().to_owned();
        let port = free_port();
        let url = format!("http://127.0.0.1:{port}");
        let site = installed(&folder);
        let socket = folder.join("socket");
        database(&folder, &socket).await;
        let php = |arguments: &[&str]| {
            let mut php = Command::new("php");
            php.args(arguments).current_dir(&site).env("BACKGROUNDER_SOCKET", &socket).env("BACKGROUNDER_HOST", &url);
            php
        };
        succeeds(&mut php(&["install.php"]));
        let mut server = php(&["-S", &format!("127.0.0.1:{port}")]);
        runs_on(server.env("PHP_CLI_SERVER_WORKERS", WORKERS));
        answering(port, "WordPress").await;
        Self { url }
    }

    /// Publishes a post of this content, and answers with its address in a theme.
    pub async fn publish(&self, writer: Writer, content: String, theme: &str) -> String {
        let writer = match writer {
            Writer::Administrator => "admin",
            Writer::Author => "author",
        };
        let asked = reqwest::Client::new().post(format!("{}/?publish={writer}", self.url)).body(content).send().await;
        let address = asked.unwrap().error_for_status().unwrap().text().await.unwrap();
        assert!(address.starts_with(&self.url), "the address of the post: {address}");
        format!("{address}&theme={theme}")
    }

    /// Publishes a post with an address on a line of its own, as the Embed block writes it, between two paragraphs.
    pub async fn paste(&self, address: &str, theme: &str) -> String {
        let embed = format!(
            "<!-- wp:embed {{\"url\":\"{address}\",\"type\":\"rich\"}} -->\n<figure class=\"wp-block-embed is-type-rich\"><div class=\"wp-block-embed__wrapper\">\n{address}\n</div></figure>\n<!-- /wp:embed -->"
        );
        self.publish(Writer::Administrator, between_paragraphs(&embed), theme).await
    }

    /// Where the administrator is led to a new post in the editor.
    pub fn editor(&self) -> String {
        format!("{}/?editor", self.url)
    }

    /// Publishes a post with HTML as the Custom HTML block has it.
    pub async fn custom_html(&self, writer: Writer, html: &str, theme: &str) -> String {
        let block = format!("<!-- wp:html -->\n{html}\n<!-- /wp:html -->");
        self.publish(writer, between_paragraphs(&block), theme).await
    }
}

fn between_paragraphs(block: &str) -> String {
    let paragraph =
        |class: &str| format!("<!-- wp:paragraph --><p class=\"{class}\">Words of the host.</p><!-- /wp:paragraph -->");
    [&paragraph("before"), block, &paragraph("after")].join("\n\n")
}

/// A copy of the program with what the tests give it; it writes into itself.
fn installed(folder: &Path) -> PathBuf {
    let program = std::env::var(PROGRAM).expect("`make journeys` says where WordPress is");
    assert!(Path::new(&program).exists(), "there is no WordPress; run `make setup-test`");
    let (site, ours) = (folder.join("site"), root().join("tests/hosts/wordpress"));
    succeeds(Command::new("cp").args(["-r", &program]).arg(&site));
    // Debian's own says where Debian's sites are.
    std::fs::remove_file(site.join("wp-config.php")).unwrap();
    let plugins = site.join("wp-content/mu-plugins");
    std::fs::create_dir_all(&plugins).unwrap();
    for (file, place) in [("wp-config.php", &site), ("install.php", &site), ("backgrounder-tests.php", &plugins)] {
        std::fs::copy(ours.join(file), place.join(file)).unwrap();
    }
    site
}

/// A database that nobody else can reach, and that need not outlive the machine.
async fn database(folder: &Path, socket: &Path) {
    let data = format!("--datadir={}", folder.join("database").display());
    let name = String::from_utf8(Command::new("id").arg("-un").output().unwrap().stdout).unwrap();
    let user = format!("--user={}", name.trim());
    let install = ["--no-defaults", &data, &user, "--auth-root-authentication-method=normal", "--skip-test-db"];
    succeeds(Command::new("mariadb-install-db").args(install));
    let socket = format!("--socket={}", socket.display());
    let options = ["--no-defaults", &data, &user, &socket, "--skip-networking", "--skip-grant-tables"];
    runs_on(Command::new("mariadbd").args(options));
    let create = || {
        let mut client = Command::new("mariadb");
        client.args(["--no-defaults", &socket, "-e", "create database if not exists wordpress"]);
        client.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
    };
    super::page::eventually("the database answers", create).await;
}

/// Starts what runs on until [`end`], with whatever it starts itself.
fn runs_on(command: &mut Command) {
    let command = command.stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
    let process = command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}; run `make setup-test`"));
    RUNNING.lock().unwrap().push(process);
}

fn succeeds(command: &mut Command) {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}; run `make setup-test`"));
    let said = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&said));
}

/// Ends it, if it was ever started.
pub fn end() {
    // The last first: WordPress before its database.
    for mut process in RUNNING.lock().unwrap().drain(..).rev() {
        let _ = Command::new("kill").args(["--", &format!("-{}", process.id())]).status();
        let _ = process.wait();
    }
    FOLDER.lock().unwrap().take();
}

/// Goes to a WordPress that embeds our site, whose pages name the address at which they are served.
pub async fn with_wordpress(
    engine: Engine,
    setup: Setup,
    steps: impl for<'a> FnOnce(&'a Page, &'a WordPress) -> Steps<'a> + Send + 'static,
) {
    let wordpress = SHARED.get_or_init(WordPress::start).await;
    let site = if setup.site == Site::Published { Site::Addressed } else { setup.site };
    let ours = Host::start(&site.folder(), Manners { addressed: true, ..setup.manners }).await;
    let frames = ours.url("").replace("127.0.0.1", "localhost");
    let mut page = Page::new(Browser::open(engine, setup.habits).await, ours);
    page.server = Some(frames);
    travel(vec![page], false, move |pages| Box::pin(async move { steps(&pages[0], wordpress).await })).await;
}
