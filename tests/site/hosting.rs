//! What docs/hosting.md says of hosts, tried with them.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use axum::body::Body;
use axum::response::Response;
use backgrounder::serving::Rules;
use reqwest::header::HeaderMap;
use tempfile::TempDir;

use crate::support::drivers::{answering, free_port};
use crate::support::sites::{Site, copy};
use crate::support::{dist, root};

/// Says where set-up has put Debian's nginx.
const NGINX: &str = "BACKGROUNDER_NGINX";

/// What Apache has beside its core where Debian installs it, and what `.htaccess` asks for.
const APACHE_MODULES: [&str; 8] = ["mpm_event", "authz_core", "dir", "mime", "filter", "deflate", "headers", "rewrite"];

/// A running server; it ends when it is dropped.
struct Server {
    process: Child,
    port: u16,
    _folder: TempDir,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(self.process.id().to_string()).status();
        let _ = self.process.wait();
    }
}

impl Server {
    /// Those that can be had here, each with a copy of the finished site that it may read.
    async fn all() -> [(&'static str, Self); 2] {
        [("nginx", Self::nginx().await), ("Apache", Self::apache().await)]
    }

    /// With the settings of the guide.
    async fn nginx() -> Self {
        let nginx = PathBuf::from(std::env::var(NGINX).expect("make says where nginx is; use `make test`"));
        let (folder, port) = (served(), free_port());
        let settings = folder.path().join("nginx.conf");
        fs::write(&settings, nginx_settings(folder.path(), &nginx, port)).unwrap();
        let mut command = Command::new(nginx.join("usr/sbin/nginx"));
        command.arg("-e").arg(folder.path().join("errors")).arg("-c").arg(&settings).stderr(Stdio::null());
        Self::started(command, port, folder).await
    }

    /// With what the site brings for it.
    async fn apache() -> Self {
        let (folder, port) = (served(), free_port());
        let settings = folder.path().join("apache.conf");
        fs::write(&settings, apache_settings(folder.path(), port)).unwrap();
        let mut command = Command::new("apache2");
        command.args(["-D", "FOREGROUND", "-f"]).arg(&settings);
        Self::started(command, port, folder).await
    }

    async fn started(mut command: Command, port: u16, folder: TempDir) -> Self {
        let process = command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}; run `make setup-test`"));
        answering(port, "the server").await;
        Self { process, port, _folder: folder }
    }

    /// What it answers: the status, and the headers by their names.
    async fn asked(&self, path: &str, encoding: &str) -> (u16, HeaderMap) {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        let answer = client.head(format!("http://127.0.0.1:{}{path}", self.port)).header("accept-encoding", encoding);
        let answer = answer.send().await.unwrap();
        (answer.status().as_u16(), answer.headers().clone())
    }
}

/// A folder that servers may read, whoever they run as, with a site that says where it is in `site`.
fn served() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
    copy(&Site::Addressed.folder(), &folder.path().join("site"));
    folder
}

/// The settings of the guide, with a port and a folder of the test's, within what Debian has around them.
fn nginx_settings(folder: &Path, nginx: &Path, port: u16) -> String {
    let guide = fs::read_to_string(root().join("docs/hosting.md")).unwrap();
    let settings = guide.split("```nginx\n").nth(1).unwrap().split("```").next().unwrap();
    let changed = settings
        .replace("listen      80;", &format!("listen 127.0.0.1:{port};"))
        .replace("/var/www/backgrounder", &folder.join("site").display().to_string());
    assert_eq!(changed.matches(&format!(":{port};")).count(), 1, "the port of the guide is replaced");
    assert!(!changed.contains("/var/www"), "so is its folder");
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {}/{kind};", folder.display()))
        .concat();
    format!(
        "daemon off; pid {}/pid; events {{}} http {{ include {}/etc/nginx/mime.types; access_log off; {temporary}\n{changed}}}",
        folder.display(),
        nginx.display()
    )
}

/// What Debian has in its settings that matters here; that it compresses by itself must not do any harm.
fn apache_settings(folder: &Path, port: u16) -> String {
    let modules = APACHE_MODULES
        .map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"))
        .concat();
    format!(
        "{modules}ServerRoot {folder}\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\n\
         ErrorLog {folder}/errors\nMutex file:{folder}\nTypesConfig /etc/mime.types\nUser nobody\nGroup nogroup\n\
         AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json application/wasm\n\
         DocumentRoot {folder}/site\n<Directory {folder}/site>\n{allowed}\nRequire all granted\n</Directory>\n",
        folder = folder.display(),
        allowed = allowed()
    )
}

/// What the guide says that Apache has to allow.
fn allowed() -> String {
    let guide = fs::read_to_string(root().join("docs/hosting.md")).unwrap();
    let line = guide.lines().find(|line| line.trim_start().starts_with("AllowOverride"));
    line.expect("the guide says what Apache has to allow").trim().to_owned()
}

/// A file of the site whose path has this in it.
fn file(part: &str) -> String {
    let found =
        crate::files().into_iter().map(|(name, _)| name).find(|name| name.contains(part) && !name.ends_with('z'));
    format!("/{}", found.unwrap_or_else(|| panic!("there is {part}")))
}

#[tokio::test]
async fn nginx_and_apache_send_what_the_guide_says() {
    let ours = Rules::read(&fs::read_to_string(dist().join("_headers")).unwrap());
    for (name, server) in Server::all().await {
        for (path, kind, kept) in [
            ("/".to_owned(), "text/html", "no-cache"),
            ("/embed/faq/".to_owned(), "text/html", "no-cache"),
            ("/oman-talks/oembed.json".to_owned(), "application/json", "no-cache"),
            ("/embed.mjs".to_owned(), "text/javascript", "no-cache"),
            (file("islands_bg.wasm"), "application/wasm", "public, max-age=31536000, immutable"),
            (file("/data/evidence-"), "application/json", "public, max-age=31536000, immutable"),
        ] {
            let (status, headers) = server.asked(&path, "gzip").await;
            assert_eq!(status, 200, "{name}: {path}");
            let sent = |header: &str| headers.get(header).map(|value| value.to_str().unwrap()).unwrap_or_default();
            assert!(sent("content-type").starts_with(kind), "{name}: {path}: {}", sent("content-type"));
            assert_eq!(sent("cache-control"), kept, "{name}: {path}");
            assert_eq!(sent("content-encoding"), "gzip", "{name}: {path} comes as its copy");
            let mut answer = Response::new(Body::empty());
            ours.apply(&path, &mut answer);
            for header in
                ["access-control-allow-origin", "cross-origin-resource-policy", "cross-origin-embedder-policy"]
            {
                assert_eq!(sent(header), answer.headers()[header].to_str().unwrap(), "{name}: {path}: {header}");
            }
        }
    }
}

#[tokio::test]
async fn apache_sends_the_copy_that_a_reader_accepts_once_compressed() {
    let apache = Server::apache().await;
    let page = Site::Addressed.folder().join("oman-talks/index.html");
    for (accepted, sent, ending) in
        [("br, gzip", Some("br"), ".br"), ("gzip", Some("gzip"), ".gz"), ("identity", None, "")]
    {
        let (status, headers) = apache.asked("/oman-talks/", accepted).await;
        assert_eq!((status, headers.get("content-encoding").map(|value| value.to_str().unwrap())), (200, sent));
        let length = fs::metadata(format!("{}{ending}", page.display())).unwrap().len();
        assert_eq!(headers["content-length"].to_str().unwrap(), length.to_string(), "{accepted}");
        assert_eq!(headers["vary"].to_str().unwrap(), "Accept-Encoding", "{accepted}");
        assert_eq!(headers["content-type"].to_str().unwrap(), "text/html; charset=utf-8", "{accepted}");
    }
}

/// Without its slash a page would find neither its styles nor its scripts.
#[tokio::test]
async fn nginx_and_apache_lead_to_the_slash_at_the_end() {
    for (name, server) in Server::all().await {
        for path in ["/oman-talks", "/oman-talks/embed/faq"] {
            let (status, headers) = server.asked(path, "gzip").await;
            assert_eq!(status, 301, "{name}: {path}");
            assert!(headers["location"].to_str().unwrap().ends_with(&format!("{path}/")), "{name}: {path}");
        }
    }
}
